"""The agreement on sharing a mast as a paper: what two enterprises sign, laid out as decree 30/2020 asks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from phoihop.cores.viet import format_number, money_in_words
from phoihop.papers.rendering import Heading, Labelled, Numbered, Paper, Paragraph, Signature
from phoihop.papers.rendering.description import Block


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two as the paper names it."""

    name: str
    address: str
    tax_code: str
    signer: str
    position: str


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """What was agreed; heights in metres, amounts in whole đồng, positions in degrees of WGS 84."""

    reference: str
    place: str
    symbol: str
    owner: Side
    asker: Side
    mast: str
    mast_class: str
    mast_height_m: Decimal
    address: str
    latitude: float
    longitude: float
    technology: str
    antenna_height_m: Decimal
    wind_area_m2: Decimal | None
    rent_vnd: int
    one_off_vnd: int
    term_months: int
    starts_on: dt.date
    conditions: str
    unused_months: int


def agreement_paper(facts: AgreementFacts) -> Paper:
    """The agreement, one signature each; its abstract, which registers show, tells no price."""
    body: list[Block] = [
        Paragraph("Hôm nay, chúng tôi gồm hai bên sau đây thống nhất thỏa thuận dùng chung cột ăng ten:"),
        *_side("Bên A (chủ cột)", facts.owner),
        *_side("Bên B (bên thuê chỗ)", facts.asker),
        Heading("Đối tượng thỏa thuận", level="article"),
        *_subject(facts),
        Heading("Giá thuê và thanh toán", level="article"),
        *_price(facts),
        Heading("Thời hạn", level="article"),
        Numbered(f"Thời hạn thuê là {facts.term_months} tháng, tính từ ngày {_day(facts.starts_on)}.", level="item"),
        Numbered(
            f"Thỏa thuận hết hiệu lực nếu sau {facts.unused_months} tháng kể từ ngày ký đủ mà Bên B chưa lắp đặt, "
            "sử dụng; chỗ trên cột được trả lại cho Bên A.",
            level="item",
        ),
        *_conditions(facts),
        Heading("Trách nhiệm chung", level="article"),
        Numbered(
            "Bên A bảo đảm cột, hệ thống tiếp đất, chống sét và lối vào an toàn; Bên B lắp đặt, vận hành không gây can "
            "nhiễu, không làm thay đổi kết cấu cột khi chưa được Bên A đồng ý.",
            level="item",
        ),
        Numbered("Hai bên giữ bí mật giá và điều kiện của thỏa thuận này.", level="item"),
        Numbered(
            "Vướng mắc được hai bên thương lượng; không thống nhất được thì đề nghị cơ quan quản lý hòa giải.",
            level="item",
        ),
    ]
    return Paper(
        type="BTT", abstract=f"Dùng chung cột ăng ten (yêu cầu {facts.reference})", body=tuple(body),
        symbol=facts.symbol, place=facts.place,
        signatures=tuple(
            Signature(side.position.upper() or "ĐẠI DIỆN", side.signer, party=side.name)
            for side in (facts.owner, facts.asker)
        ),
        signature_layout="parties",
    )  # fmt: skip


def _side(label: str, side: Side) -> list[Block]:
    known = [
        f"địa chỉ: {side.address}" if side.address else "",
        f"mã số thuế: {side.tax_code}" if side.tax_code else "",
        f"đại diện: {side.signer}, {side.position}",
    ]
    return [Labelled(label, "; ".join([side.name, *filter(None, known)]))]


def _subject(facts: AgreementFacts) -> list[Block]:
    where = f"{facts.address}; " if facts.address else ""
    position = f"vĩ độ {_degrees(facts.latitude)}, kinh độ {_degrees(facts.longitude)} (WGS 84)"
    lines = [
        f"Cột {facts.mast}, loại {facts.mast_class}, cao {_metres(facts.mast_height_m)}; {where}{position}.",
        f"Bên B được lắp thiết bị {facts.technology} ở độ cao {_metres(facts.antenna_height_m)}"
        + (f", diện tích cản gió không quá {_number(facts.wind_area_m2)} m²." if facts.wind_area_m2 else "."),
    ]
    return [Numbered(line, level="item") for line in lines]


def _price(facts: AgreementFacts) -> list[Block]:
    lines = [f"Giá thuê: {_amount(facts.rent_vnd)} mỗi tháng."]
    if facts.one_off_vnd:
        lines.append(f"Chi phí một lần: {_amount(facts.one_off_vnd)}.")
    return [Numbered(line, level="item") for line in lines]


def _conditions(facts: AgreementFacts) -> list[Block]:
    lines = [line.strip(" -;") for line in facts.conditions.splitlines() if line.strip(" -;")]
    if not lines:
        return []
    return [Heading("Điều kiện kèm theo", level="article"), *[Numbered(line, level="item") for line in lines]]


def _amount(vnd: int) -> str:
    return f"{format_number(vnd)} đồng (bằng chữ: {money_in_words(vnd)})"


def _number(value: Decimal) -> str:
    return format_number(value)


def _metres(value: Decimal) -> str:
    return f"{_number(value)} m"


def _degrees(value: float) -> str:
    return f"{value:.6f}".replace(".", ",")


def _day(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"
