"""Small pieces of Word documents that python-docx has no call for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def write(paragraph: Any, runs: Iterable[Mapping[str, Any]], *, size: float | None = None, bold: bool | None = None) -> Any:
    """Add stretches of text; line breaks become breaks."""
    for run in runs:
        added = paragraph.add_run(run["t"])
        added.bold = run["b"] or bold
        added.italic = run["i"] or None
        if size:
            added.font.size = Pt(size)
    return paragraph


def plain(text: str, *, bold: bool = False, italic: bool = False) -> list[dict[str, Any]]:
    """One stretch."""
    return [{"t": text, "b": bold, "i": italic}]


def close_set(paragraph: Any, align: str) -> Any:
    """A line of the head or of a signature: no indent, no space around."""
    paragraph.alignment = ALIGN[align]
    form = paragraph.paragraph_format
    form.first_line_indent, form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(0), Pt(0), 1.0
    return paragraph


def rule_below(paragraph: Any) -> None:
    """A rule under a paragraph, as wide as its text box."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def page_field(paragraph: Any) -> None:
    """The page number as a field."""
    run = paragraph.add_run()
    run.font.size = Pt(13)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = text
        run._r.append(element)


def repeat_header(row: Any) -> None:
    """Repeat a table's row at the head of every page."""
    properties = row._tr.get_or_add_trPr()
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    properties.append(mark)


def keep_whole(row: Any) -> None:
    """Do not break a row over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def bare_table(document: Any, widths_cm: list[float], rows: int = 1) -> Any:
    """A table without borders, for setting things side by side."""
    from docx.shared import Cm  # noqa: PLC0415

    table = document.add_table(rows=rows, cols=len(widths_cm))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for row in table.rows:
        keep_whole(row)
        for cell, width in zip(row.cells, widths_cm, strict=True):
            cell.width = Cm(width)
    return table
