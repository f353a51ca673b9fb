"""Days and times as papers and forms write them."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import (
    NotADate,
    date_in_words,
    format_date,
    padded_date,
    parse_date,
    time_in_words,
    weekday_in_words,
)

SIGNED_ON = dt.date(2010, 4, 8)


@given(st.dates(), st.sampled_from([format_date, padded_date, date_in_words, dt.date.isoformat]))
def test_written_days_read_back(day, write):
    text = write(day)

    if day.year >= 1000:  # a shorter year is not padded in words
        assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "8/4/2010",
        "08/04/2010",
        "08-04-2010",
        "8.4.2010",
        "2010-04-08",
        " ngày 08  tháng 4 năm 2010",
        "TẠI TỈNH, NGÀY 8 THÁNG 4 NĂM 2010",
    ],
)
def test_days_are_read_in_every_usual_form(text):
    assert parse_date(text) == SIGNED_ON
    assert parse_date(unicodedata.normalize("NFD", text)) == SIGNED_ON


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/2/2026",
        "4/31/2026",
        "8/4/10",
        "8/4-2010",
        "20100408",
        "2010-W14-4",
        "0/1/2026",
        "ngày 1 tháng 1 năm 20260",
        "hôm qua",
    ],
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(NotADate) as refusal:
        parse_date(text)

    assert refusal.value.value == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (dt.date(2010, 4, 8), "ngày 08 tháng 4 năm 2010"),
        (dt.date(2026, 1, 10), "ngày 10 tháng 01 năm 2026"),
        (dt.date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (dt.date(2026, 3, 31), "ngày 31 tháng 3 năm 2026"),
        (dt.date(2026, 12, 1), "ngày 01 tháng 12 năm 2026"),
    ],
)
def test_days_under_ten_and_the_first_two_months_are_padded(day, text):
    assert padded_date(day) == text


def test_minutes_begin_with_the_day():
    assert date_in_words(SIGNED_ON) == "Hôm nay, ngày 08 tháng 4 năm 2010"


def test_forms_have_all_digits_even_of_early_years():
    assert format_date(dt.date(938, 1, 2)) == "02/01/0938"


def test_weekdays_go_from_monday_to_sunday():
    monday = dt.date(2026, 6, 15)

    words = [weekday_in_words(monday + dt.timedelta(days=days)) for days in range(7)]

    assert words == ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]


@pytest.mark.parametrize(
    ("time", "words"),
    [(dt.time(8, 30), "08 giờ 30 phút"), (dt.time(14), "14 giờ"), (dt.time(0, 5), "00 giờ 05 phút")],
)
def test_times_in_words(time, words):
    assert time_in_words(time) == words
