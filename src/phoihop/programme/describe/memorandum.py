"""A memorandum as a paper, from the content of a revision. No form of decree 30/2020 covers it: the layout is free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from phoihop.papers.rendering import Heading, Labelled, Numbered, Paper, Paragraph, Signature
from phoihop.papers.rendering.description import Block

BEFORE = {"purpose": "Mục đích, yêu cầu", "principles": "Nguyên tắc phối hợp"}
CLAUSES = "Nội dung phối hợp"
AFTER = {
    "lead_duties": "Trách nhiệm của cơ quan chủ trì",
    "party_duties": "Trách nhiệm của các doanh nghiệp",
    "information": "Thông tin, báo cáo, đầu mối",
    "costs": "Kinh phí",
    "review": "Sơ kết, tổng kết, khen thưởng",
    "effect": "Hiệu lực thi hành",
}
TITLE = "Biên bản ghi nhớ"
PERIODS = {
    "yearly": "hằng năm", "half_yearly": "6 tháng một lần", "quarterly": "hằng quý",
    "named_days": "vào các ngày lễ, ngày truyền thống", "ad_hoc": "khi phát sinh",
}  # fmt: skip


def memorandum_paper(
    content: Mapping[str, Any],
    *,
    place: str,
    symbol: str = "",
    on: dt.date | None = None,
    days: Mapping[str, str] | None = None,
) -> Paper:
    """The memorandum that the parties of ``content`` sign, one signature each, in their order.

    :param content: of :func:`phoihop.programme.revising.content_of`
    :param place: where it is signed; the day stays open until then unless ``on`` is given
    :param days: the names of named days by their codes
    """
    sections = content["sections"]
    body: list[Block] = [Paragraph("Chúng tôi gồm các bên sau đây, thống nhất ký biên bản ghi nhớ với các nội dung:")]
    body += [Numbered(_party(row), label=f"{number}.") for number, row in enumerate(content["parties"], start=1)]
    for code, heading in BEFORE.items():
        body += _section(heading, sections.get(code, ""))
    body.append(Heading(CLAUSES))
    for clause in content["clauses"]:
        body += _clause(clause, days or {})
    for code, heading in AFTER.items():
        body += _section(heading, sections.get(code, ""))
    return Paper(
        type="BGN", abstract=abstract_of(content["title"]), body=tuple(body), symbol=symbol, place=place, date=on,
        bases=tuple(_lines(sections.get("bases", ""))),
        signatures=tuple(
            Signature(row["signer_position"].upper() or "ĐẠI DIỆN", row["signer_name"], party=row["name"])
            for row in content["parties"]
        ),
        signature_layout="parties",
    )  # fmt: skip


def abstract_of(title: str) -> str:
    """The title without the name of its type, which the paper prints above it.

    >>> abstract_of("Biên bản ghi nhớ chương trình phối hợp công tác năm 2026")
    'Chương trình phối hợp công tác năm 2026'
    """
    rest = title[len(TITLE) :].strip(" :-–") if title.lower().startswith(TITLE.lower()) else title
    return rest[:1].upper() + rest[1:] if rest else title


def _party(row: Mapping[str, Any]) -> str:
    signer = ", ".join(part for part in (row["signer_name"], row["signer_position"]) if part)
    return f"{row['name']}; đại diện: {signer}" if signer else str(row["name"])


def _lines(text: str) -> list[str]:
    return [line.strip(" -;") for line in text.splitlines() if line.strip(" -;")]


def _section(heading: str, text: str) -> list[Block]:
    lines = _lines(text)
    if len(lines) == 1:
        return [Heading(heading), Paragraph(lines[0])]
    return [Heading(heading), *[Numbered(line) for line in lines]] if lines else []


def _clause(clause: Mapping[str, Any], days: Mapping[str, str]) -> list[Block]:
    blocks: list[Block] = [Heading(clause["heading"], level="item")]
    blocks += [Paragraph(line) for line in _lines(clause["text"])]
    blocks.append(Labelled("Định kỳ", _period(clause, days)))
    for label, name in (("Cơ quan chủ trì", "lead_duty"), ("Doanh nghiệp", "party_duty")):
        if clause[name].strip():
            blocks.append(Labelled(label, " ".join(_lines(clause[name]))))
    return blocks


def _period(clause: Mapping[str, Any], days: Mapping[str, str]) -> str:
    words = PERIODS[clause["cadence"]]
    names = [days[code] for code in clause["days"] if code in days]
    if names:
        return f"{words}: {'; '.join(names)}"
    months = ", ".join(str(month) for month in clause["months"])
    return f"{words} (tháng {months})" if months else words
