"""Rows of cells as they stand in a file, in pieces, whatever the format was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
Row = Sequence[Cell]
PIECE = 50_000  # rows


@dataclass(slots=True)
class Piece:
    """Some rows and the line of each; by columns where all rows are equally wide and that is cheaper."""

    lines: Sequence[int]
    rows: list[Row]
    by_column: list[Sequence[Cell]] | None = None  # then ``rows`` is empty

    def __len__(self) -> int:
        return len(self.lines)

    def as_rows(self) -> list[Row]:
        """The rows, however they are kept."""
        return self.rows if self.by_column is None else list(zip(*self.by_column, strict=True))

    def as_columns(self, width: int) -> list[Sequence[Cell]]:
        """The columns of rows that are all that wide."""
        if self.by_column is not None:
            return self.by_column
        return list(zip(*self.rows, strict=True)) or [()] * width


@dataclass(slots=True)
class Grid:
    """A table before anybody knows what its columns mean.

    ``pieces`` starts again from the beginning every time it is called.
    """

    kind: str  # csv, xlsx, xls, ods, geojson
    pieces: Callable[[], Iterator[Piece]]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    crs: str = ""  # what an older GeoJSON file says of its coordinates
    ends_open: bool = False  # the last line has no line end, so the file may have been cut


def blank(cell: Cell) -> bool:
    """Nothing in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str:
    """The cell as people see it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, dt.date | dt.datetime):
        return f"{cell.day:02d}/{cell.month:02d}/{cell.year:04d}"
    return str(cell)
