"""Known days, and the way there and back."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import NoSuchLunarDay, lunar_from_solar, solar_from_lunar

TẾT = {
    1985: (1, 21), 2007: (2, 17), 2020: (1, 25), 2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17),
    2027: (2, 6), 2028: (1, 26), 2030: (2, 2),
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), TẾT.items())
def test_tet_is_the_day_that_vietnam_kept(year, day):
    assert solar_from_lunar(1, 1, year) == dt.date(year, *day)


@pytest.mark.parametrize(("year", "day"), {2026: (4, 26), 2027: (4, 16), 2028: (4, 4)}.items())
def test_hung_kings(year, day):
    assert solar_from_lunar(10, 3, year) == dt.date(year, *day)


@given(st.dates(dt.date(1901, 1, 1), dt.date(2197, 12, 31)))
def test_there_and_back(day):
    lunar = lunar_from_solar(day)

    assert solar_from_lunar(lunar.day, lunar.month, lunar.year, is_leap=lunar.is_leap) == day


def test_leap_months_of_known_years():
    assert solar_from_lunar(1, 2, 2023, is_leap=True) == dt.date(2023, 3, 22)
    assert solar_from_lunar(1, 6, 2025, is_leap=True) == dt.date(2025, 7, 25)


@pytest.mark.parametrize(("day", "month", "year", "leap"), [(1, 3, 2023, True), (1, 1, 2026, True), (31, 1, 2026, False)])
def test_a_day_that_does_not_exist_is_refused(day, month, year, leap):
    with pytest.raises(NoSuchLunarDay):
        solar_from_lunar(day, month, year, is_leap=leap)
