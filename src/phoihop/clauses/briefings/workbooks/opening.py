"""Opening a file: what it is, whether it may be opened at all, and its sheets as rows of cells."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from phoihop.base.sheets import Limits, SheetRefused
from phoihop.base.sheets import sayings as any_table
from phoihop.base.sheets.archives import BROKEN, measure
from phoihop.base.sheets.delimited import delimited
from phoihop.base.sheets.grid import Row
from phoihop.clauses.briefings.workbooks import sayings
from phoihop.clauses.briefings.workbooks.encodings import looks_like_vni
from phoihop.clauses.briefings.workbooks.parts import Oddities, oddities_of
from phoihop.clauses.briefings.workbooks.undisturbed import undisturbed

LIMITS = Limits(file_mb=20, unpacked_mb=200, rows=50_000, columns=300)
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_MACROS = "_VBA_PROJECT".encode("utf-16-le")
OLE_PASSWORD = "EncryptedPackage".encode("utf-16-le")  # how a workbook with a password is wrapped
MOST_MERGED = 100_000
MOST_SHEETS = 60
NO_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"SQLite format 3")


@dataclass(slots=True)
class Page:
    """One sheet; rows and columns are counted from 0 as they stand in the file."""

    name: str
    rows: list[Row]
    hidden: bool = False
    first_column: int = 0
    oddities: Oddities = field(default_factory=Oddities)
    merged_below: set[tuple[int, int]] = field(default_factory=set)  # cells of a merged figure, but for the first


@dataclass(slots=True)
class Book:
    """A file that could be opened."""

    kind: str  # xlsx, xls, ods, csv
    pages: list[Page]
    encoding: str = ""


def open_book(data: bytes, limits: Limits = LIMITS) -> Book:
    """The sheets of a workbook, or of a CSV file.

    :raises SheetRefused: macros, a password, a bomb, damaged, or no table at all
    """
    if len(data) > limits.file_mb << 20:
        raise SheetRefused(any_table.TOO_BIG, most=limits.file_mb)
    if not data.strip():
        raise SheetRefused(any_table.EMPTY)
    if data.startswith(ZIP):
        return _archive(data, limits)
    if data.startswith(OLE):
        if OLE_MACROS in data:
            raise SheetRefused(sayings.MACROS)
        if OLE_PASSWORD in data:
            raise SheetRefused(any_table.PASSWORD)
        return Book("xls", _pages(data, {}, limits))
    if data.lstrip()[:20].startswith(NO_TEXT) or data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<", b"{", b"[")):
        raise SheetRefused(any_table.UNKNOWN_FORMAT)
    return _text(data, limits)


def _archive(data: bytes, limits: Limits) -> Book:
    names = set(_names(data))
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise SheetRefused(sayings.MACROS)
    if "xl/workbook.bin" in names:
        raise SheetRefused(sayings.BINARY)
    kind = measure(data, limits)
    if not kind:
        raise SheetRefused(any_table.UNKNOWN_FORMAT)
    try:
        oddities = oddities_of(data) if kind == "xlsx" else {}
    except BROKEN as problem:
        raise SheetRefused(any_table.UNREADABLE) from problem
    with undisturbed():
        return Book(kind, _pages(data, oddities, limits))


def _names(data: bytes) -> list[str]:
    import zipfile  # noqa: PLC0415 - kept beside its only use

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
        raise SheetRefused(any_table.UNREADABLE) from problem


def _pages(data: bytes, oddities: dict[str, Oddities], limits: Limits) -> list[Page]:
    import python_calamine as calamine  # noqa: PLC0415 - compiled code, only where a workbook comes

    pages = []
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        metadata = [one for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
        for one in metadata[:MOST_SHEETS]:
            sheet = book.get_sheet_by_name(one.name)
            if sheet.end is None or sheet.start is None:
                continue
            if sheet.end[0] > limits.rows + 1000:
                raise SheetRefused(any_table.TOO_MANY_ROWS, most=limits.rows)
            if sheet.width > limits.columns:
                raise SheetRefused(any_table.TOO_MANY_COLUMNS, most=limits.columns)
            page = Page(
                one.name, list(sheet.iter_rows()), hidden=one.visible != calamine.SheetVisibleEnum.Visible,
                first_column=sheet.start[1], oddities=oddities.get(one.name, Oddities()),
            )  # fmt: skip
            _spread_merged(page, sheet.merged_cell_ranges or ())
            pages.append(page)
    except calamine.PasswordError as problem:
        raise SheetRefused(any_table.PASSWORD) from problem
    except calamine.CalamineError as problem:
        raise SheetRefused(any_table.UNREADABLE) from problem
    if not pages:
        raise SheetRefused(any_table.EMPTY)
    return pages


def _spread_merged(page: Page, ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Write a merged text into each of its cells; a merged figure stays one, and the others of its cells are noted."""
    count = 0
    for (top, first), (last_row, last) in ranges:
        left = first - page.first_column
        if top >= len(page.rows) or left < 0 or left >= len(page.rows[top]):
            continue
        value = page.rows[top][left]
        bottom = min(last_row, len(page.rows) - 1)
        right = min(last - page.first_column, len(page.rows[top]) - 1)
        count += (bottom - top + 1) * (right - left + 1)
        if count > MOST_MERGED:
            return
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if isinstance(value, str):
                    page.rows[row][column] = value  # type: ignore[index]
                elif row > top and column == left:
                    page.merged_below.add((row, column))


def _text(data: bytes, limits: Limits) -> Book:
    grid = delimited(lambda: io.BytesIO(data), limits, _width)
    rows = [list(row) for row in _rows(grid.pieces())]
    some = "\n".join(" ".join(map(str, row)) for row in rows[:200])
    if grid.encoding == "cp1258" and looks_like_vni(data[:40_000].decode("cp1252", "replace")):
        raise SheetRefused(sayings.VNI)
    if "\0" in some:
        raise SheetRefused(any_table.UNKNOWN_FORMAT)
    width = max((len(row) for row in rows), default=0)
    if width > limits.columns:
        raise SheetRefused(any_table.TOO_MANY_COLUMNS, most=limits.columns)
    even: list[Row] = [row + [""] * (width - len(row)) for row in rows]
    return Book("csv", [Page("", even)], grid.encoding)


def _rows(pieces: Iterator[object]) -> Iterator[Row]:
    for piece in pieces:
        yield from piece.as_rows()  # type: ignore[attr-defined]


def _width(rows: list[Row]) -> float:
    """The separator that gives the most even and wide rows."""
    widths = [len(row) for row in rows if any(row)]
    common = max(set(widths), key=widths.count, default=0)
    return widths.count(common) * (common - 1)
