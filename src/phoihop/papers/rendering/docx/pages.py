"""Pages: A4, the decree's margins, the page number in the top margin and not on the first page."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from phoihop.papers.rendering.docx.parts import border
from phoihop.papers.rendering.docx.styles import add_line

SHORT_MM, LONG_MM = 210, 297
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 20, 20, 30, 15
TEXT_MM = SHORT_MM - LEFT_MM - RIGHT_MM


def set_up_pages(document: Any, contact: str) -> None:
    """The pages of the paper itself, with the address at the foot of the first."""
    section = document.sections[0]
    _set_page(section, landscape=False)
    _page_number(add_line(section.header, "Số trang", "", first=True))
    if contact:
        border(add_line(section.first_page_footer, "Địa chỉ", contact, first=True), "top")


def add_annex_section(document: Any, landscape: bool) -> float:
    """Begin an appendix: a section whose pages are numbered from 1. Returns the width of its text in mm."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(section, landscape)
    section.first_page_footer.is_linked_to_previous = False  # the address stands on the first page of the paper alone
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:pgMar")).addnext(start)
    return float((LONG_MM if landscape else SHORT_MM) - LEFT_MM - RIGHT_MM)


def _set_page(section: Any, landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    width, height = (LONG_MM, SHORT_MM) if landscape else (SHORT_MM, LONG_MM)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    section.header_distance, section.footer_distance = Mm(9), Mm(8)
    section.different_first_page_header_footer = True


def _page_number(paragraph: Any) -> None:
    for kind in ("begin", "PAGE", "end"):
        run = paragraph.add_run()
        if kind == "PAGE":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = " PAGE "
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)
