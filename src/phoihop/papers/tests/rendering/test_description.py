"""Descriptions refuse what cannot be drawn."""

from __future__ import annotations

import pytest

from phoihop.papers.rendering import Cell, Column, Figure, Signature, Table
from phoihop.papers.rendering.text import clean
from phoihop.papers.rendering.wording import point_letter, roman
from phoihop.papers.tests.rendering.samples import report

TWO = (Column("A"), Column("B"))


def test_an_unknown_type_is_refused():
    with pytest.raises(ValueError, match="XX is no type of paper"):
        report(type="XX")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((("a",),), "Row 1 of the table leaves 1 of its 2 columns empty"),
        ((("a", "b"), ("a", "b", "c")), "Row 2 of the table has more cells"),
        (((Cell("a", colspan=3),),), "Row 1 of the table has more cells"),
        (((Cell("a", rowspan=2), "b"), ("c", "d")), "Row 2 of the table has more cells"),
        (((Cell("a", rowspan=2), "b"),), "spans more rows"),
    ],
)
def test_a_table_whose_rows_do_not_fill_its_columns_is_refused(rows, message):
    with pytest.raises(ValueError, match=message):
        Table(TWO, rows)


def test_a_table_needs_columns():
    with pytest.raises(ValueError, match="needs columns"):
        Table((), ())


def test_a_figure_needs_alt_text():
    with pytest.raises(ValueError, match="alt text"):
        Figure(b"<svg/>", alt=" ")


def test_a_figure_of_another_format_is_refused():
    with pytest.raises(ValueError, match="SVG, PNG or JPEG"):
        Figure(b"GIF89a", alt="hình")


def test_a_prefix_must_say_on_whose_behalf():
    with pytest.raises(ValueError, match="on whose behalf"):
        Signature("Phó Giám đốc", "Lê An", prefix="KT")


def test_points_go_by_the_vietnamese_alphabet():
    assert "".join(point_letter(n, "vi") for n in range(1, 8)) == "abcdđeg"
    assert point_letter(24, "vi") == "aa"
    assert point_letter(6, "en") == "f"


@pytest.mark.parametrize(("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (40, "XL"), (99, "XCIX")])
def test_roman_numerals(number, text):
    assert roman(number) == text


def test_cleaning_keeps_lines_and_drops_what_cannot_be_printed():
    assert clean("a\r\nb\tc\x00\ud800e\u0301") == "a\nb cé"
