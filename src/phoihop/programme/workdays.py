"""Working days of a year, as far as the plan needs them: plain Python, no Django, no clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from phoihop.cores.viet import is_working_day

SATURDAY = 5


def is_weekend(day: dt.date) -> bool:
    """Saturday or Sunday.

    >>> is_weekend(dt.date(2026, 6, 20))
    True
    """
    return day.weekday() >= SATURDAY


def span(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every day from ``first`` to ``last``, both included."""
    for offset in range((last - first).days + 1):
        yield first + dt.timedelta(days=offset)


def nearest_working_day(day: dt.date, holidays: Collection[dt.date]) -> dt.date:
    """The working day nearest to ``day``, in the same year; the earlier of two that are equally near.

    >>> nearest_working_day(dt.date(2026, 6, 21), holidays=())  # a Sunday
    datetime.date(2026, 6, 22)
    >>> nearest_working_day(dt.date(2026, 8, 15), holidays=())  # a Saturday
    datetime.date(2026, 8, 14)

    A year without a single working day gives ``day`` itself.
    """
    for distance in range(366):
        for step in (-distance, distance):
            try:
                found = day + dt.timedelta(days=step)
            except OverflowError:
                continue
            if found.year == day.year and is_working_day(found, holidays):
                return found
    return day
