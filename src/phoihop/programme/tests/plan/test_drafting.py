"""Drafting: cadences, named days, holidays, what last year left over."""

from __future__ import annotations

import datetime as dt
import uuid

from hypothesis import given
from hypothesis import strategies as st

from phoihop.programme.drafting import ClauseFacts, DayFacts, Unfinished, draft
from phoihop.programme.workdays import is_weekend, nearest_working_day, span

PRESS_DAY = DayFacts("bao-chi", "Ngày Báo chí", dt.date(2026, 6, 21), dt.date(2026, 6, 21), is_holiday=False)
TET = DayFacts("tet", "Tết Nguyên đán", dt.date(2026, 2, 17), dt.date(2026, 2, 21), is_holiday=True)


def clause(cadence: str, **values: object) -> ClauseFacts:
    return ClauseFacts(uuid.uuid4(), "Giao ban", "plain", cadence, **values)


def dates(*clauses: ClauseFacts, **values: object) -> list[dt.date]:
    return [item.starts_on for item in draft(year=2026, clauses=clauses, days=values.pop("days", ()), **values)]


def test_half_yearly_falls_in_june_and_december():
    items = draft(year=2026, clauses=[clause("half_yearly")], days=())

    assert [(item.starts_on.month, item.occasion, item.number) for item in items] == [(6, "half", 1), (12, "half", 2)]


def test_months_of_the_clause_win():
    assert [day.month for day in dates(clause("half_yearly", months=(7, 1)))] == [1, 7]


def test_more_months_than_periods_are_named_after_the_month():
    items = draft(year=2026, clauses=[clause("yearly", months=(3, 9))], days=())

    assert [(item.occasion, item.number) for item in items] == [("month", 3), ("month", 9)]


def test_quarterly_gives_four_quarters():
    items = draft(year=2026, clauses=[clause("quarterly")], days=())

    assert [item.number for item in items] == [1, 2, 3, 4]


def test_ad_hoc_gives_nothing():
    assert dates(clause("ad_hoc", months=(3,))) == []


def test_named_day_on_a_sunday_moves_to_the_nearest_working_day():
    assert dates(clause("named_days", days=("bao-chi",)), days=[PRESS_DAY]) == [dt.date(2026, 6, 22)]


def test_named_day_can_be_held_ahead():
    assert dates(clause("named_days", days=("bao-chi",)), days=[PRESS_DAY], lead_days=5) == [dt.date(2026, 6, 16)]


def test_holidays_are_stepped_over():
    on = dates(clause("yearly", months=(2,)), days=[TET])

    assert on == [dt.date(2026, 2, 16)]  # the 15th is a Sunday, the 17th begins Tết


def test_unknown_named_day_gives_nothing():
    assert dates(clause("named_days", days=("bo-roi",)), days=[PRESS_DAY]) == []


def test_left_over_item_comes_in_january_and_keeps_its_length():
    left = Unfinished(uuid.uuid4(), "Xây nhà", "plain", dt.date(2025, 10, 1), dt.date(2025, 10, 11))

    (item,) = draft(year=2026, clauses=[], days=(), unfinished=[left])

    assert (item.starts_on, item.ends_on) == (dt.date(2026, 1, 15), dt.date(2026, 1, 25))
    assert (item.occasion, item.carried_from) == ("carried", left.item_id)


def test_left_over_item_already_moved_into_the_year_stays_there():
    left = Unfinished(uuid.uuid4(), "Xây nhà", "plain", dt.date(2026, 3, 4), dt.date(2026, 3, 4))

    (item,) = draft(year=2026, clauses=[], days=(), unfinished=[left])

    assert item.starts_on == dt.date(2026, 3, 4)


def test_two_items_of_one_month_are_put_on_different_days():
    items = draft(year=2026, clauses=[clause("half_yearly"), clause("quarterly")], days=())

    june = [item.starts_on for item in items if item.starts_on.month == 6]
    assert june == [dt.date(2026, 6, 15), dt.date(2026, 6, 16)]


def test_a_periodic_item_keeps_off_a_named_day():
    fair = DayFacts("hoi", "Ngày hội", dt.date(2026, 10, 15), dt.date(2026, 10, 15), is_holiday=False)

    items = draft(year=2026, clauses=[clause("yearly"), clause("named_days", days=("hoi",))], days=[fair])

    assert [(item.starts_on.day, item.occasion) for item in items] == [(14, "year"), (15, "day")]


CADENCES = st.sampled_from(["yearly", "half_yearly", "quarterly", "named_days", "ad_hoc"])
YEARS = st.integers(2000, 2100)


@given(year=YEARS, cadence=CADENCES, months=st.sets(st.integers(1, 12)), lead_days=st.integers(0, 400), data=st.data())
def test_every_draft_lies_on_working_days_of_its_year(year, cadence, months, lead_days, data):
    starts = data.draw(st.lists(st.dates(dt.date(year, 1, 1), dt.date(year, 12, 31)), max_size=6))
    days = [
        DayFacts(f"d{n}", f"Ngày {n}", on, on + dt.timedelta(days=n), is_holiday=n % 2 == 0)
        for n, on in enumerate(starts)
    ]
    asked = clause(cadence, months=tuple(months), days=tuple(day.code for day in days))

    items = draft(year=year, clauses=[asked], days=days, lead_days=lead_days)

    off = {one for day in days if day.is_holiday for one in span(day.starts_on, day.ends_on)}
    assert all(item.starts_on.year == year and item.starts_on not in off for item in items)
    assert not any(is_weekend(item.starts_on) for item in items)
    expected = {"named_days": len(days), "ad_hoc": 0}.get(
        cadence, len(months) or {"yearly": 1, "half_yearly": 2}.get(cadence, 4)
    )
    assert len(items) == expected


@given(day=st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)), holidays=st.sets(st.dates(), max_size=5))
def test_nearest_working_day_is_never_farther_than_another(day, holidays):
    found = nearest_working_day(day, holidays)

    distance = abs((found - day).days)
    nearer = [day + dt.timedelta(days=step) for step in range(-distance + 1, distance)]
    assert all(is_weekend(one) or one in holidays or one.year != day.year for one in nearer)
