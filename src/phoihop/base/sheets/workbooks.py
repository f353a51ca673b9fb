"""XLSX, XLS and ODS by calamine; formula cells give the value that was saved with them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from phoihop.base.sheets import sayings
from phoihop.base.sheets.fields import Limits
from phoihop.base.sheets.grid import PIECE, Grid, Piece, Row
from phoihop.base.sheets.problems import SheetRefused

MOST_MERGED = 100_000  # cells that merging may fill


def workbook(data: bytes, kind: str, limits: Limits, sheet: str | None) -> Grid:
    """One sheet of a workbook: the one asked for, or the first visible one with something in it."""
    import python_calamine as calamine  # noqa: PLC0415 - compiled code, only where a workbook comes

    try:
        book = calamine.load_workbook(io.BytesIO(data))
        names = [row.name for row in book.sheets_metadata if row.visible == calamine.SheetVisibleEnum.Visible]
        if sheet is not None and sheet not in book.sheet_names:
            raise SheetRefused(sayings.NO_SUCH_SHEET, sheet=sheet, sheets=", ".join(book.sheet_names))
        chosen = [sheet] if sheet is not None else names or book.sheet_names
        found = next((page for page in map(book.get_sheet_by_name, chosen) if page.end is not None), None)
    except calamine.PasswordError as problem:
        raise SheetRefused(sayings.PASSWORD) from problem
    except calamine.CalamineError as problem:
        raise SheetRefused(sayings.UNREADABLE) from problem
    if found is None or found.end is None:
        raise SheetRefused(sayings.EMPTY)
    if found.end[0] > limits.rows + 1000:
        raise SheetRefused(sayings.TOO_MANY_ROWS, most=limits.rows)
    if found.width > limits.columns:
        raise SheetRefused(sayings.TOO_MANY_COLUMNS, most=limits.columns)
    return Grid(kind, lambda: _pieces(found), sheet=found.name, sheets=tuple(book.sheet_names))


def _pieces(page: Any) -> Iterator[Piece]:
    merged = _merged(page)
    rows: list[Row] = []
    first, above = 1, {}
    for number, cells in enumerate(page.iter_rows()):
        for column, is_top in merged.get(number, ()):
            if is_top:
                above[column] = cells[column]
            else:
                cells[column] = above.get(column, "")
        rows.append(cells)
        if len(rows) == PIECE:
            yield Piece(range(first, first + len(rows)), rows)
            first, rows = first + len(rows), []
    if rows:
        yield Piece(range(first, first + len(rows)), rows)


def _merged(page: Any) -> dict[int, list[tuple[int, bool]]]:
    """Row → its cells that merging joins to the one above: a value written once for several rows stands in each."""
    found: dict[int, list[tuple[int, bool]]] = {}
    count = 0
    for (top, left), (bottom, _right) in page.merged_cell_ranges or ():
        last, column = min(bottom, page.end[0]), left - page.start[1]
        count += max(last - top, 0) + 1
        if count > MOST_MERGED:
            break
        if last > top and 0 <= column < page.width:
            for row in range(top, last + 1):
                found.setdefault(row, []).append((column, row == top))
    return found
