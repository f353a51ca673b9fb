"""What kind of file it is, told by its first bytes rather than its name."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from phoihop.base.sheets import sayings
from phoihop.base.sheets.archives import measure
from phoihop.base.sheets.delimited import delimited
from phoihop.base.sheets.fields import Field, Limits
from phoihop.base.sheets.geojson import geojson
from phoihop.base.sheets.grid import Grid
from phoihop.base.sheets.headings import heading_score
from phoihop.base.sheets.problems import SheetRefused
from phoihop.base.sheets.workbooks import workbook

Source = Path | bytes
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"<", b"SQLite format 3")
MB = 1 << 20


def open_grid(
    source: Source, fields: Sequence[Field], *, mapping: Mapping[str, str] | None, limits: Limits, sheet: str | None
) -> Grid:
    """The rows of a file.

    :raises SheetRefused: it is no table, damaged, or over the limits
    """
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limits.file_mb * MB:
        raise SheetRefused(sayings.TOO_BIG, most=limits.file_mb)
    if not size:
        raise SheetRefused(sayings.EMPTY)
    with _opened(source) as stream:
        start = stream.read(4096)
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(OLE):
        return workbook(_whole(source), "xls", limits, sheet)
    if start.startswith(ZIP):
        data = _whole(source)
        kind = measure(data, limits)
        if not kind:
            raise SheetRefused(sayings.UNKNOWN_FORMAT)
        return workbook(data, kind, limits, sheet)
    if bare.startswith((b"{", b"[")):
        if size > limits.json_mb * MB:
            raise SheetRefused(sayings.TOO_BIG, most=limits.json_mb)
        return geojson(_whole(source), limits)
    if bare.startswith(OTHERS):
        raise SheetRefused(sayings.UNKNOWN_FORMAT)
    return delimited(lambda: _opened(source), limits, lambda rows: heading_score(rows, fields, mapping))


def _opened(source: Source) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else cast(BinaryIO, source.open("rb"))


def _whole(source: Source) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()
