"""Building the document from the same data that the PDF is drawn from."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

from phoihop.papers.rendering.description import Paper
from phoihop.papers.rendering.docx.blocks import add_block
from phoihop.papers.rendering.docx.parts import (
    bare_table,
    close_set,
    page_field,
    plain,
    rule_below,
    write,
)
from phoihop.papers.rendering.pdf import UNDATED, as_data

TEXT_CM = 16.3  # A4 less the margins
FONT = "Times New Roman"


def build_docx(paper: Paper) -> bytes:
    """The whole document; the same description gives the same content."""
    data = as_data(paper)
    document = Document()
    _styles(document)
    _page(document.sections[0])
    _head(document, data)
    _title(document, data)
    for block in data["body"]:
        add_block(document, block)
    _signatures(document, data)
    for appendix in data["appendices"]:
        _appendix(document, appendix)
    stamp = dt.datetime.combine(paper.date, dt.time()) if paper.date else UNDATED.replace(tzinfo=None)
    properties = document.core_properties
    properties.title, properties.author, properties.created, properties.modified = data["pdf_title"], paper.issuing_body, stamp, stamp
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _styles(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    form = normal.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(6), 1.1
    for level in (1, 2, 3):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(14), True
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.rPr.rFonts.set(qn("w:ascii"), FONT)
        style.element.rPr.rFonts.set(qn("w:hAnsi"), FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(8), Pt(6)


def _page(section: Any) -> None:
    """A4 with the decree's margins; the page number in the top margin, not on the first page."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(17)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    header = section.header.paragraphs[0]
    close_set(header, "center")
    page_field(header)


def _lines(cell: Any, lines: Iterable[tuple[str, float, bool, bool]], align: str = "center") -> None:
    """Lines in a cell: text, size, bold, italic."""
    paragraph = cell.paragraphs[0]
    for number, (text, size, bold, italic) in enumerate(lines):
        if number:
            paragraph = cell.add_paragraph()
        close_set(paragraph, align)
        write(paragraph, plain(text, bold=bold, italic=italic), size=size)


def _rule(cell: Any, indent_cm: float) -> None:
    paragraph = close_set(cell.add_paragraph(), "center")
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Cm(indent_cm)
    paragraph.paragraph_format.line_spacing = Pt(4)
    rule_below(paragraph)


def _head(document: Any, data: Mapping[str, Any]) -> None:
    nation = [(data["nation"], 12.5, True, False), (data["motto"], 13.5, True, False)]
    if not data["issuer"]:
        table = bare_table(document, [TEXT_CM])
        _lines(table.rows[0].cells[0], nation)
        _rule(table.rows[0].cells[0], 5.2)
        if data["place_date"]:
            write(close_set(document.add_paragraph(), "right"), plain(data["place_date"], italic=True), size=13.5)
        return
    table = bare_table(document, [7.0, 9.3], rows=2)
    left, right = table.rows[0].cells
    superior = [(data["superior"], 12.5, False, False)] if data["superior"] else []
    _lines(left, [*superior, (data["issuer"], 12.5, True, False)])
    _rule(left, 2.2)
    _lines(right, nation)
    _rule(right, 2.0)
    number, place = table.rows[1].cells
    about = [(data["about"], 12.5, False, False)] if data["about"] else []
    _lines(number, [(data["number"], 13, False, False), *about])
    _lines(place, [(data["place_date"], 13.5, False, True)])


def _title(document: Any, data: Mapping[str, Any]) -> None:
    if data["urgency"]:
        write(close_set(document.add_paragraph(), "left"), plain(data["urgency"], bold=True), size=13)
    if data["title"]:
        title = close_set(document.add_paragraph(), "center")
        title.paragraph_format.space_before = Pt(14)
        write(title, plain(data["title"], bold=True), size=14)
        if data["abstract"]:
            write(close_set(document.add_paragraph(), "center"), plain(data["abstract"], bold=True), size=14)
            rule = close_set(document.add_paragraph(), "center")
            rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = Cm(5)
            rule.paragraph_format.line_spacing, rule.paragraph_format.space_after = Pt(4), Pt(8)
            rule_below(rule)
    if data["authority"]:
        write(close_set(document.add_paragraph(), "center"), plain(data["authority"], bold=True), size=14)
    if data["to"]:
        single = len(data["to"]) == 1
        first = f"{data['to_label']} {data['to'][0]}" if single else data["to_label"]
        for text in [first] if single else [first, *(f"- {one}" for one in data["to"])]:
            paragraph = close_set(document.add_paragraph(), "left")
            paragraph.paragraph_format.left_indent = Cm(2.2)
            write(paragraph, plain(text), size=14)
    for basis in data["bases"]:
        add_block(document, {"k": "par", "runs": plain(basis, italic=True), "align": "justify", "indent": True})
    if data["enacting"]:
        write(close_set(document.add_paragraph(), "center"), plain(data["enacting"], bold=True), size=14)


def _sign(cell: Any, signature: Mapping[str, Any]) -> None:
    lines = [(line, 13.5, True, False) for line in signature["lines"]]
    _lines(cell, [*lines, *[("", 13.5, False, False)] * 4, (signature["name"], 14, True, False)])


def _recipients(cell: Any, data: Mapping[str, Any]) -> None:
    if data["recipients"]:
        listed = [(f"- {one};", 11.0, False, False) for one in data["recipients"]]
        _lines(cell, [(data["recipients_label"], 12, True, True), *listed, (f"- {data['archive']}", 11, False, False)], "left")


def _signatures(document: Any, data: Mapping[str, Any]) -> None:
    signatures = data["signatures"]
    if data["layout"] == "right":
        if signatures or data["recipients"]:
            table = bare_table(document, [7.3, 9.0])
            _recipients(table.rows[0].cells[0], data)
            if signatures:
                _sign(table.rows[0].cells[1], signatures[0])
        return
    for first in range(0, len(signatures), 2):
        table = bare_table(document, [TEXT_CM / 2, TEXT_CM / 2])
        for cell, signature in zip(table.rows[0].cells, signatures[first : first + 2], strict=False):
            _sign(cell, signature)
    if data["recipients"]:
        _recipients(bare_table(document, [TEXT_CM]).rows[0].cells[0], data)


def _appendix(document: Any, appendix: Mapping[str, Any]) -> None:
    """A section of its own, whose pages are numbered from 1."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    if appendix["landscape"]:
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    numbers = section._sectPr.makeelement(qn("w:pgNumType"), {qn("w:start"): "1"})
    section._sectPr.append(numbers)
    for text in (appendix["label"], appendix["title"].upper()):
        write(close_set(document.add_paragraph(), "center"), plain(text, bold=True), size=14)
    for block in appendix["body"]:
        add_block(document, block)
