"""Set phrases of administrative papers."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import closed, legal_bases, place_and_date


def test_place_and_date():
    assert place_and_date("Hải Dương", dt.date(2010, 4, 8)) == "Hải Dương, ngày 08 tháng 4 năm 2010"


@pytest.mark.parametrize("text", ["Trân trọng", "Trân trọng.", "Trân trọng ./. ", "Trân trọng;\n", "Trân trọng./."])
def test_a_text_is_closed_once(text):
    assert closed(text) == "Trân trọng./."


@given(st.text())
def test_closing_twice_changes_nothing(text):
    assert closed(closed(text)) == closed(text)


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop():
    bases = ["Luật Viễn thông", " Căn cứ Nghị định 30/2020/NĐ-CP. ", "", "Theo đề nghị của Chánh Văn phòng;"]

    assert legal_bases(bases) == [
        "Căn cứ Luật Viễn thông;",
        "Căn cứ Nghị định 30/2020/NĐ-CP;",
        "Theo đề nghị của Chánh Văn phòng.",
    ]


@given(st.lists(st.text()))
def test_bases_written_once_stay_as_they_are(bases):
    written = legal_bases(bases)

    assert legal_bases(written) == written


def test_no_basis_makes_no_line():
    assert legal_bases(["  ", ";"]) == []
