"""The skeleton from which a memorandum is written: sections and the clauses of the founding text, as data."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class SkeletonClause:
    """A clause to begin with; the words are those of :class:`phoihop.programme.models.Clause`."""

    heading: str
    text: str
    kind: str
    icon: str
    cadence: str
    months: tuple[int, ...]
    days: tuple[str, ...]
    lead_duty: str
    party_duty: str


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A memorandum before anybody has touched it."""

    title: str
    sections: Mapping[str, str]
    clauses: tuple[SkeletonClause, ...]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("phoihop.programme").joinpath("data/memorandum.toml").read_text("utf-8"))


def skeleton(
    *, lead: str, superior: str, place: str, starts_on: dt.date, ends_on: dt.date, kinds: Collection[str]
) -> Skeleton:
    """The skeleton with names and dates filled in.

    :param kinds: the codes that are registered; a clause whose kinds are all missing is a plain one
    """
    names = {
        "lead": lead, "superior": superior, "place": place, "year": year_words(starts_on, ends_on),
        "start": f"{starts_on:%d/%m/%Y}", "end": f"{ends_on:%d/%m/%Y}",
    }  # fmt: skip
    data = _data()
    return Skeleton(
        title=_fill(data["title"], names),
        sections={code: _fill(text.strip(), names) for code, text in data["sections"].items()},
        clauses=tuple(_clause(row, names, kinds) for row in data["clauses"]),
    )


def year_words(starts_on: dt.date, ends_on: dt.date) -> str:
    """The year of a term, or its years.

    >>> year_words(dt.date(2026, 1, 1), dt.date(2027, 12, 31))
    '2026 - 2027'
    """
    return str(starts_on.year) if starts_on.year == ends_on.year else f"{starts_on.year} - {ends_on.year}"


def _fill(text: str, names: Mapping[str, str]) -> str:
    for name, value in names.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _clause(row: Mapping[str, Any], names: Mapping[str, str], kinds: Collection[str]) -> SkeletonClause:
    return SkeletonClause(
        heading=row["heading"], text=_fill(row["text"], names),
        kind=next((code for code in row["kinds"] if code in kinds), "plain"), icon=row["icon"], cadence=row["cadence"],
        months=tuple(row.get("months", ())), days=tuple(row.get("days", ())),
        lead_duty=_fill(row["lead_duty"], names), party_duty=_fill(row["party_duty"], names),
    )  # fmt: skip
