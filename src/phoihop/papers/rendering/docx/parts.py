"""Small pieces of Word documents that python-docx has no call for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from phoihop.papers.rendering.fonts import text_width_mm

# The order in which a paragraph's properties must stand after its borders.
AFTER_BORDERS = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr",
)  # fmt: skip


def border(paragraph: Any, *sides: str) -> None:
    """A thin rule along sides of a paragraph."""
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        if side in sides:
            line = OxmlElement(f"w:{side}")
            for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDERS)


def add_rule(container: Any, length_mm: float, room_mm: float) -> Any:
    """A rule of a length, centred in the room: a low empty paragraph with a border, which anyone can edit."""
    paragraph = container.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(max(0, (room_mm - length_mm) / 2))
    form.first_line_indent, form.line_spacing, form.space_before = Mm(0), Pt(3), Pt(2)
    border(paragraph, "top")
    return paragraph


def set_evenly(paragraph: Any, size_pt: float, room_mm: float, *, bold: bool = True) -> float:
    """Indent the paragraph at both sides so that its lines are of even length. Returns the longest in mm."""
    text = paragraph.text
    lines, longest = _broken(text, size_pt, room_mm, bold)
    if lines == 1 + text.count("\n"):
        return min(longest, room_mm)
    low, high = room_mm / 3, room_mm
    while high - low > 0.5:
        middle = (low + high) / 2
        low, high = (low, middle) if _broken(text, size_pt, middle, bold)[0] == lines else (middle, high)
    _, longest = _broken(text, size_pt, high, bold)
    # A millimetre to spare at each side, since every font engine rounds in its own way.
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(
        max(0, (room_mm - longest) / 2 - 1)
    )
    return min(longest, room_mm)


def _broken(text: str, size_pt: float, room_mm: float, bold: bool) -> tuple[int, float]:
    """How many lines the text needs in the room, and the width of the longest in mm."""
    space = text_width_mm(" ", size_pt, bold=bold)
    count, longest = 0, 0.0
    for paragraph in text.split("\n"):
        count, line = count + 1, -space
        for word in paragraph.split():
            width = text_width_mm(word, size_pt, bold=bold)
            if line > 0 and line + space + width > room_mm:
                count, line = count + 1, -space
            line += space + width
            longest = max(longest, line)
    return count, longest


def side_by_side(document: Any, widths_mm: Sequence[float], rows: int = 1) -> Any:
    """A table without borders or cell margins, for setting things side by side; its rows are never torn apart."""
    table = document.add_table(rows=rows, cols=len(widths_mm))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        mark_row(row._tr, "cantSplit")
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)
    return table


def mark_row(row: Any, *marks: str) -> None:
    """Mark a row: ``cantSplit`` keeps it on one page, ``tblHeader`` repeats it on every page."""
    properties = row.get_or_add_trPr()
    for mark in marks:
        properties.append(OxmlElement(f"w:{mark}"))


def describe_picture(shape: Any, alt: str) -> None:
    """Say in words what a picture shows, for those who cannot see it."""
    shape._inline.docPr.set("descr", alt)


def end_table(document: Any) -> Any:
    """The low paragraph that Word wants after a table."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(6)
    return paragraph
