"""How long each step of a sharing request may take: plain Python, no Django, no clock of its own.

Short limits count working days, long ones calendar months; a pause stops both. A limit that ends on a day off ends on
the next working day.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from phoihop.cores.viet import is_working_day, next_working_day, working_days_between

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a regulator allows; the defaults follow the Gigabit Infrastructure Act and are no rule of Vietnamese law.

    :param answer_days: working days until the owner acknowledges, and until the department routes
    :param decide_months: months until there is an offer or a reasoned refusal
    :param reply_days: working days to reply to an offer
    :param sign_days: working days to sign what was agreed
    :param unused_months: months after signing until a permission that nobody used lapses
    :param pause_days: working days that a party may pause the clock in all
    """

    answer_days: int = 10
    decide_months: int = 1
    reply_days: int = 10
    sign_days: int = 20
    unused_months: int = 12
    pause_days: int = 20


@dataclass(frozen=True, slots=True)
class Stop:
    """A pause: the first day that does not count, and the first that counts again, if it is over."""

    starts_on: dt.date
    ends_on: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        """Whether ``day`` does not count."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clock shows: when it runs out, whether it stands still, how much of it is used."""

    due_on: dt.date
    paused: bool
    left_days: int  # working days; negative once it is late
    share: float  # of the time used, 0 to 1

    @property
    def late(self) -> bool:
        """Whether its last day has passed."""
        return self.left_days < 0 and not self.paused

    @property
    def percent(self) -> int:
        """How much of the time is used, in hundredths."""
        return round(self.share * 100)

    @property
    def late_days(self) -> int:
        """How many working days have passed since."""
        return max(0, -self.left_days)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day ``months`` later, or the last of a shorter month.

    >>> add_months(dt.date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


def end_in_working_days(
    start: dt.date, days: int, *, holidays: Collection[dt.date] = (), stops: Iterable[Stop] = (), today: dt.date
) -> dt.date:
    """The last of ``days`` working days after ``start`` that count; a pause that still runs counts up to ``today``.

    >>> end_in_working_days(dt.date(2026, 6, 1), 3, today=dt.date(2026, 6, 1))
    datetime.date(2026, 6, 4)
    >>> held = (Stop(dt.date(2026, 6, 2), dt.date(2026, 6, 8)),)
    >>> end_in_working_days(dt.date(2026, 6, 1), 3, stops=held, today=dt.date(2026, 6, 9))
    datetime.date(2026, 6, 10)
    """
    closed = _closed(stops, today)
    day, left = start, days
    while left:
        day += DAY
        left -= is_working_day(day, holidays) and not _held(day, closed)
    return day


def end_in_months(
    start: dt.date, months: int, *, holidays: Collection[dt.date] = (), stops: Iterable[Stop] = (), today: dt.date
) -> dt.date:
    """``months`` after ``start``, put off by every day of a pause, on a working day.

    >>> end_in_months(dt.date(2026, 5, 13), 1, today=dt.date(2026, 5, 13))  # 13 June is a Saturday
    datetime.date(2026, 6, 15)
    """
    end = add_months(start, months)
    closed = _closed(stops, today)
    day = start
    while day < end:
        day += DAY
        if _held(day, closed):
            end += DAY
    return next_working_day(end, holidays)


def paused_working_days(stops: Iterable[Stop], *, holidays: Collection[dt.date] = (), today: dt.date) -> int:
    """How many working days the pauses took so far."""
    days: set[dt.date] = set()
    for first, end in _closed(stops, today):
        days.update(first + DAY * n for n in range((end - first).days))
    return sum(is_working_day(day, holidays) for day in days)


def read(
    start: dt.date, due_on: dt.date, *, holidays: Collection[dt.date] = (), stops: Iterable[Stop] = (), today: dt.date
) -> Reading:
    """What a clock that began on ``start`` and ends on ``due_on`` shows on ``today``."""
    paused = any(stop.covers(today) for stop in stops)
    whole = max(1, working_days_between(start, due_on, holidays))
    left = working_days_between(today, due_on, holidays)
    if today > due_on:
        left = -max(1, working_days_between(due_on, today, holidays))
    return Reading(due_on, paused, left, min(1.0, max(0.0, (whole - left) / whole)))


def _closed(stops: Iterable[Stop], today: dt.date) -> list[tuple[dt.date, dt.date]]:
    """First day and end of each pause: one that runs on lasts at least through ``today``."""
    return [(stop.starts_on, stop.ends_on or max(stop.starts_on, today + DAY)) for stop in stops]


def _held(day: dt.date, closed: list[tuple[dt.date, dt.date]]) -> bool:
    return any(first <= day < end for first, end in closed)
