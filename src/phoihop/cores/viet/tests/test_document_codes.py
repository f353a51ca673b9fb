"""Types of papers, their numbers and symbols."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import (
    COPY_TYPES,
    DOCUMENT_TYPES,
    DocumentCode,
    NoSuchDocumentType,
    NotADocumentCode,
    document_code,
    document_heading,
    document_symbol,
    padded_number,
    parse_document_code,
)

APPENDIX_III = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ",
    "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "SY", "TrS", "SL",
]  # fmt: skip
BODIES = st.text("ABCDĐGHKLMNPQSTUVXY", min_size=1, max_size=8).filter(lambda body: body not in DOCUMENT_TYPES)


def test_the_types_are_those_of_appendix_iii():
    assert list(DOCUMENT_TYPES) == APPENDIX_III
    assert list(COPY_TYPES) == ["SY", "TrS", "SL"]


def test_names_are_composed_and_unlike():
    names = list(DOCUMENT_TYPES.values())

    assert len(set(names)) == len(names)
    assert all(unicodedata.is_normalized("NFC", name) for name in names)


def test_the_table_cannot_be_changed():
    with pytest.raises(TypeError):
        DOCUMENT_TYPES["X"] = "Khác"


@pytest.mark.parametrize(("kind", "heading"), [("QĐ", "QUYẾT ĐỊNH"), ("BGN", "BẢN GHI NHỚ"), ("CV", "")])
def test_headings_are_in_capitals(kind, heading):
    assert document_heading(kind) == heading


@pytest.mark.parametrize(("number", "text"), [(1, "01"), (9, "09"), (10, "10"), (893, "893")])
def test_numbers_under_ten_are_padded(number, text):
    assert padded_number(number) == text


@pytest.mark.parametrize("number", [0, -1])
def test_numbers_begin_with_one(number):
    with pytest.raises(NotADocumentCode):
        document_code(number, "BC", "STTTT")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (DocumentCode(5, "BC", "STTTT"), "05/BC-STTTT"),
        (DocumentCode(1234, "QĐ", "UBND"), "1234/QĐ-UBND"),
        (DocumentCode(893, "CV", "STTTT", "CNTT"), "893/STTTT-CNTT"),
        (DocumentCode(8, "CV", "STTTT"), "08/STTTT"),
        (DocumentCode(1, "SY", "STTTT"), "01/SY-STTTT"),
    ],
)
def test_codes_are_written_and_read(code, text):
    assert str(code) == text
    assert parse_document_code(text) == code


def test_only_a_letter_carries_its_drafting_unit():
    assert document_symbol("BC", "STTTT", "CNTT") == "BC-STTTT"


@given(st.integers(1, 999_999), st.sampled_from(APPENDIX_III), BODIES)
def test_typed_codes_read_back(number, kind, body):
    assert parse_document_code(document_code(number, kind, body)) == DocumentCode(number, kind, body)


@given(st.integers(1, 999_999), BODIES, BODIES)
def test_letters_read_back(number, body, unit):
    assert parse_document_code(document_code(number, "CV", body, unit)) == DocumentCode(number, "CV", body, unit)


def test_codes_are_read_as_people_type_them():
    typed = unicodedata.normalize("NFD", " Số:  05/QĐ-UBND ")

    assert parse_document_code(typed) == DocumentCode(5, "QĐ", "UBND")


@pytest.mark.parametrize("text", ["", "05", "05/", "/BC-STTTT", "00/BC-STTTT", "05/BC-", "05/BC STTTT", "05-BC/STTTT"])
def test_what_is_no_code_is_refused(text):
    with pytest.raises(NotADocumentCode):
        parse_document_code(text)


@pytest.mark.parametrize("ask", [document_heading, lambda kind: document_code(1, kind, "STTTT")])
def test_unknown_types_are_refused(ask):
    with pytest.raises(NoSuchDocumentType) as refusal:
        ask("XYZ")

    assert refusal.value.value == "XYZ"
