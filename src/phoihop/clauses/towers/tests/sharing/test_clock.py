import datetime as dt

import pytest

from phoihop.clauses.towers.sharing.clock import (
    Stop,
    add_months,
    end_in_months,
    end_in_working_days,
    paused_working_days,
    read,
)

MONDAY = dt.date(2026, 6, 1)


def day(number: int) -> dt.date:
    return dt.date(2026, 6, number)


def test_ten_working_days_skip_weekends():
    assert end_in_working_days(MONDAY, 10, today=MONDAY) == day(15)


def test_a_holiday_does_not_count():
    assert end_in_working_days(MONDAY, 10, holidays={day(3), day(6)}, today=MONDAY) == day(16)


def test_a_pause_does_not_count():
    held = [Stop(day(2), day(4))]

    assert end_in_working_days(MONDAY, 3, stops=held, today=day(5)) == day(8)


def test_a_pause_that_runs_puts_the_end_off_day_by_day():
    running = [Stop(day(2))]

    ends = [end_in_working_days(MONDAY, 3, stops=running, today=day(today)) for today in (2, 3, 4)]

    assert ends == [day(5), day(8), day(9)]


def test_a_month_from_the_last_day_ends_on_the_last_day():
    assert add_months(dt.date(2026, 1, 31), 1) == dt.date(2026, 2, 28)
    assert add_months(dt.date(2026, 11, 30), 3) == dt.date(2027, 2, 28)


def test_months_end_on_a_working_day():
    assert end_in_months(dt.date(2026, 5, 13), 1, today=MONDAY) == day(15)


def test_a_pause_prolongs_months_by_its_days():
    held = [Stop(day(3), day(5))]

    assert end_in_months(MONDAY, 1, stops=held, today=day(10)) == dt.date(2026, 7, 3)


def test_two_pauses_on_one_day_count_once():
    both = [Stop(day(2), day(4)), Stop(day(3), day(5))]

    assert paused_working_days(both, today=day(10)) == 3


@pytest.mark.parametrize(("today", "left", "late"), [(15, 0, False), (16, -1, True), (20, -4, True), (8, 5, False)])
def test_a_clock_reads_what_is_left(today, left, late):
    shown = read(MONDAY, day(15), today=day(today))

    assert (shown.left_days, shown.late) == (left, late)


def test_the_weekend_after_the_last_day_is_late():
    assert read(MONDAY, day(5), today=day(6)).late


def test_a_clock_that_stands_still_is_not_late():
    assert not read(MONDAY, day(5), stops=[Stop(day(4))], today=day(12)).late
