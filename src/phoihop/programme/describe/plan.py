"""The plan of a year as a paper: a pure description, without a party's own targets, since all parties read it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from phoihop.papers.rendering import Column, Heading, Paper, Paragraph, Signature, Table
from phoihop.papers.rendering.description import Block


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One item in words."""

    title: str
    starts_on: dt.date
    ends_on: dt.date
    place: str
    owner: str
    participants: tuple[str, ...]
    targets: tuple[str, ...] = ()  # of all parties together


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the paper says.

    :param everyone: short names of all enterprises; an item with all of them says so in two words
    :param purpose: and ``duties``, ``costs``: texts of the memorandum, one paragraph a line
    """

    year: int
    programme: str
    memorandum: str
    lead_name: str
    lead_superior: str
    lead_code: str
    place: str
    lines: tuple[PlanLine, ...]
    everyone: frozenset[str] = frozenset()
    purpose: str = ""
    duties: tuple[str, ...] = ()
    costs: str = ""


COLUMNS = (
    Column("TT", 0.5, "center"),
    Column("Nội dung", 3.4),
    Column("Thời gian", 1.5, "center"),
    Column("Địa điểm", 1.5),
    Column("Chủ trì", 1.2),
    Column("Tham gia", 1.9),
)


def plan_paper(facts: PlanFacts, *, signer: Signature, on: dt.date | None = None) -> Paper:
    """A plan (Kế hoạch) by decree 30/2020: purpose, a table of items, who carries them out."""
    body: list[Block] = []
    if facts.purpose.strip():
        body += [Heading("Mục đích, yêu cầu"), *_paragraphs(facts.purpose)]
    body.append(Heading("Nội dung và thời gian thực hiện"))
    rows = tuple(_row(number, line, facts.everyone) for number, line in enumerate(facts.lines, start=1))
    body.append(Table(COLUMNS, rows))
    duties = [one for text in facts.duties for one in _paragraphs(text)]
    if duties:
        body += [Heading("Tổ chức thực hiện"), *duties]
    if facts.costs.strip():
        body += [Heading("Kinh phí"), *_paragraphs(facts.costs)]
    body.append(
        Paragraph(
            "Trong quá trình thực hiện, nếu có vướng mắc hoặc cần điều chỉnh, các đơn vị kịp thời trao đổi với "
            f"{facts.lead_name} để thống nhất"
        )
    )
    return Paper(
        type="KH", abstract=f"Thực hiện {_lower_first(facts.programme)} năm {facts.year}", body=tuple(body),
        issuing_body=facts.lead_name, superior_body=facts.lead_superior, symbol=f"KH-{facts.lead_code}",
        place=facts.place, date=on, bases=(f"Căn cứ {_lower_first(facts.memorandum)}",), signatures=(signer,),
        recipients=("Các đơn vị tham gia chương trình", "Lãnh đạo cơ quan"),
    )  # fmt: skip


def time_words(starts_on: dt.date, ends_on: dt.date) -> str:
    """A day, or from a day to a day.

    >>> time_words(dt.date(2026, 6, 15), dt.date(2026, 6, 16))
    '15/06 – 16/06/2026'
    """
    if starts_on == ends_on:
        return f"{starts_on:%d/%m/%Y}"
    if starts_on.year == ends_on.year:
        return f"{starts_on:%d/%m} – {ends_on:%d/%m/%Y}"
    return f"{starts_on:%d/%m/%Y} – {ends_on:%d/%m/%Y}"


def _row(number: int, line: PlanLine, everyone: frozenset[str]) -> tuple[str, ...]:
    title = "\n".join([line.title, *[f"- {target}" for target in line.targets]])
    named = set(line.participants)
    participants = "Các doanh nghiệp" if everyone and everyone == named else ", ".join(line.participants)
    return (str(number), title, time_words(line.starts_on, line.ends_on), line.place, line.owner, participants)


def _paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(line.strip()) for line in text.splitlines() if line.strip()]


def _lower_first(text: str) -> str:
    """For the middle of a sentence; a name in capitals stays."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
