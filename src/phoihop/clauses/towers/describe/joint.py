"""The agreement on building a mast together, or on renting room as proposed by the joint plan, as a paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from phoihop.cores.viet import format_number, money_in_words
from phoihop.papers.rendering import Column, Heading, Labelled, Numbered, Paper, Paragraph, Signature, Table
from phoihop.papers.rendering.description import Block


@dataclass(frozen=True, slots=True)
class JointSide:
    """One party as the paper names it.

    :param share_vnd: what it pays; None of the owner of an existing mast
    :param antenna_m: where on a mast that is built together its antennas hang
    """

    name: str
    address: str
    tax_code: str
    signer: str
    position: str
    share_vnd: int | None
    antenna_m: Decimal | None = None


@dataclass(frozen=True, slots=True)
class JointFacts:
    """What was agreed; metres, whole đồng, degrees of WGS 84.

    :param builds: a new mast; otherwise room on an existing one
    :param split: the way to split in words
    :param years: over which a rent was reckoned
    """

    builds: bool
    code: str
    year: int
    programme: str
    place: str
    symbol: str
    sides: tuple[JointSide, ...]
    lead_builder: str
    class_code: str
    height_m: Decimal
    latitude: float
    longitude: float
    cost_vnd: int
    split: str
    starts_on: dt.date
    ends_on: dt.date
    years: int


def joint_agreement_paper(facts: JointFacts) -> Paper:
    """One signature each; its abstract, which registers show, tells neither place nor price."""
    subject = "Cùng xây dựng cột ăng ten" if facts.builds else "Thuê chỗ trên cột ăng ten đã có"
    body: list[Block] = [
        Paragraph(
            f"Thực hiện quy hoạch chung hạ tầng năm {facts.year} của {_lower_first(facts.programme)}, các bên sau đây "
            f"thống nhất theo đề xuất {facts.code}:"
        ),
        *[block for number, side in enumerate(facts.sides) for block in _side(f"Bên {'ABCDEFGH'[number]}", side)],
        Heading("Đối tượng thỏa thuận", level="article"),
        Numbered(
            f"Cột ăng ten loại {facts.class_code}, cao {format_number(facts.height_m)} m, tại vĩ độ "
            f"{_degrees(facts.latitude)}, kinh độ {_degrees(facts.longitude)} (WGS 84).",
            level="item",
        ),
        Numbered(f"Thời gian thực hiện: từ {_day(facts.starts_on)} đến {_day(facts.ends_on)}.", level="item"),
        *(_building(facts) if facts.builds else _renting(facts)),
        Heading("Trách nhiệm chung", level="article"),
        Numbered(
            "Các bên bảo đảm an toàn công trình, không gây can nhiễu lẫn nhau và giữ bí mật chi phí, vị trí trong thỏa "
            "thuận này.",
            level="item",
        ),
        Numbered(
            "Vướng mắc được các bên thương lượng; không thống nhất được thì đề nghị cơ quan quản lý hòa giải.",
            level="item",
        ),
    ]
    return Paper(
        type="BTT", abstract=f"{subject} (đề xuất {facts.code})", body=tuple(body), symbol=facts.symbol,
        place=facts.place,
        signatures=tuple(
            Signature(side.position.upper() or "ĐẠI DIỆN", side.signer, party=side.name) for side in facts.sides
        ),
        signature_layout="parties",
    )  # fmt: skip


def _side(label: str, side: JointSide) -> list[Block]:
    known = [
        f"địa chỉ: {side.address}" if side.address else "",
        f"mã số thuế: {side.tax_code}" if side.tax_code else "",
        f"đại diện: {side.signer}, {side.position}",
    ]
    return [Labelled(label, "; ".join([side.name, *filter(None, known)]))]


def _building(facts: JointFacts) -> list[Block]:
    rows = tuple(
        (str(number), side.name, _metres(side.antenna_m), format_number(side.share_vnd))
        for number, side in enumerate(facts.sides, start=1)
        if side.share_vnd is not None
    )
    total = f"{format_number(facts.cost_vnd)} đồng (bằng chữ: {money_in_words(facts.cost_vnd)})"
    lead = [Numbered(f"Đơn vị chủ trì xây dựng: {facts.lead_builder}.", level="item")] if facts.lead_builder else []
    return [
        Heading("Xây dựng và chi phí", level="article"),
        *lead,
        Numbered(f"Tổng chi phí dự kiến: {total}.", level="item"),
        Numbered(f"Cách chia chi phí: {_lower_first(facts.split)}. Độ cao ăng ten và phần của mỗi bên:", level="item"),
        Table(
            (
                Column("TT", 0.5, "center"),
                Column("Bên", 2.6),
                Column("Độ cao ăng ten (m)", 1.0, "right"),
                Column("Phần chi phí (đồng)", 1.4, "right"),
            ),
            rows,
        ),
    ]


def _renting(facts: JointFacts) -> list[Block]:
    return [
        Heading("Giá thuê", level="article"),
        Numbered(
            "Hai bên thỏa thuận giá thuê, điều kiện lắp đặt và thanh toán trong hợp đồng thuê chỗ; quy hoạch chung "
            f"tính tiền thuê {facts.years} năm quy về hiện tại là {format_number(facts.cost_vnd)} đồng.",
            level="item",
        ),
    ]


def _metres(height: Decimal | None) -> str:
    return "" if height is None else f"{float(height):g}".replace(".", ",")


def _lower_first(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _degrees(value: float) -> str:
    return f"{value:.6f}".replace(".", ",")


def _day(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"
