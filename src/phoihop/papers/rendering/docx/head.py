"""Everything above the body."""

from __future__ import annotations

from typing import Any

from docx.shared import Mm, Pt

from phoihop.papers.rendering.docx.pages import TEXT_MM
from phoihop.papers.rendering.docx.parts import add_rule, border, end_table, set_evenly, side_by_side
from phoihop.papers.rendering.docx.styles import add_line
from phoihop.papers.rendering.fonts import text_width_mm
from phoihop.papers.rendering.sheet import Sheet

LEFT_MM, RIGHT_MM = 75.0, 90.0
SHARE = 0.4  # of the line above it; the decree asks for a third to a half
STAMP_MM = {"KHẨN": 20, "THƯỢNG KHẨN": 40, "HỎA TỐC": 30}


def add_head(document: Any, sheet: Sheet) -> None:
    """National name, body, number, place and date, type and abstract, addressees, bases."""
    _letterhead(document, sheet)
    _title(document, sheet)
    _addressees(document, sheet)
    if sheet.authority:
        add_line(document, "Thẩm quyền", sheet.authority)
    for number, base in enumerate(sheet.bases):
        paragraph = add_line(document, "Căn cứ", base)
        if not number:
            paragraph.paragraph_format.space_before = Pt(8)


def _letterhead(document: Any, sheet: Sheet) -> None:
    table = side_by_side(document, [LEFT_MM, RIGHT_MM], rows=2)
    left, right = table.rows[0].cells
    number, place_date = table.rows[1].cells
    if sheet.issuer or sheet.superior:
        _issuer(left, sheet)
        _nation(right, sheet, RIGHT_MM)
    else:
        # Several parties sign and none issues: the national name stands over the whole width.
        _nation(left.merge(right), sheet, TEXT_MM)
    add_line(number, "Số ký hiệu", sheet.number, first=True)
    if sheet.subject:
        set_evenly(add_line(number, "Trích yếu công văn", sheet.subject), 12, LEFT_MM - 4, bold=False)
    if sheet.urgency:
        stamp = add_line(number, "Độ khẩn", sheet.urgency)
        side_mm = (LEFT_MM - STAMP_MM[sheet.urgency]) / 2
        stamp.paragraph_format.left_indent = stamp.paragraph_format.right_indent = Mm(side_mm)
        border(stamp, "top", "left", "bottom", "right")
    add_line(place_date, "Địa danh thời gian", sheet.place_date, first=True)


def _nation(cell: Any, sheet: Sheet, room_mm: float) -> None:
    add_line(cell, "Quốc hiệu", sheet.nation, first=True)
    add_line(cell, "Tiêu ngữ", sheet.motto)
    add_rule(cell, text_width_mm(sheet.motto, 13, bold=True), room_mm)


def _issuer(cell: Any, sheet: Sheet) -> None:
    if sheet.superior:
        set_evenly(add_line(cell, "Cơ quan chủ quản", sheet.superior, first=True), 12, LEFT_MM, bold=False)
    issuer = add_line(cell, "Cơ quan ban hành", sheet.issuer, first=not sheet.superior)
    add_rule(cell, SHARE * set_evenly(issuer, 12, LEFT_MM), LEFT_MM)


def _title(document: Any, sheet: Sheet) -> None:
    if sheet.title:
        add_line(document, "Tên loại", sheet.title)
    else:
        end_table(document)
    if sheet.abstract:
        abstract = add_line(document, "Trích yếu", sheet.abstract)
        rule = add_rule(document, SHARE * set_evenly(abstract, 14, TEXT_MM - 10), TEXT_MM)
        rule.paragraph_format.space_after = Pt(8)


def _addressees(document: Any, sheet: Sheet) -> None:
    if not sheet.to:
        return
    lines = [f"{sheet.to_label} {sheet.to[0]}"] if len(sheet.to) == 1 else [sheet.to_label, *sheet.to]
    for index, text in enumerate(lines):
        paragraph = add_line(document, "Kính gửi", text)
        paragraph.paragraph_format.left_indent = Mm(40 if index == 0 else 58)
        paragraph.paragraph_format.space_before = Pt(10 if index == 0 else 2)
        if index == len(lines) - 1:
            paragraph.paragraph_format.space_after = Pt(10)
