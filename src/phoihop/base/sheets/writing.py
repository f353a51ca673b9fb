"""Tables to take away, safe from formula injection: text is never a formula, numbers stay numbers."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, BinaryIO

from phoihop.base.sheets.workbook_xml import Sheet, Value, save_workbook
from phoihop.base.text import safe_cell


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
    """A workbook, written piece by piece, so that long tables stay out of memory; equal tables give equal bytes.

    :raises ValueError: a sheet is longer than XLSX allows
    """
    if isinstance(target, Path):
        with target.open("wb") as stream:
            save_workbook(stream, list(sheets))
        return
    save_workbook(target, list(sheets))


def xlsx_bytes(sheets: Iterable[Sheet]) -> bytes:
    """The same as bytes."""
    out = io.BytesIO()
    write_xlsx(out, sheets)
    return out.getvalue()


def _csv_cell(value: Value) -> Value:
    if isinstance(value, str):
        return safe_cell(value)
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    return value
