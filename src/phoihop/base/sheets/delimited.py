"""CSV in the encodings and with the separators that people's programs write."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import methodcaller
from typing import BinaryIO

from phoihop.base.sheets import sayings
from phoihop.base.sheets.fields import Limits
from phoihop.base.sheets.grid import PIECE, Grid, Piece, Row
from phoihop.base.sheets.problems import SheetRefused

BLOCK = 1 << 20
DELIMITERS = (",", ";", "\t", "|")
HEAD_LINES = 40
FIRST_BLOCK, LATER_BLOCK = 1 << 15, 1 << 22  # characters; the heading is in the first
HEAD_BYTES = 1 << 16
Opener = Callable[[], BinaryIO]
Score = Callable[[list[Row]], float]


def delimited(opener: Opener, limits: Limits, score: Score) -> Grid:
    """A CSV file.

    :param score: how well the first rows fit what is looked for; it chooses the separator
    """
    encoding, lines = _encoding(opener)
    if lines > limits.rows + 1000:
        raise SheetRefused(sayings.TOO_MANY_ROWS, most=limits.rows)
    with opener() as stream:
        head = stream.read(HEAD_BYTES).decode(encoding, "ignore")
    if not head.strip("\ufeff \r\n\t,;"):
        raise SheetRefused(sayings.EMPTY)
    if "\0" in head:
        raise SheetRefused(sayings.UNKNOWN_FORMAT)
    delimiter = _delimiter(head, score)
    return Grid(
        "csv",
        lambda: _pieces(opener, encoding, delimiter),
        encoding=encoding,
        delimiter=delimiter,
        ends_open=_ends_open(opener),
    )


def _encoding(opener: Opener) -> tuple[str, int]:
    """The encoding, and how many lines there are at most; the file passes by once, in blocks."""
    with opener() as stream:
        start = stream.read(4096)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            encoding = "utf-16"
        elif _every_second_is_zero(start):
            encoding = "utf-16-le" if start[1:2] == b"\0" else "utf-16-be"
        else:
            encoding = "utf-8-sig"
        decoder = codecs.getincrementaldecoder(encoding)()
        lines, block, ascii_only = 0, start, True
        try:
            while block:
                lines += block.count(b"\n") or block.count(b"\r")
                ascii_only = ascii_only and block.isascii()
                if not ascii_only:
                    decoder.decode(block)
                block = stream.read(BLOCK)
        except UnicodeDecodeError as problem:
            if encoding != "utf-8-sig":
                raise SheetRefused(sayings.NOT_TEXT) from problem
            return _windows(opener), _lines(opener)
    return encoding, lines


def _windows(opener: Opener) -> str:
    decoder = codecs.getincrementaldecoder("cp1258")()
    with opener() as stream:
        try:
            while block := stream.read(BLOCK):
                decoder.decode(block)
        except UnicodeDecodeError as problem:
            raise SheetRefused(sayings.NOT_TEXT) from problem
    return "cp1258"


def _lines(opener: Opener) -> int:
    with opener() as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(BLOCK), b""))


def _ends_open(opener: Opener) -> bool:
    with opener() as stream:
        stream.seek(-2, io.SEEK_END)
        return not set(stream.read(2)) & set(b"\r\n")


def _every_second_is_zero(start: bytes) -> bool:
    some = start[:200]
    return len(some) > 3 and (some[1::2].count(0) > len(some) * 0.3 or some[::2].count(0) > len(some) * 0.3)


def _delimiter(head: str, score: Score) -> str:
    def fit(delimiter: str) -> tuple[float, int]:
        try:
            rows: list[Row] = list(islice(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter), HEAD_LINES))
        except csv.Error:
            return 0, 0
        return score(rows), max((len(row) for row in rows), default=0)

    return max(DELIMITERS, key=fit)


def _pieces(opener: Opener, encoding: str, delimiter: str) -> Iterator[Piece]:
    """The rows; blocks without quotation marks, which are most, are split rather than parsed."""
    with io.TextIOWrapper(opener(), encoding=encoding, errors="strict", newline="") as text:
        line, size = 0, FIRST_BLOCK
        while block := _block(text, size, line):
            if '"' in block:
                yield from _parsed(chain(io.StringIO(block, newline=""), text), delimiter, line)
                return
            bare = block.replace("\r\n", "\n")
            piece = None if size == FIRST_BLOCK or "\r" in bare else _split(bare, delimiter, line)
            if piece is None:
                for piece in _parsed(io.StringIO(block, newline=""), delimiter, line):
                    yield piece
                    line = piece.lines[-1]
            else:
                yield piece
                line = piece.lines[-1]
            size = LATER_BLOCK


def _block(text: io.TextIOWrapper, size: int, line: int) -> str:
    """The next whole lines of about that size."""
    try:
        return text.read(size) + text.readline()
    except UnicodeDecodeError as problem:
        raise SheetRefused(sayings.CUT, line or None) from problem


def _split(block: str, delimiter: str, before: int) -> Piece | None:
    """The columns of a block whose lines are all equally wide, or None."""
    lines = block.removesuffix("\n").split("\n")
    width = lines[0].count(delimiter) + 1
    if set(map(methodcaller("count", delimiter), lines)) != {width - 1}:
        return None
    cells = delimiter.join(lines).split(delimiter)
    return Piece(range(before + 1, before + 1 + len(lines)), [], [cells[place::width] for place in range(width)])


def _parsed(lines: Iterable[str], delimiter: str, line: int) -> Iterator[Piece]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        before = reader.line_num
        rows: list[Row] = []
        try:
            rows.extend(islice(reader, PIECE))  # keeps what it got before an error
        except (csv.Error, UnicodeDecodeError) as problem:
            raise _broken(problem, line + before + len(rows) + 1, line + reader.line_num) from problem
        if not rows:
            return
        numbers: Sequence[int] = range(line + before + 1, line + before + 1 + len(rows))
        if reader.line_num - before != len(rows):
            numbers = _counted(rows, line + before)
        yield Piece(numbers, rows)


def _counted(rows: list[Row], before: int) -> list[int]:
    """The line each row begins at, where cells hold line ends."""
    lines, at = [], before + 1
    for row in rows:
        lines.append(at)
        at += 1 + sum(max(cell.count("\n"), cell.count("\r")) for cell in row if isinstance(cell, str))
    return lines


def _broken(problem: Exception, begins: int, reached: int) -> SheetRefused:
    if isinstance(problem, UnicodeDecodeError):
        return SheetRefused(sayings.CUT, max(begins, reached))
    if "unexpected end of data" in str(problem):
        return SheetRefused(sayings.CUT, begins)
    if "field larger" in str(problem):
        return SheetRefused(sayings.TOO_LONG, begins, most=csv.field_size_limit())
    return SheetRefused(sayings.BROKEN_LINE, begins)
