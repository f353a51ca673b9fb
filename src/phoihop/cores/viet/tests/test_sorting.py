"""Sorting by the Vietnamese alphabet."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import person_sort_key, sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        [*"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai", "mày"],
        ["an", "ăn", "ân", "ba", "bà", "ban", "dư", "đa", "đá"],
        ["ba", "ba ba", "ba hoa", "bà", "bà con", "bác"],
        ["2 chiều", "3 chiều", "ba", "zê-rô"],
        ["Hạ Long", "Hải Dương", "Hải Phòng", "Hưng Yên"],
    ],
)
def test_known_orders(ordered):
    mixed = random.Random(7).sample(ordered, len(ordered))

    assert sorted(mixed, key=sort_key) == ordered


@given(st.text())
def test_case_and_composition_do_not_matter(text):
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))


def test_capitals_sort_with_their_small_letters():
    assert sort_key("ĐẢO") == sort_key("đảo")


def test_people_sort_by_their_given_names():
    people = ["Trần Thị Ánh", "Lê An", "An", "Đỗ Văn An", "Nguyễn Ân", "Bùi Bình"]

    assert sorted(people, key=person_sort_key) == ["An", "Đỗ Văn An", "Lê An", "Trần Thị Ánh", "Nguyễn Ân", "Bùi Bình"]


def test_nobody_sorts_first():
    assert person_sort_key(" ") == () < person_sort_key("An")
