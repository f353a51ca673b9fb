"""Cells to values, a column at a time; whole columns of plain numbers go through without a look at each."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phoihop.base.sheets import numbers, sayings
from phoihop.base.sheets.fields import Field
from phoihop.base.sheets.grid import Cell, blank, text_of
from phoihop.base.sheets.problems import Problems
from phoihop.base.text import FORMULA
from phoihop.cores.viet import NotADate, fold, parse_date

Values = list[Any] | NDArray[np.float64]
Reader = Callable[["Column", Sequence[Cell], Sequence[int]], Values]

YES = frozenset({"co", "x", "yes", "y", "true", "1", "dung", "v", "✓", "✔"})
NO = frozenset({"khong", "no", "n", "false", "0", "sai", "-"})
FIRST_SERIAL, LAST_SERIAL = 10_000, 80_000  # days of spreadsheets, 1927 to 2119
EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a day of the calendar, no instant
FEW = 4  # rows a text, from which on texts are kept once
AMPLE = 20  # texts of a list of choices that are told


class Column:
    """Reads the pieces of one column."""

    def __init__(self, field: Field, heading: str, style: numbers.Style, problems: Problems) -> None:
        self.field, self.heading, self.style, self.problems = field, heading, style, problems
        self.known: dict[str, str] | None = None
        self.few = False

    def read(self, cells: Sequence[Cell], lines: Sequence[int]) -> Values:
        """The values of some cells; what is wrong is noted, and gives NaN, None or an empty text."""
        return READERS[self.field.kind](self, cells, lines)

    def once(self, texts: list[str]) -> list[str]:
        """The same texts, where few differ each of them kept once: a name that stands in a million rows is one text."""
        if self.known is None:
            self.known = {}
            self.few = len(set(texts)) * FEW < len(texts)
        return list(map(self.known.setdefault, texts, texts)) if self.few else texts

    def wrong(self, saying: Any, line: int, **values: object) -> None:
        """Note one problem of this column."""
        self.problems.add(saying, line, self.heading, values=values)

    def missing(self, line: int) -> None:
        """An empty cell, which is wrong where a value must stand."""
        if self.field.required:
            self.wrong(sayings.CELL_EMPTY, line)


def _texts(column: Column, cells: Sequence[Cell], lines: Sequence[int]) -> list[Any]:
    try:
        texts = list(map(str.strip, cells))  # type: ignore[arg-type]
    except TypeError:
        texts = [text_of(cell) for cell in cells]
    joined = "".join(texts)
    if not joined.isascii() and not unicodedata.is_normalized("NFC", joined):
        texts = [unicodedata.normalize("NFC", text) for text in texts]
    if "'" in joined:
        # our own tables have an apostrophe before what a spreadsheet would take for a formula
        texts = [text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA) else text for text in texts]
    if column.field.required and not all(texts):
        for text, line in zip(texts, lines, strict=True):
            if not text:
                column.missing(line)
    most = column.field.longest
    if max(map(len, texts), default=0) > most:
        for place, (text, line) in enumerate(zip(texts, lines, strict=True)):
            if len(text) > most:
                column.wrong(sayings.TOO_LONG, line, most=most)
                texts[place] = text[:most]
    return column.once(texts)


def _numbers(column: Column, cells: Sequence[Cell], lines: Sequence[int]) -> NDArray[np.float64]:
    values = _plain(cells, gaps=not column.field.required) if column.style == "point" else None
    if values is None:
        values = np.array(
            [_number(column, cell, line) for cell, line in zip(cells, lines, strict=True)], dtype=np.float64
        )
    field = column.field
    for saying, bad, limit in (
        (sayings.TOO_LOW, values < field.low if field.low is not None else None, {"low": _told(field.low)}),
        (sayings.TOO_HIGH, values > field.high if field.high is not None else None, {"high": _told(field.high)}),
    ):
        if bad is not None and bad.any():
            for place in np.flatnonzero(bad).tolist():
                column.wrong(saying, lines[place], value=text_of(cells[place]), **limit)
            values[bad] = np.nan
    return values


def _plain(cells: Sequence[Cell], *, gaps: bool) -> NDArray[np.float64] | None:
    """A column of nothing but plain finite numbers and, where they may be, gaps; or None."""
    empty = cells.count("") + cells.count(None)
    if empty and not gaps:
        return None
    try:
        if empty:
            cells = ["nan" if cell == "" or cell is None else cell for cell in cells]
        values = np.array(list(map(float, cells)), dtype=np.float64)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return values if np.isfinite(values).sum() == len(values) - empty else None


def _number(column: Column, cell: Cell, line: int) -> float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    if blank(cell):
        column.missing(line)
        return np.nan
    text = text_of(cell)
    bare = numbers.tidy(text)
    value = numbers.read_as(bare, column.style) if column.style else None
    if value is None:
        if not column.style and numbers.unclear(bare):
            one, other = bare.replace(".", "").replace(",", ""), bare.replace(",", ".")
            column.wrong(sayings.UNCLEAR_NUMBER, line, value=text, one=one, other=other)
            return np.nan
        value = numbers.read_either(bare)
    if value is None and column.field.other is not None:
        value = column.field.other(text)
    if value is None:
        column.wrong(sayings.NOT_NUMBER, line, value=text)
        return np.nan
    return value


def _wholes(column: Column, cells: Sequence[Cell], lines: Sequence[int]) -> NDArray[np.float64]:
    values = _numbers(column, cells, lines)
    bad = np.isfinite(values) & (values != np.floor(values))
    for place in np.flatnonzero(bad).tolist():
        column.wrong(sayings.NOT_WHOLE, lines[place], value=text_of(cells[place]))
    values[bad] = np.nan
    return values


def _dates(column: Column, cells: Sequence[Cell], lines: Sequence[int]) -> list[Any]:
    return [_date(column, cell, line) for cell, line in zip(cells, lines, strict=True)]


def _date(column: Column, cell: Cell, line: int) -> dt.date | None:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if blank(cell):
        column.missing(line)
        return None
    if isinstance(cell, int | float) and FIRST_SERIAL <= cell <= LAST_SERIAL:
        return (EPOCH + dt.timedelta(days=int(cell))).date()
    text = text_of(cell)
    for tried in (text, text.replace("T", " ").split(" ")[0]):
        try:
            return parse_date(tried)
        except NotADate:
            continue
    column.wrong(sayings.NOT_DATE, line, value=text)
    return None


def _flags(column: Column, cells: Sequence[Cell], lines: Sequence[int]) -> list[Any]:
    found: list[Any] = []
    for cell, line in zip(cells, lines, strict=True):
        said = fold(text_of(cell))
        if not said:
            column.missing(line)
        elif said not in YES and said not in NO:
            column.wrong(sayings.NOT_FLAG, line, value=text_of(cell))
        found.append(True if said in YES else False if said in NO else None)
    return found


def _choices(column: Column, cells: Sequence[Cell], lines: Sequence[int]) -> list[Any]:
    known = {fold(" ".join(text.split())): value for text, value in column.field.choices.items()}
    found = []
    for cell, line in zip(cells, lines, strict=True):
        said = fold(" ".join(text_of(cell).split()))
        if not said:
            column.missing(line)
        elif said not in known:
            told = ", ".join(list(column.field.choices)[:AMPLE])
            column.wrong(sayings.NOT_CHOICE, line, value=text_of(cell), choices=told)
        found.append(known.get(said))
    return found


def _told(limit: float | None) -> str:
    return f"{limit:g}" if limit is not None else ""


READERS: dict[str, Reader] = {
    "text": _texts,
    "number": _numbers,
    "whole": _wholes,
    "date": _dates,
    "flag": _flags,
    "choice": _choices,
}
