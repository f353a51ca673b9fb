"""CSV in the encodings and with the separators that people's programs write."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from itertools import islice
from typing import BinaryIO

from phoihop.base.sheets import sayings
from phoihop.base.sheets.fields import Limits
from phoihop.base.sheets.grid import PIECE, Grid, Piece, Row
from phoihop.base.sheets.problems import SheetRefused

BLOCK = 1 << 20
DELIMITERS = (",", ";", "\t", "|")
HEAD_LINES = 40
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
    with io.TextIOWrapper(opener(), encoding=encoding, errors="strict", newline="") as text:
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        while True:
            before = reader.line_num
            rows: list[Row] = []
            lines: list[int] | range
            try:
                # list.extend keeps what it got before an error, and is as fast as a list of the whole
                rows.extend(islice(reader, PIECE))
            except (csv.Error, UnicodeDecodeError) as problem:
                raise _broken(problem, before + len(rows) + 1, reader.line_num) from problem
            if not rows:
                return
            lines = range(before + 1, before + 1 + len(rows))
            if reader.line_num - before != len(rows):
                lines = _counted(rows, before)
            yield Piece(lines, rows)


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
    return SheetRefused(sayings.BROKEN_LINE, begins)
