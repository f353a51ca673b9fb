"""The result of reading, and how a table is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phoihop.base.sheets import sayings
from phoihop.base.sheets.cells import Column, Values
from phoihop.base.sheets.fields import WEB, Field, Limits
from phoihop.base.sheets.grid import Grid, Piece, Row, text_of
from phoihop.base.sheets.headings import SEARCHED, Heading, find_heading, key
from phoihop.base.sheets.opening import Source, open_grid
from phoihop.base.sheets.problems import Problem, Problems, SheetRefused
from phoihop.base.sheets.rows import Rows
from phoihop.base.sheets.styles import style_for


@dataclass(frozen=True, slots=True)
class Outline:
    """What a table looks like before its rows are read: for people to confirm or correct the columns."""

    kind: str
    sheet: str
    sheets: tuple[str, ...]
    encoding: str
    delimiter: str
    crs: str
    heading_line: int
    headings: tuple[str, ...]
    mapping: Mapping[str, str]  # heading → code of a field; can be kept and given back
    guessed: frozenset[str]  # codes that were only guessed
    missing: tuple[Field, ...]  # required fields without a column
    sample: tuple[tuple[str, ...], ...]  # the first rows, as text


class ColumnsMissing(SheetRefused):
    """Required columns are not there; ``outline`` lets a person say which are meant."""

    def __init__(self, outline: Outline) -> None:
        wanted = ", ".join(field.label for field in outline.missing)
        super().__init__(
            sayings.COLUMNS_MISSING,
            outline.heading_line or None,
            columns=wanted,
            found=", ".join(filter(None, outline.headings)),
        )
        self.outline = outline


@dataclass(slots=True)
class Table:
    """Values by column.

    ``columns[code]`` holds one value a row: numbers as a float array with NaN where there is none, texts as ``str``,
    dates, flags and choices as values or None. Only fields whose column was found are there.
    """

    outline: Outline
    columns: dict[str, Values]
    lines: NDArray[np.int64]  # the line of each row
    problems: Problems
    cells: list[tuple[str, ...]] | None  # the rows as they stood, where they were asked for

    def __len__(self) -> int:
        return len(self.lines)

    def texts(self, code: str) -> list[str]:
        """A column of texts; empty ones where the table has no such column."""
        return list(self.columns[code]) if code in self.columns else [""] * len(self)

    def numbers(self, code: str) -> NDArray[np.float64]:
        """A column of numbers; NaN where the table has no such column."""
        if code not in self.columns:
            return np.full(len(self), np.nan)
        return np.asarray(self.columns[code], dtype=np.float64)

    def heading(self, code: str) -> str:
        """The heading of a column as it stands in the file; empty where the table has no such column."""
        return next((text for text, known in self.outline.mapping.items() if known == code), "")

    @property
    def good(self) -> NDArray[np.bool_]:
        """Rows without an error."""
        return ~np.isin(self.lines, np.fromiter(self.problems.bad_lines, dtype=np.int64))

    def records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Line and values of each row without an error; numbers that are not there are None."""
        lists = {code: _plain(values) for code, values in self.columns.items()}
        for place in np.flatnonzero(self.good).tolist():
            yield int(self.lines[place]), {code: values[place] for code, values in lists.items()}

    def faulty(self, language: str = "vi") -> tuple[list[str], list[list[str]]]:
        """Heading and rows with errors, each with its sentences at the end: to be corrected and sent again.

        :raises ValueError: the table was read without ``keep_cells``
        """
        if self.cells is None:
            raise ValueError("Read the table with keep_cells=True.")
        said: dict[int, list[str]] = {}
        for problem in self.problems:
            if problem.level == "error" and problem.line is not None:
                named = f"{problem.column}: " if problem.column else ""
                said.setdefault(problem.line, []).append(named + problem.text(language))
        head = [*self.outline.headings, "Errors" if language.startswith("en") else "Lỗi"]
        rows = [
            [*cells, " ".join(said.get(line, ()))]
            for line, cells in zip(self.lines.tolist(), self.cells, strict=True)
            if line in self.problems.bad_lines
        ]
        return head, rows


def outline_of(
    source: Source,
    fields: Sequence[Field],
    *,
    mapping: Mapping[str, str] | None = None,
    limits: Limits = WEB,
    sheet: str | None = None,
) -> Outline:
    """What the columns are taken for, without reading the rows.

    :raises SheetRefused: it is no table, or none whose heading is known
    """
    grid = open_grid(source, fields, mapping=mapping, limits=limits, sheet=sheet)
    first = _first_rows(grid)
    return _outline(grid, _heading(first, fields, mapping), first, fields)


def read_table(
    source: Source,
    fields: Sequence[Field],
    *,
    mapping: Mapping[str, str] | None = None,
    limits: Limits = WEB,
    sheet: str | None = None,
    keep_cells: bool = False,
) -> Table:
    """Read a table: CSV, XLSX, XLS, ODS or GeoJSON.

    :param source: a path or the bytes of a file
    :param mapping: heading → code of a field, as people confirmed it (an empty code leaves a column aside); it goes
        before the names of the fields
    :param sheet: the sheet of a workbook (default: the first visible one with something in it)
    :param keep_cells: keep the rows as they stood, for :meth:`Table.faulty`
    :raises ColumnsMissing: required columns are not there
    :raises SheetRefused: it is no table, damaged, or over the limits
    """
    grid = open_grid(source, fields, mapping=mapping, limits=limits, sheet=sheet)
    first = _first_rows(grid)
    heading = _heading(first, fields, mapping)
    outline = _outline(grid, heading, first, fields)
    if outline.missing:
        raise ColumnsMissing(outline)
    problems = Problems(limits.problems, features=grid.kind == "geojson")
    _note_columns(heading, outline, fields, problems)
    return _read(grid, heading, outline, fields, problems, limits, keep_cells)


def _read(
    grid: Grid,
    heading: Heading,
    outline: Outline,
    fields: Sequence[Field],
    problems: Problems,
    limits: Limits,
    keep_cells: bool,
) -> Table:
    found = [field for field in fields if field.code in heading.columns]
    readers: dict[str, Column] = {}
    parts: dict[str, list[Values]] = {field.code: [] for field in found}
    lines: list[NDArray[np.int64]] = []
    kept: list[tuple[str, ...]] | None = [] if keep_cells else None
    rows = Rows(grid, heading, found, problems)
    count = 0
    for piece in _undisturbed(rows.pieces()):
        count += len(piece)
        if count > limits.rows:
            raise SheetRefused(sayings.TOO_MANY_ROWS, most=limits.rows)
        columns = piece.as_columns(rows.width)
        if not readers:
            style = style_for(found, {code: columns[at] for code, at in heading.columns.items()}, grid)
            for field in found:
                named = heading.texts[heading.columns[field.code]]
                readers[field.code] = Column(field, named, style[field.code], problems)
        for code, reader in readers.items():
            parts[code].append(reader.read(columns[heading.columns[code]], piece.lines))
        lines.append(np.asarray(piece.lines, dtype=np.int64))
        if kept is not None:
            kept.extend(tuple(map(text_of, row)) for row in piece.as_rows())
    if not count:
        raise SheetRefused(sayings.EMPTY)
    return Table(outline, {code: _joined(part) for code, part in parts.items()}, np.concatenate(lines), problems, kept)


def _undisturbed(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The same pieces, without the collector of garbage, which would walk through all cells again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield from pieces
    finally:
        if running:
            gc.enable()


def _joined(parts: list[Values]) -> Values:
    if isinstance(parts[0], np.ndarray):
        return np.concatenate(parts)
    return [value for part in parts for value in part] if len(parts) > 1 else parts[0]


def _plain(values: Values) -> list[Any]:
    if isinstance(values, np.ndarray):
        return [None if value != value else value for value in values.tolist()]
    return values


def _first_rows(grid: Grid) -> Piece:
    rows: list[Row] = []
    lines: list[int] = []
    for piece in grid.pieces():
        rows += islice(piece.as_rows(), SEARCHED + 10 - len(rows))
        lines += islice(piece.lines, SEARCHED + 10 - len(lines))
        if len(rows) >= SEARCHED + 10:
            break
    return Piece(lines, rows)


def _heading(first: Piece, fields: Sequence[Field], mapping: Mapping[str, str] | None) -> Heading:
    heading = find_heading(first.rows, fields, mapping)
    if heading is None:
        wanted = [field.label for field in fields if field.required] or [field.label for field in fields]
        raise SheetRefused(sayings.NO_HEADING, lines=SEARCHED, columns=", ".join(wanted))
    return heading


def _outline(grid: Grid, heading: Heading, first: Piece, fields: Sequence[Field]) -> Outline:
    return Outline(
        kind=grid.kind,
        sheet=grid.sheet,
        sheets=grid.sheets,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        crs=grid.crs,
        heading_line=first.lines[heading.at],
        headings=heading.texts,
        mapping={heading.texts[place]: code for code, place in heading.columns.items()},
        guessed=heading.guessed,
        missing=tuple(field for field in fields if field.required and field.code not in heading.columns),
        sample=tuple(tuple(map(text_of, row)) for row in first.rows[heading.at + 1 : heading.at + 6]),
    )


def _note_columns(heading: Heading, outline: Outline, fields: Sequence[Field], problems: Problems) -> None:
    labels = {field.code: field.label for field in fields}
    line = outline.heading_line or None
    for code in sorted(heading.guessed):
        named = heading.texts[heading.columns[code]]
        problems.add(sayings.COLUMN_GUESSED, line, named, level="note", values={"label": labels[code]})
    for place, code in heading.twice.items():
        used = heading.texts[heading.columns[code]]
        values = {"label": labels.get(code, code), "used": used}
        problems.add(sayings.COLUMN_TWICE, line, heading.texts[place], level="note", values=values)


__all__ = ["ColumnsMissing", "Outline", "Problem", "Table", "key", "outline_of", "read_table"]
