"""The document as a whole: styles, pages, parts, and the file that holds them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

from phoihop.papers.rendering.description import Paper
from phoihop.papers.rendering.docx.body import add_nodes
from phoihop.papers.rendering.docx.foot import add_verification, sign
from phoihop.papers.rendering.docx.head import add_head
from phoihop.papers.rendering.docx.pages import TEXT_MM, add_annex_section, set_up_pages
from phoihop.papers.rendering.docx.styles import add_line, styled_document
from phoihop.papers.rendering.lay_out import lay_out
from phoihop.papers.rendering.sheet import Annex, Sheet
from phoihop.papers.rendering.text import clean

UNDATED = dt.date(2000, 1, 1)
ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell


def build_docx(paper: Paper) -> bytes:
    """The paper as DOCX; the same description gives the same bytes."""
    sheet = lay_out(paper)
    document = styled_document(sheet.language)
    set_up_pages(document, sheet.contact)
    add_head(document, sheet)
    last = add_nodes(document, sheet.body, TEXT_MM)
    if last is not None and sheet.signings:
        last.paragraph_format.keep_with_next = True  # signatures never stand alone on a page
    sign(document, sheet)
    add_verification(document, sheet)
    for annex in sheet.annexes:
        _add_annex(document, annex)
    _set_properties(document, sheet, paper.date or UNDATED)
    return _same_bytes(document)


def _add_annex(document: Any, annex: Annex) -> None:
    width_mm = add_annex_section(document, annex.landscape)
    add_line(document, "Phụ lục", annex.label)
    add_line(document, "Tên phụ lục", annex.title)
    add_line(document, "Kèm theo", annex.attached)
    add_nodes(document, annex.body, width_mm)


def _set_properties(document: Any, sheet: Sheet, day: dt.date) -> None:
    properties = document.core_properties
    properties.title, properties.author = sheet.title_of_file[:255], clean(sheet.author)[:255]
    properties.comments, properties.last_modified_by = "", ""
    properties.created = properties.modified = dt.datetime.combine(day, dt.time())
    properties.language = "vi-VN" if sheet.language == "vi" else "en-GB"


def _same_bytes(document: Any) -> bytes:
    """The file without the hour at which it was written, which a zip notes for every part."""
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, ZIP_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return out.getvalue()
