"""Tables to take away, safe from formula injection: text is never a formula, numbers stay numbers."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO

from phoihop.base.text import safe_cell

Value = str | int | float | bool | dt.date | None
MOST_XLSX_ROWS = 1_048_575
LONGEST_CELL = 32_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Value]]
    widths: Sequence[float] = ()


def write_csv(target: Path | IO[str], head: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """UTF-8 with a byte order mark, as spreadsheets expect; points in numbers, ISO dates."""
    if isinstance(target, Path):
        with target.open("w", encoding="utf-8-sig", newline="") as stream:
            write_csv(stream, head, rows)
        return
    writer = csv.writer(target)
    writer.writerow([safe_cell(text) for text in head])
    writer.writerows([_csv_cell(value) for value in row] for row in rows)


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The same as bytes."""
    out = io.StringIO(newline="")
    write_csv(out, head, rows)
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(target: Path | BinaryIO, sheets: Iterable[Sheet]) -> None:
    """A workbook that is written row by row, so that long tables stay out of memory."""
    import xlsxwriter  # noqa: PLC0415 - only where a workbook is asked for

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": True,
    }
    with xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name[:31]), sheet, bold, day)


def xlsx_bytes(sheets: Iterable[Sheet]) -> bytes:
    """The same as bytes."""
    out = io.BytesIO()
    write_xlsx(out, sheets)
    return out.getvalue()


def _write_sheet(page: Any, sheet: Sheet, bold: Any, day: Any) -> None:
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    page.write_row(0, 0, sheet.head, bold)
    page.freeze_panes(1, 0)
    number = 0
    for number, row in enumerate(sheet.rows, start=1):
        if number > MOST_XLSX_ROWS:
            raise ValueError(f"A sheet holds at most {MOST_XLSX_ROWS} rows; write CSV instead.")
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(number, column, value[:LONGEST_CELL])
            elif isinstance(value, bool):
                page.write_boolean(number, column, value)
            elif isinstance(value, dt.date):
                page.write_datetime(number, column, dt.datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
            elif value is not None and math.isfinite(value):
                page.write_number(number, column, value)
    if number:
        page.autofilter(0, 0, number, max(len(sheet.head) - 1, 0))


def _csv_cell(value: Value) -> Value:
    if isinstance(value, str):
        return safe_cell(value)
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    return value
