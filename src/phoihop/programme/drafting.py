"""Drafting a year's plan from the clauses of a memorandum and last year's unfinished business.

Plain Python, no Django, no clock: the same facts always give the same draft.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from phoihop.cores.viet import is_working_day
from phoihop.programme.workdays import nearest_working_day, span

Occasion = Literal["year", "half", "quarter", "month", "day", "carried"]

# When a clause names no months: half-year and year review, the ends of quarters, and autumn for what is yearly.
DEFAULT_MONTHS: Mapping[str, tuple[int, ...]] = {
    "yearly": (10,),
    "half_yearly": (6, 12),
    "quarterly": (3, 6, 9, 12),
}
PERIODS: Mapping[str, tuple[Occasion, int]] = {
    "yearly": ("year", 1),
    "half_yearly": ("half", 2),
    "quarterly": ("quarter", 4),
}
NAMED_DAYS = "named_days"
MIDDLE = 15  # of the month: half of the parties' own month-end work is behind them, half before them
CARRIED_MONTH = 1  # what is left over comes first


@dataclass(frozen=True, slots=True)
class ClauseFacts:
    """What a clause asks for.

    :param cadence: a code of ``Cadence``
    :param months: 1–12, when a periodic activity falls; empty for the usual months
    :param days: codes of named days
    """

    id: UUID
    heading: str
    kind: str
    cadence: str
    months: tuple[int, ...] = ()
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A named day as it falls in one year, from ``starts_on`` to ``ends_on``, both included."""

    code: str
    name: str
    starts_on: dt.date
    ends_on: dt.date
    is_holiday: bool


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An item of last year's plan whose activity was neither closed nor cancelled."""

    item_id: UUID
    title: str
    kind: str
    starts_on: dt.date
    ends_on: dt.date
    clause_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class DraftItem:
    """One proposed item; the caller words its title from ``heading``, ``occasion`` and ``number``.

    :param occasion: once in the year, a half, a quarter, a month, a named day, or carried over
    :param number: which half, quarter or month; 0 elsewhere
    """

    heading: str
    kind: str
    starts_on: dt.date
    ends_on: dt.date
    occasion: Occasion
    number: int = 0
    clause_id: UUID | None = None
    day_code: str = ""
    day_name: str = ""
    carried_from: UUID | None = None


def draft(
    *,
    year: int,
    clauses: Sequence[ClauseFacts],
    days: Sequence[DayFacts],
    unfinished: Sequence[Unfinished] = (),
    lead_days: int = 0,
) -> tuple[DraftItem, ...]:
    """Propose the items of ``year``, soonest first.

    :param days: every named day of the year, holidays among them; others than of ``year`` are left out
    :param lead_days: how many days before a named day its activity is proposed; 0 for the day itself
    """
    holidays = holidays_of(days)
    items = [item for clause in clauses for item in _near_days(clause, year, days, holidays, lead_days)]
    taken = {item.starts_on for item in items}  # days of their own cannot give way; the rest keeps off them
    for clause in clauses:
        items += _periodic(clause, year, holidays, taken)
    items += [_carry(item, year, holidays, taken) for item in unfinished]
    return tuple(sorted(items, key=lambda item: (item.starts_on, item.ends_on)))


def holidays_of(days: Iterable[DayFacts]) -> frozenset[dt.date]:
    """Every single day off among ``days``."""
    return frozenset(one for day in days if day.is_holiday for one in span(day.starts_on, day.ends_on))


def _free_day(wanted: dt.date, holidays: Collection[dt.date], taken: set[dt.date]) -> dt.date:
    """The nearest working day on which nothing else is drafted; it is taken from now on."""
    on = nearest_working_day(wanted, taken.union(holidays))
    if not is_working_day(on, holidays):  # a year that is full: better two on a day than one on a Sunday
        on = nearest_working_day(wanted, holidays)
    taken.add(on)
    return on


def _periodic(clause: ClauseFacts, year: int, holidays: Collection[dt.date], taken: set[dt.date]) -> list[DraftItem]:
    """One item a month asked for; where there are as many months as periods, each is called after its period."""
    if clause.cadence not in PERIODS:
        return []
    months = tuple(sorted({m for m in clause.months if 1 <= m <= 12})) or DEFAULT_MONTHS[clause.cadence]
    occasion, periods = PERIODS[clause.cadence]
    if len(months) != periods:
        occasion = "month"
    items = []
    for index, month in enumerate(months, start=1):
        on = _free_day(dt.date(year, month, MIDDLE), holidays, taken)
        number = {"year": 0, "month": month}.get(occasion, index)
        items.append(DraftItem(clause.heading, clause.kind, on, on, occasion, number, clause.id))
    return items


def _near_days(
    clause: ClauseFacts, year: int, days: Sequence[DayFacts], holidays: Collection[dt.date], lead_days: int
) -> list[DraftItem]:
    if clause.cadence != NAMED_DAYS:
        return []
    items = []
    for day in days:
        if day.code in clause.days and day.starts_on.year == year:
            wanted = max(day.starts_on - dt.timedelta(days=lead_days), dt.date(year, 1, 1))
            on = nearest_working_day(wanted, holidays)
            items.append(
                DraftItem(
                    clause.heading,
                    clause.kind,
                    on,
                    on,
                    "day",
                    clause_id=clause.id,
                    day_code=day.code,
                    day_name=day.name,
                )
            )
    return items


def _carry(item: Unfinished, year: int, holidays: Collection[dt.date], taken: set[dt.date]) -> DraftItem:
    """Keep a date already moved into the new year; otherwise the middle of January. The length stays."""
    length = item.ends_on - item.starts_on
    wanted = item.starts_on if item.starts_on.year == year else dt.date(year, CARRIED_MONTH, MIDDLE)
    on = _free_day(wanted, holidays, taken)
    ends_on = min(on + length, dt.date(year, 12, 31))
    return DraftItem(item.title, item.kind, on, ends_on, "carried", clause_id=item.clause_id, carried_from=item.item_id)
