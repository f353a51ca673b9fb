"""When named days fall in a year: plain Python, no Django. Lunar days are computed at UTC+7."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from phoihop.cores.viet import NoSuchLunarDay, solar_from_lunar
from phoihop.programme.drafting import DayFacts

Rule = Literal["solar", "lunar", "date"]


@dataclass(frozen=True, slots=True)
class DayKept:
    """A named day as it is kept, before it has a date.

    :param rule: yearly by the sun, yearly by the moon, or one date of one ``year``
    :param is_own: kept by the regulator itself, so that it takes the place of the national one of its code
    """

    code: str
    name: str
    rule: Rule
    month: int
    day: int
    is_holiday: bool
    length_days: int = 1
    year: int | None = None
    first_year: int | None = None
    is_own: bool = False

    def dates(self, year: int) -> tuple[tuple[dt.date, dt.date], ...]:
        """First and last day of each time it begins in the calendar year ``year``: mostly one, never an error."""
        if self.first_year is not None and year < self.first_year:
            return ()
        if self.rule == "lunar":  # the last lunar months fall into the next calendar year
            starts = [_lunar(self.day, self.month, lunar_year) for lunar_year in (year - 1, year)]
        elif self.rule == "date" and self.year != year:
            starts = []
        else:
            starts = [_solar(self.day, self.month, year)]
        length = dt.timedelta(days=self.length_days - 1)
        return tuple((start, start + length) for start in starts if start is not None and start.year == year)


def days_in(kept: Iterable[DayKept], year: int) -> tuple[DayFacts, ...]:
    """Every named day that touches ``year``, soonest first.

    Of several with one code, the regulator's own date of that year wins over its yearly rule, and that over the
    national one.
    """
    kept = list(kept)
    found = [facts for one_year in (year - 1, year) for facts in _of_one_year(kept, one_year)]
    touching = [facts for facts in found if facts.starts_on.year <= year <= facts.ends_on.year]
    return tuple(sorted(touching, key=lambda facts: (facts.starts_on, facts.code)))


def _of_one_year(kept: list[DayKept], year: int) -> Iterable[DayFacts]:
    by_code: dict[str, tuple[DayKept, tuple[tuple[dt.date, dt.date], ...]]] = {}
    for day in sorted(kept, key=lambda one: (one.is_own, one.rule == "date")):
        dates = day.dates(year)
        if dates:
            by_code[day.code] = (day, dates)
    for day, dates in by_code.values():
        for starts_on, ends_on in dates:
            yield DayFacts(day.code, day.name, starts_on, ends_on, day.is_holiday)


def _solar(day: int, month: int, year: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:  # 29 February
        return None


def _lunar(day: int, month: int, lunar_year: int) -> dt.date | None:
    """The thirtieth of a month that has 29 days is its last day."""
    for possible in (day, day - 1):
        try:
            return solar_from_lunar(possible, month, lunar_year)
        except NoSuchLunarDay:
            continue
    return None
