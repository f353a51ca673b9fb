"""When named days fall: by the sun, by the moon at UTC+7, on one date; whose day wins."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.programme.named_days import DayKept, days_in


def kept(**values) -> DayKept:
    return DayKept(
        **{"code": "ngay", "name": "Ngày", "rule": "solar", "month": 6, "day": 21, "is_holiday": False, **values}
    )


def starts(*days: DayKept, year: int) -> list[dt.date]:
    return [day.starts_on for day in days_in(days, year)]


def test_solar_day_comes_every_year():
    assert starts(kept(), year=2027) == [dt.date(2027, 6, 21)]


@pytest.mark.parametrize(
    ("month", "day", "on"),
    [
        (1, 1, dt.date(2026, 2, 17)),
        (1, 1, dt.date(2027, 2, 6)),
        (1, 1, dt.date(2028, 1, 26)),
        (1, 1, dt.date(2030, 2, 2)),  # China: 3 February
        (3, 10, dt.date(2026, 4, 26)),
        (3, 10, dt.date(2027, 4, 16)),
        (3, 10, dt.date(2028, 4, 4)),
    ],
)
def test_lunar_days_of_vietnam(month, day, on):
    assert starts(kept(rule="lunar", month=month, day=day), year=on.year) == [on]


def test_end_of_the_lunar_year_falls_into_the_next_calendar_year():
    kitchen_gods = kept(rule="lunar", month=12, day=23)

    assert all(len(starts(kitchen_gods, year=year)) in (0, 1, 2) for year in range(2020, 2031))
    assert starts(kitchen_gods, year=2026) == [dt.date(2026, 2, 10)]


def test_thirtieth_of_a_short_month_is_its_last_day():
    eve = kept(rule="lunar", month=12, day=30)

    assert starts(eve, year=2026) == [dt.date(2026, 2, 16)]


def test_one_date_comes_once():
    day = kept(rule="date", year=2027)

    assert (starts(day, year=2026), starts(day, year=2027)) == ([], [dt.date(2027, 6, 21)])


def test_day_does_not_exist_before_its_first_year():
    assert starts(kept(first_year=2026), year=2025) == []


def test_leap_day_comes_in_leap_years():
    day = kept(month=2, day=29)

    assert (starts(day, year=2027), starts(day, year=2028)) == ([], [dt.date(2028, 2, 29)])


def test_several_days_may_reach_into_the_next_year():
    (day,) = days_in([kept(month=12, day=30, length_days=4)], 2027)[:1]

    assert (day.starts_on, day.ends_on) == (dt.date(2026, 12, 30), dt.date(2027, 1, 2))


def test_own_day_takes_the_place_of_the_national_one():
    found = days_in([kept(), kept(name="Riêng", day=20, is_own=True)], 2026)

    assert [day.name for day in found] == ["Riêng"]


def test_own_date_of_a_year_wins_in_that_year_alone():
    days = [kept(), kept(name="Nghỉ bù", rule="date", year=2027, day=22, is_own=True)]

    assert [days_in(days, year)[0].name for year in (2026, 2027, 2028)] == ["Ngày", "Nghỉ bù", "Ngày"]
