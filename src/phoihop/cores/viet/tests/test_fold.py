"""Folding for search, slugs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import fold, nfc, slug

LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
VIETNAMESE = st.text(LETTERS + LETTERS.upper() + " 0123456789.,-()/")


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(VIETNAMESE)
def test_vietnamese_folds_to_ascii_of_the_same_length(text):
    folded = fold(text)

    assert folded.isascii()
    assert len(folded) == len(text)
    assert folded == folded.lower()


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_loses_its_marks_alone(letter):
    bare = "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]

    assert (fold(letter), fold(letter.upper())) == (bare, bare)


def test_other_languages_fold_too():
    assert fold("Çà Straße № Ñandú – Đà Nẵng") == "ca strasse № nandu – da nang"


def test_nfc_composes():
    assert nfc("Phu\N{COMBINING ACUTE ACCENT}") == "Phú"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Giao ban 6 tháng (lần 1)", "giao-ban-6-thang-lan-1"), ("  Đ/c Hảo — Sở TT&TT ", "d-c-hao-so-tt-tt"), ("—", "")],
)
def test_slugs(text, expected):
    assert slug(text) == expected
