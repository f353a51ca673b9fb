"""Numbers, dates, folding and wording."""

import datetime as dt
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import phoihop.cores.viet as viet

UNITS = {name: value for value, name in enumerate(["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"])}
UNITS |= {"mốt": 1, "tư": 4, "lăm": 5}


def read_aloud(words: str) -> int:
    """An independent reader of number words."""
    total = billions = group = last = 0
    for word in words.removeprefix("âm ").split():
        if word in UNITS:
            last = UNITS[word]
            group += last
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group += last * 9
        elif word == "trăm":
            group += last * 99
        elif word in ("nghìn", "triệu"):
            total += group * (1_000 if word == "nghìn" else 1_000_000)
            group = 0
        elif word == "tỷ":
            billions, total, group = (billions + total + group) * 10**9, 0, 0
    return billions + total + group


@given(st.integers(0, 10**15))
def test_words_read_back_to_the_number(number):
    assert read_aloud(viet.number_in_words(number)) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"), (14, "mười bốn"), (15, "mười lăm"), (24, "hai mươi tư"), (31, "ba mươi mốt"),
        (1_001, "một nghìn không trăm linh một"), (-5, "âm năm"), (10**9, "một tỷ"),
    ],
)  # fmt: skip
def test_known_words(number, words):
    assert viet.number_in_words(number) == words


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_written_numbers_read_back(value):
    assert viet.parse_number(viet.format_number(value)) == value


@pytest.mark.parametrize("text", ["", "1.92.3", "mười", "1,2,3", "--1"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(viet.NotANumber):
        viet.parse_number(text)


def test_written_numbers():
    assert viet.parse_number("1.923,5") == Decimal("1923.5")
    assert viet.format_number(Decimal("92.20")) == "92,2"


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert viet.fold(viet.fold(text)) == viet.fold(text)


def test_folding_takes_composed_and_decomposed_text_alike():
    assert viet.fold(unicodedata.normalize("NFD", "Viễn thông Đồng")) == "vien thong dong"


@pytest.mark.parametrize("text", ["8/4/2010", "08-04-2010", "2010-04-08", "ngày 08 tháng 4 năm 2010"])
def test_days_are_read_in_every_usual_form(text):
    assert viet.parse_date(text) == dt.date(2010, 4, 8)


def test_an_impossible_day_is_refused():
    with pytest.raises(viet.NotADate):
        viet.parse_date("31/2/2026")


@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), st.integers(-60, 60))
def test_working_days_added_are_counted_again(start, days):
    end = viet.add_working_days(start, days)

    assert viet.working_days_between(start, end) == days or (days < 0 and not viet.is_working_day(start))


def test_holidays_do_not_count():
    assert viet.add_working_days(dt.date(2026, 4, 29), 1, {dt.date(2026, 4, 30), dt.date(2026, 5, 1)}) == dt.date(2026, 5, 4)


def test_everything_promised_is_there():
    assert sorted(viet.__all__) == viet.__all__
    assert all(hasattr(viet, name) for name in viet.__all__)
