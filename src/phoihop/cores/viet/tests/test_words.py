"""Numbers read aloud, checked by a reader that knows only the grammar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import money_in_words, number_in_words

UNITS = dict(zip(["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"], range(10), strict=True))
UNITS |= {"mốt": 1, "tư": 4, "lăm": 5}


def read(words: str) -> int:
    if words.startswith("âm "):
        return -read(words.removeprefix("âm "))
    high, billion, low = words.rpartition("tỷ")
    return (read(high.strip()) * 10**9 if billion else 0) + _below_billion(low.split())


def _below_billion(words: list[str]) -> int:
    total = group = last = 0
    for word in words:
        match word:
            case "triệu" | "nghìn":
                total += (group + last) * (10**6 if word == "triệu" else 10**3)
                group = last = 0
            case "trăm" | "mươi":
                group += last * (100 if word == "trăm" else 10)
                last = 0
            case "mười":
                group += 10
            case "linh" | "lẻ":
                pass
            case _:
                last = UNITS[word]
    return total + group + last


@given(st.integers(-(10**30), 10**30))
def test_words_read_back_to_the_number(number):
    assert read(number_in_words(number)) == number


@given(st.integers(1, 10**12), st.sampled_from(["linh", "lẻ"]))
def test_only_the_zero_of_the_tens_differs_by_region(number, zero_ten):
    words = number_in_words(number, zero_ten=zero_ten)

    assert words.replace("lẻ", "linh") == number_in_words(number)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (24, "hai mươi tư"),
        (31, "ba mươi mốt"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (104, "một trăm linh bốn"),
        (111, "một trăm mười một"),
        (1_001, "một nghìn không trăm linh một"),
        (1_923, "một nghìn chín trăm hai mươi ba"),
        (2_050_000, "hai triệu không trăm năm mươi nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (83_000_000, "tám mươi ba triệu"),
        (10**9, "một tỷ"),
        (1_005_000_000, "một tỷ không trăm linh năm triệu"),
        (25 * 10**11, "hai nghìn năm trăm tỷ"),
        (10**18, "một tỷ tỷ"),
        (-5, "âm năm"),
    ],
)
def test_known_words(number, words):
    assert number_in_words(number) == words


def test_south_says_le():
    assert number_in_words(1_001, zero_ten="lẻ") == "một nghìn không trăm lẻ một"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (1_200_000, "Một triệu hai trăm nghìn đồng"),
        (-21, "Âm hai mươi mốt đồng"),
    ],
)
def test_money_begins_with_a_capital_and_ends_with_dong(amount, words):
    assert money_in_words(amount) == words
