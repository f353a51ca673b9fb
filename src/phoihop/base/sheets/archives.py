"""Workbooks are zip archives: measured before anything is unpacked into memory.

The sizes that an archive states may lie, so it is unpacked piece by piece, counted and thrown away. A sheet of two
cells, A1 and XFD1048576, is small but spans 17 thousand million cells: the extent is measured too.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from phoihop.base.sheets import sayings
from phoihop.base.sheets.fields import Limits
from phoihop.base.sheets.problems import SheetRefused

BLOCK = 1 << 18
REFERENCE = re.compile(rb'\br="([A-Z]{0,3})(\d{1,9})"')
TAIL = 40  # bytes of a reference that a block may cut
SHEET = re.compile(r"xl/worksheets/.*\.xml", re.IGNORECASE)
LOCAL_HEADER = 30
MOST_FILES = 5000
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError)


def measure(data: bytes, limits: Limits) -> str:
    """Whether the archive may be opened, and what it is: ``xlsx``, ``ods``, or nothing known.

    :raises SheetRefused: it is too large when unpacked, or damaged
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except BROKEN as problem:
        raise SheetRefused(sayings.UNREADABLE) from problem
    names = {entry.filename for entry in entries}
    kind = "xlsx" if "xl/workbook.xml" in names else "ods" if "content.xml" in names else ""
    if not kind or len(entries) > MOST_FILES:
        return ""
    left = limits.unpacked_mb << 20
    try:
        for entry in entries:
            left = _measured(data, entry, left, limits)
    except BROKEN as problem:
        raise problem if isinstance(problem, SheetRefused) else SheetRefused(sayings.UNREADABLE) from problem
    return kind


def _measured(data: bytes, entry: zipfile.ZipInfo, left: int, limits: Limits) -> int:
    extent = _SheetExtent(limits) if SHEET.fullmatch(entry.filename) else None
    cells = _OdsCells(limits) if entry.filename == "content.xml" else None
    for block in _unpacked(data, entry):
        left -= len(block)
        if left < 0:
            raise SheetRefused(sayings.BOMB, most=limits.unpacked_mb)
        if extent is not None:
            extent.feed(block)
        if cells is not None:
            cells.feed(block)
    return left


def _unpacked(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    start = entry.header_offset
    head = data[start : start + LOCAL_HEADER]
    name, extra = int.from_bytes(head[26:28], "little"), int.from_bytes(head[28:30], "little")
    start += LOCAL_HEADER + name + extra
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield bytes(packed)
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile(entry.filename)
    engine, position = zlib.decompressobj(-15), 0
    while not engine.eof:
        waiting = engine.unconsumed_tail
        if not waiting:
            waiting = bytes(packed[position : position + BLOCK])
            position += len(waiting)
        if not waiting:
            break
        yield engine.decompress(waiting, BLOCK)
    yield engine.flush()
    if not engine.eof:
        raise zipfile.BadZipFile(entry.filename)


class _SheetExtent:
    """The furthest row and column of a sheet of XLSX."""

    def __init__(self, limits: Limits) -> None:
        self.limits, self.rest = limits, b""

    def feed(self, block: bytes) -> None:
        text = self.rest + block
        found = REFERENCE.findall(text)
        self.rest = text[-TAIL:]
        if not found:
            return
        if max(map(_column, {letters for letters, _ in found})) > self.limits.columns:
            raise SheetRefused(sayings.TOO_MANY_COLUMNS, most=self.limits.columns)
        if max(map(int, {number for _, number in found})) > self.limits.rows + 1000:
            raise SheetRefused(sayings.TOO_MANY_ROWS, most=self.limits.rows)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


class _OdsCells:
    """Cells of ODS, which may be repeated a million times by a number."""

    def __init__(self, limits: Limits) -> None:
        self.limits, self.cells, self.row_cells, self.times, self.rows = limits, 0, 0, 1, 0
        self.repeat = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def feed(self, block: bytes) -> None:
        try:
            self.parser.Parse(block, False)
        except expat.ExpatError as problem:
            raise SheetRefused(sayings.UNREADABLE) from problem

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table-row":
            self.row_cells, self.times = 0, _times(attributes.get("table:number-rows-repeated"))
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.repeat = _times(attributes.get("table:number-columns-repeated"))
            if any(key.startswith("office:") for key in attributes):
                self.row_cells, self.repeat = self.row_cells + self.repeat, 0
        elif name == "text:p" and self.repeat:
            self.row_cells, self.repeat = self.row_cells + self.repeat, 0

    def _end(self, name: str) -> None:
        if name != "table:table-row" or not self.row_cells:
            return
        self.rows += self.times
        if self.row_cells > self.limits.columns:
            raise SheetRefused(sayings.TOO_MANY_COLUMNS, most=self.limits.columns)
        if self.rows > self.limits.rows + 1000:
            raise SheetRefused(sayings.TOO_MANY_ROWS, most=self.limits.rows)


def _times(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 12 else 1
