"""Which format a file is, and reading it whatever it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from phoihop.clauses.briefings.exchange.adx import read_adx
from phoihop.clauses.briefings.exchange.json_sets import read_json
from phoihop.clauses.briefings.workbooks.forms import SheetForm
from phoihop.clauses.briefings.workbooks.identity import Identity
from phoihop.clauses.briefings.workbooks.opening import LIMITS, open_book
from phoihop.clauses.briefings.workbooks.reading import read_book
from phoihop.clauses.briefings.workbooks.results import Reading

MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def format_of(data: bytes) -> str:
    """``adx``, ``json``, or ``sheet`` for what is neither; told by how it begins.

    >>> format_of(b"<?xml version='1.0'?><adx/>"), format_of(b'{"dataValues": []}'), format_of(b"a;b")
    ('adx', 'json', 'sheet')
    """
    start = data[:200]
    for mark in MARKS:
        start = start.removeprefix(mark)
    start = start.replace(b"\0", b"").lstrip()
    if start.startswith(b"<"):
        return "adx"
    return "json" if start.startswith((b"{", b"[")) else "sheet"


def read_exchange(
    data: bytes,
    form: SheetForm,
    *,
    mapping: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
    expected: Identity | None = None,
    parties: Collection[str] = (),
) -> Reading:
    """The figures of a file of any format.

    :raises SheetRefused: it cannot be opened, or holds no table of figures
    """
    kind = format_of(data)
    if kind == "sheet" or len(data) > LIMITS.file_mb << 20:
        book = open_book(data)
        return read_book(book, form, mapping=mapping, answers=answers, expected=expected, parties=parties)
    read = read_adx if kind == "adx" else read_json
    return read(data, form, expected=expected, parties=parties)
