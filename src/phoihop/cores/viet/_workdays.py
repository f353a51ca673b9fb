"""Working days: Monday to Friday without the holidays, and the Saturdays worked to make up for bridged ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

SATURDAY = 5
DAY = dt.timedelta(days=1)


def is_working_day(day: dt.date, holidays: Collection[dt.date] = (), *, make_up: Collection[dt.date] = ()) -> bool:
    """Whether offices are open.

    :param make_up: weekend days that are worked, by the yearly decision on days off
    """
    return day not in holidays and (day.weekday() < SATURDAY or day in make_up)


def next_working_day(day: dt.date, holidays: Collection[dt.date] = (), *, make_up: Collection[dt.date] = ()) -> dt.date:
    """The day itself where offices are open, otherwise the first one after it: when a time limit ends.

    >>> next_working_day(dt.date(2026, 6, 21))  # a Sunday
    datetime.date(2026, 6, 22)
    """
    while not is_working_day(day, holidays, make_up=make_up):
        day += DAY
    return day


def add_working_days(
    start: dt.date, days: int, holidays: Collection[dt.date] = (), *, make_up: Collection[dt.date] = ()
) -> dt.date:
    """The day ``days`` working days after ``start`` (before it, where negative); ``start`` itself does not count.

    >>> add_working_days(dt.date(2026, 1, 2), 1)
    datetime.date(2026, 1, 5)
    """
    step = DAY if days >= 0 else -DAY
    day, left = start, abs(days)
    while left:
        day += step
        left -= is_working_day(day, holidays, make_up=make_up)
    return day


def working_days_between(
    start: dt.date, end: dt.date, holidays: Collection[dt.date] = (), *, make_up: Collection[dt.date] = ()
) -> int:
    """How many working days it takes from ``start`` to ``end``: those after ``start`` up to and with ``end``.

    Negative where ``end`` comes first: those before ``start`` back to and with ``end``. It undoes ``add_working_days``.

    >>> working_days_between(dt.date(2026, 1, 2), dt.date(2026, 1, 5))
    1
    """
    step = DAY if end >= start else -DAY
    sign = 1 if end >= start else -1
    days = (start + step * count for count in range(1, abs((end - start).days) + 1))
    return sign * sum(is_working_day(day, holidays, make_up=make_up) for day in days)
