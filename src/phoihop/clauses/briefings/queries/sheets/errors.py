"""A file that was sent in, with what is wrong written beside it."""

from __future__ import annotations

from phoihop.base import files
from phoihop.base.access import Actor
from phoihop.base.sheets import Sheet, xlsx_bytes
from phoihop.clauses.briefings.models import ReportUpload
from phoihop.clauses.briefings.queries.sheets.preview import preview
from phoihop.clauses.briefings.workbooks import Reading, annotated, open_book

HEADS = {"vi": ("Dòng", "Điều cần sửa"), "en": ("Line", "What to correct")}


def marked_file(*, actor: Actor, upload: ReportUpload, language: str) -> bytes:
    """A workbook: the same sheets with notes; of an exchange file, the list of its errors.

    :raises SheetRefused: it cannot be opened
    """
    reading = preview(actor=actor, upload=upload).reading
    if upload.format in ("adx", "json"):
        return _listed(reading, "en" if language.lower().startswith("en") else "vi")
    return annotated(open_book(files.read(upload.file)), reading, language)


def _listed(reading: Reading, language: str) -> bytes:
    rows = [
        (one.place.line or None, one.text(language)) for one in reading.problems if one.level == "error"
    ]  # fmt: skip
    return xlsx_bytes([Sheet(HEADS[language][1], HEADS[language], rows, (8, 100))])
