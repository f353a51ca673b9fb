"""Working days: Monday to Friday, without the holidays given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection


def is_working_day(day: dt.date, holidays: Collection[dt.date] = ()) -> bool:
    """Whether offices are open."""
    return day.weekday() < 5 and day not in holidays


def add_working_days(start: dt.date, days: int, holidays: Collection[dt.date] = ()) -> dt.date:
    """The day ``days`` working days after ``start`` (before it, where negative); ``start`` itself does not count.

    >>> add_working_days(dt.date(2026, 1, 2), 1)
    datetime.date(2026, 1, 5)
    """
    step = dt.timedelta(days=1 if days >= 0 else -1)
    day, left = start, abs(days)
    while left:
        day += step
        left -= is_working_day(day, holidays)
    return day


def working_days_between(start: dt.date, end: dt.date, holidays: Collection[dt.date] = ()) -> int:
    """How many working days lie after ``start`` up to and with ``end``; negative where ``end`` comes first."""
    if end < start:
        return -working_days_between(end, start, holidays)
    days = (start + dt.timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day, holidays) for day in days)
