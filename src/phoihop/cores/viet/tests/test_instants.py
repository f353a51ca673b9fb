"""Instants at UTC+7."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import VIETNAM, NotAnInstant, format_moment, from_iso, moment_in_words, to_iso

EVENING_IN_LONDON = dt.datetime(2010, 4, 7, 18, 5, tzinfo=dt.UTC)
OFFSETS = st.timedeltas(dt.timedelta(hours=-14), dt.timedelta(hours=14)).map(
    lambda offset: dt.timezone(dt.timedelta(minutes=offset // dt.timedelta(minutes=1))),
)
INSTANTS = st.datetimes(dt.datetime(2, 1, 1), dt.datetime(9998, 1, 1), timezones=OFFSETS)  # noqa: DTZ001


@given(INSTANTS)
def test_written_instants_read_back_to_the_second(moment):
    read = from_iso(to_iso(moment))

    assert read == moment.replace(microsecond=0)
    assert read.utcoffset() == dt.timedelta(hours=7)


def test_the_day_is_the_one_in_vietnam():
    assert to_iso(EVENING_IN_LONDON) == "2010-04-08T01:05:00+07:00"
    assert format_moment(EVENING_IN_LONDON) == "01:05 08/04/2010"
    assert moment_in_words(EVENING_IN_LONDON) == "01 giờ 05 phút, ngày 08 tháng 4 năm 2010"


@pytest.mark.parametrize(
    "text",
    ["2010-04-08T01:05+07:00", "2010-04-08 01:05:00.5+0700", "2010-04-07T18:05:00Z", "2010-04-07t13:05:00-05:00"],
)
def test_usual_writings_are_read(text):
    assert from_iso(text).replace(microsecond=0) == EVENING_IN_LONDON


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2010-04-08",
        "2010-04-08T01:05:00",
        "2010-04-31T01:05:00Z",
        "2010-04-08T25:05:00Z",
        "0001-01-01T00:00:00+14:00",
        "nay",
    ],
)
def test_what_is_no_instant_is_refused(text):
    with pytest.raises(NotAnInstant):
        from_iso(text)


@pytest.mark.parametrize("write", [to_iso, format_moment, moment_in_words])
def test_an_instant_without_time_zone_is_refused(write):
    with pytest.raises(NotAnInstant):
        write(dt.datetime(2010, 4, 8, 1, 5))  # noqa: DTZ001


def test_vietnam_has_no_daylight_saving():
    summer, winter = (dt.datetime(2026, month, 1, tzinfo=VIETNAM) for month in (7, 1))

    assert summer.utcoffset() == winter.utcoffset() == dt.timedelta(hours=7)
