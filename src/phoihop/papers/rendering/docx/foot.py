"""Everything below the body: signatures, recipients, the code to check the paper."""

from __future__ import annotations

import io
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Mm, Pt

from phoihop.papers.rendering.codes import qr_png
from phoihop.papers.rendering.docx.pages import TEXT_MM
from phoihop.papers.rendering.docx.parts import describe_picture, end_table, set_evenly, side_by_side
from phoihop.papers.rendering.docx.styles import add_line
from phoihop.papers.rendering.sheet import Sheet, Signing

ROOM_MM = 24  # for a signature and a seal


def sign(document: Any, sheet: Sheet) -> None:
    """Signatures and recipients, arranged as the paper asks."""
    if sheet.arrangement == "right" or (sheet.recipients and not sheet.signings):
        end_table(document)
        left, right = side_by_side(document, [75, TEXT_MM - 75]).rows[0].cells
        _recipients(left, sheet)
        for index, signing in enumerate(sheet.signings):
            _positions(right, signing, first=index == 0)
            _name(right, signing)
        end_table(document)
        return
    signings = sheet.signings
    if sheet.arrangement == "parties" and len(signings) % 2:
        # With an odd number of parties the first, who leads, stands alone above the others.
        _pairs(document, signings[:1], TEXT_MM)
        signings = signings[1:]
    if signings:
        _pairs(document, signings, TEXT_MM / 2)
    if sheet.recipients:
        _recipients(side_by_side(document, [TEXT_MM]).rows[0].cells[0], sheet)
        end_table(document)


def _pairs(document: Any, signings: tuple[Signing, ...], width_mm: float) -> None:
    """Two by two: positions start at the same height, names stand on one line, and a pair is never torn apart."""
    across = round(TEXT_MM / width_mm)
    end_table(document)
    table = side_by_side(document, [width_mm] * across, rows=2 * (len(signings) // across))
    rows = list(table.rows)
    for index, signing in enumerate(signings):
        pair, side = divmod(index, across)
        cell = rows[2 * pair].cells[side]
        _positions(cell, signing, first=True, space_before=14 if pair else 0)
        if signing.party:
            set_evenly(cell.paragraphs[0], 13, min(width_mm, 115) - 4)
        _name(rows[2 * pair + 1].cells[side], signing, first=True)
    end_table(document)


def _positions(cell: Any, signing: Signing, *, first: bool, space_before: float = 0) -> None:
    lines = [("Bên ký", signing.party)] if signing.party else []
    lines += [("Chức vụ", line) for line in signing.position]
    for index, (style, text) in enumerate(lines):
        paragraph = add_line(cell, style, text, first=first and index == 0)
        if index == 0:
            paragraph.paragraph_format.space_before = Pt(space_before if first else 14)


def _name(cell: Any, signing: Signing, *, first: bool = False) -> None:
    add_line(cell, "Họ và tên", signing.name, first=first).paragraph_format.space_before = Mm(ROOM_MM)


def _recipients(cell: Any, sheet: Sheet) -> None:
    if sheet.recipients:
        add_line(cell, "Nơi nhận", sheet.recipients_label, first=True)
        for text in sheet.recipients:
            add_line(cell, "Danh sách nơi nhận", text)


def add_verification(document: Any, sheet: Sheet) -> None:
    """The code and the address at which anyone can check the paper."""
    if not sheet.verify_url:
        return
    code, text = side_by_side(document, [26, TEXT_MM - 26]).rows[0].cells
    picture = code.paragraphs[0].add_run().add_picture(io.BytesIO(qr_png(sheet.verify_url)), width=Mm(20))
    describe_picture(picture, sheet.verify_url)
    text.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    add_line(text, "Kiểm tra", f"{sheet.verify_label}\n{sheet.verify_url}", first=True)
    end_table(document)
