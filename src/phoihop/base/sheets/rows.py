"""Rows below the heading, all as wide as it: what is blank is left out, what is ragged is noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phoihop.base.sheets import sayings
from phoihop.base.sheets.fields import Field
from phoihop.base.sheets.grid import Grid, Piece, Row, blank
from phoihop.base.sheets.headings import Heading
from phoihop.base.sheets.problems import Problems


class Rows:
    """Walks a grid below its heading."""

    def __init__(self, grid: Grid, heading: Heading, found: Sequence[Field], problems: Problems) -> None:
        self.grid, self.heading, self.problems = grid, heading, problems
        self.width = len(heading.texts)
        needed = [heading.columns[field.code] for field in found if field.required]
        self.needed = needed or list(heading.columns.values())
        self.last_needed = max(needed, default=-1)

    def pieces(self) -> Iterator[Piece]:
        """The rows, piece by piece."""
        skip = self.heading.at + 1
        waiting: Piece | None = None
        for piece in self.grid.pieces():
            if waiting is not None:
                yield self._even(waiting, last=False)
            waiting = piece
            if skip:
                dropped = min(skip, len(piece))
                skip -= dropped
                waiting = Piece(piece.lines[dropped:], piece.as_rows()[dropped:])
        if waiting is not None:
            yield self._even(waiting, last=True)

    def _even(self, piece: Piece, *, last: bool) -> Piece:
        if last and self.grid.ends_open and len(piece):
            self._look_at_end(piece.as_rows()[-1], piece.lines[-1])
        columns = piece.by_column
        if columns is not None and len(columns) == self.width and any(all(columns[place]) for place in self.needed):
            return piece
        rows, lines = piece.as_rows(), piece.lines
        if rows and not min(map(len, rows)) == max(map(len, rows)) == self.width:
            rows = [self._squared(row, line) for row, line in zip(rows, lines, strict=True)]
        return self._without_blanks(rows, lines)

    def _look_at_end(self, row: Row, line: int) -> None:
        if row and len(row) < self.width:
            self.problems.add(sayings.CUT, line)
        elif row:
            self.problems.add(sayings.NO_LINE_END, line, level="note")

    def _squared(self, row: Row, line: int) -> Row:
        if len(row) > self.width:
            if not all(map(blank, row[self.width :])):
                self.problems.add(sayings.LONG_LINE, line, values={"found": len(row), "wanted": self.width})
            return row[: self.width]
        if row and len(row) <= self.last_needed and line not in self.problems.bad_lines and not all(map(blank, row)):
            self.problems.add(sayings.SHORT_LINE, line, values={"found": len(row), "wanted": self.width})
        return [*row, *[""] * (self.width - len(row))] if len(row) < self.width else row

    def _without_blanks(self, rows: list[Row], lines: Sequence[int]) -> Piece:
        """Without rows that say nothing where a value must stand: blank ones, titles of sections, totals."""
        columns = [[row[place] for row in rows] for place in self.needed]
        if any(all(column) for column in columns):
            return Piece(lines, rows)
        empty = {place for place, cells in enumerate(zip(*columns, strict=True)) if all(map(blank, cells))}
        for place in sorted(empty):
            if not all(map(blank, rows[place])) and lines[place] not in self.problems.bad_lines:
                self.problems.add(sayings.ROW_LEFT_OUT, lines[place], level="note")
        kept = [place for place in range(len(rows)) if place not in empty]
        return Piece([lines[place] for place in kept], [rows[place] for place in kept])
