"""Known days, and the way there and back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import (
    LunarDay,
    NoSuchLunarDay,
    leap_month,
    lunar_from_solar,
    lunar_year_name,
    solar_from_lunar,
    tet,
)

KEPT_TET = {
    1968: (1, 29),  # China: 30 January
    1969: (2, 16),  # China: 17 February
    1985: (1, 21),  # China: 20 February
    2000: (2, 5),
    2007: (2, 17),  # China: 18 February
    2010: (2, 14),
    2020: (1, 25),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2027: (2, 6),
    2028: (1, 26),
    2029: (2, 13),
    2030: (2, 2),  # China: 3 February
}
LEAP_MONTHS = {
    1984: None, 1985: 2, 1987: 7, 1990: 5, 1993: 3, 1995: 8, 1998: 5, 2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 4,
    2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11, 2036: 6, 2039: 5,
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), KEPT_TET.items())
def test_tet_is_the_day_that_vietnam_keeps(year, day):
    assert tet(year) == dt.date(year, *day)


@pytest.mark.parametrize(("year", "day"), {2026: (4, 26), 2027: (4, 16), 2028: (4, 4)}.items())
def test_hung_kings(year, day):
    assert solar_from_lunar(10, 3, year) == dt.date(year, *day)


@pytest.mark.parametrize(("year", "month"), LEAP_MONTHS.items())
def test_leap_months_are_those_of_vietnam(year, month):
    assert leap_month(year) == month


def test_nineteen_years_have_seven_leap_months():
    leap_years = sum(leap_month(year) is not None for year in range(1900, 2185))

    assert leap_years == pytest.approx(285 * 7 / 19, abs=1)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_there_and_back(day):
    lunar = lunar_from_solar(day)

    assert solar_from_lunar(lunar.day, lunar.month, lunar.year, is_leap=lunar.is_leap) == day


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 30)))
def test_the_next_day_is_the_next_lunar_day_or_begins_a_month(day):
    before, after = lunar_from_solar(day), lunar_from_solar(day + dt.timedelta(days=1))

    if after.day == 1:
        assert before.day in (29, 30)
        assert after.month in (before.month, before.month % 12 + 1)
    else:
        assert after == LunarDay(before.year, before.month, before.day + 1, before.is_leap)


@given(st.integers(1899, 2199))
def test_tet_falls_between_20_january_and_22_february(year):
    assert dt.date(year, 1, 20) <= tet(year) <= dt.date(year, 2, 22)


def test_days_of_a_leap_month():
    assert solar_from_lunar(1, 2, 2023, is_leap=True) == dt.date(2023, 3, 22)
    assert solar_from_lunar(1, 6, 2025, is_leap=True) == dt.date(2025, 7, 25)
    assert lunar_from_solar(dt.date(2025, 7, 25)) == LunarDay(2025, 6, 1, is_leap=True)
    assert str(lunar_from_solar(dt.date(2025, 7, 25))) == "1/6 nhuận âm lịch"


@pytest.mark.parametrize(
    "day", [dt.date(1944, 6, 20), dt.date(1967, 7, 8), dt.date(2054, 5, 8), dt.date(2072, 12, 9), dt.date(2085, 10, 19)]
)
def test_months_whose_new_moon_comes_within_a_minute_of_midnight(day):
    assert lunar_from_solar(day).day == 1


@pytest.mark.parametrize(
    ("day", "month", "year", "leap"),
    [
        (1, 3, 2023, True),
        (1, 1, 2026, True),
        (30, 12, 2025, False),  # the year of the Snake ended on the 29th
        (31, 1, 2026, False),
        (0, 1, 2026, False),
        (1, 0, 2026, False),
        (1, 13, 2026, False),
        (1, 1, 1898, False),
        (1, 1, 2200, False),
    ],
)
def test_a_day_that_does_not_exist_is_refused(day, month, year, leap):
    with pytest.raises(NoSuchLunarDay):
        solar_from_lunar(day, month, year, is_leap=leap)


def test_days_out_of_reach_are_refused():
    first, last = tet(1899), solar_from_lunar(29, 12, 2199)

    assert lunar_from_solar(first) == LunarDay(1899, 1, 1)
    for day in (first - dt.timedelta(days=1), last + dt.timedelta(days=3), dt.date.min, dt.date.max):
        with pytest.raises(NoSuchLunarDay):
            lunar_from_solar(day)
    with pytest.raises(NoSuchLunarDay):
        leap_month(2200)


@pytest.mark.parametrize(
    ("year", "name"), [(1984, "Giáp Tý"), (2010, "Canh Dần"), (2026, "Bính Ngọ"), (2043, "Quý Hợi")]
)
def test_years_of_the_cycle_of_sixty(year, name):
    assert lunar_year_name(year) == name
