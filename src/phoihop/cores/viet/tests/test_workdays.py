"""Working days, with holidays and Saturdays that make up for bridged days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import add_working_days, is_working_day, next_working_day, working_days_between

LIBERATION, LABOUR = dt.date(2026, 4, 30), dt.date(2026, 5, 1)  # Thursday, Friday
HOLIDAYS = {LIBERATION, LABOUR}
SATURDAY = dt.date(2026, 5, 9)
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
DAYS_OFF = st.frozensets(DAYS, max_size=40)


@given(DAYS, st.integers(-60, 60), DAYS_OFF, DAYS_OFF)
def test_days_added_are_counted_again(start, days, holidays, make_up):
    end = add_working_days(start, days, holidays, make_up=make_up)

    assert working_days_between(start, end, holidays, make_up=make_up) == days


@given(DAYS, st.integers(1, 60), DAYS_OFF)
def test_a_count_ends_on_a_working_day(start, days, holidays):
    assert is_working_day(add_working_days(start, days, holidays), holidays)


@given(DAYS, DAYS_OFF)
def test_the_next_working_day_skips_none(day, holidays):
    found = next_working_day(day, holidays)

    assert found >= day
    assert is_working_day(found, holidays)
    assert not any(is_working_day(day + dt.timedelta(days=n), holidays) for n in range((found - day).days))


@pytest.mark.parametrize(
    ("day", "open_"),
    [(dt.date(2026, 4, 29), True), (LIBERATION, False), (dt.date(2026, 5, 2), False), (dt.date(2026, 5, 3), False)],
)
def test_offices_are_closed_on_holidays_and_weekends(day, open_):
    assert is_working_day(day, HOLIDAYS) is open_


def test_holidays_do_not_count():
    assert add_working_days(dt.date(2026, 4, 29), 1, HOLIDAYS) == dt.date(2026, 5, 4)
    assert add_working_days(dt.date(2026, 5, 4), -1, HOLIDAYS) == dt.date(2026, 4, 29)


def test_a_saturday_that_makes_up_counts():
    assert is_working_day(SATURDAY, make_up={SATURDAY})
    assert add_working_days(dt.date(2026, 5, 8), 1, make_up={SATURDAY}) == SATURDAY


def test_nothing_added_is_the_day_itself():
    assert add_working_days(LABOUR, 0, HOLIDAYS) == LABOUR


def test_the_first_day_does_not_count_and_the_last_does():
    monday, friday = dt.date(2026, 6, 15), dt.date(2026, 6, 19)

    assert (working_days_between(monday, friday), working_days_between(friday, monday)) == (4, -4)
