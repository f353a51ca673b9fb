"""The history as sheets that people take away."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

import xlsxwriter
from django.utils import timezone

from phoihop.base.events import label_of
from phoihop.base.models import AuditEntry
from phoihop.base.text import safe_cell

HEADINGS = ("seq", "at", "who", "event", "label", "object", "before", "after", "request", "hash")
WIDTHS = (8, 25, 24, 30, 30, 50, 40, 40, 34, 66)


def _cells(entry: AuditEntry) -> list[str]:
    before, after = (json.dumps(values, ensure_ascii=False) for values in (entry.before, entry.after))
    at = timezone.localtime(entry.at).isoformat()
    return [at, entry.user_name, entry.event, label_of(entry.event), entry.object_text, before, after, entry.request_id,
            entry.hash]  # fmt: skip


class _Echo:
    def write(self, value: str) -> str:
        """Hand the line on instead of keeping it."""
        return value


def csv_lines(entries: Iterable[AuditEntry]) -> Iterator[str]:
    """The lines of a CSV file that spreadsheets read as UTF-8."""
    writer = csv.writer(_Echo())
    yield "\ufeff"
    yield writer.writerow(HEADINGS)
    for entry in entries:
        yield writer.writerow([entry.seq, *map(safe_cell, _cells(entry))])


def workbook(entries: Iterable[AuditEntry]) -> io.BytesIO:
    """An XLSX file; every cell is text, and long selections stay out of memory while it is written."""
    out = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("history")
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.write_row(0, 0, HEADINGS, book.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
        for number, entry in enumerate(entries, start=1):
            sheet.write_number(number, 0, entry.seq)
            for column, cell in enumerate(_cells(entry), start=1):
                sheet.write_string(number, column, safe_cell(cell)[:32000])
    out.seek(0)
    return out
