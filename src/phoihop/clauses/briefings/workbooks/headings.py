"""Which row of a sheet is the heading, and what its columns are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from phoihop.base.sheets.grid import Row, blank, text_of
from phoihop.base.sheets.headings import key
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.workbooks.periods import period_said

Kind = Literal[
    "name", "code", "breakdown", "unit", "value", "estimate", "earlier", "note", "order", "period", "party", "version",
    "skip", "unknown",
]  # fmt: skip
SEARCHED = 40  # rows from the top
NAMES: Mapping[str, tuple[str, ...]] = {
    "name": (
        "chi tieu", "ten chi tieu", "noi dung", "cac chi tieu", "chi tieu bao cao", "noi dung chi tieu", "indicator",
        "ten", "danh muc", "chi tieu chu yeu",
    ),
    "code": ("ma", "ma chi tieu", "ma so", "code", "dataelement", "ma ct", "indicator code", "chi tieu ma"),
    "breakdown": ("phan to", "ma phan to", "breakdown", "trong do", "categoryoptioncombo", "phan loai", "theo"),
    "unit": ("don vi tinh", "dvt", "dv tinh", "unit"),
    "value": (
        "ky nay", "so lieu", "so lieu ky nay", "gia tri", "value", "thuc hien", "thuc hien ky nay", "so lieu bao cao",
        "ket qua", "ket qua thuc hien", "so bao cao", "so luong", "thuc hien trong ky", "gia tri ky nay",
    ),
    "estimate": ("uoc chinh thuc", "uoc hay chinh thuc", "loai so lieu", "estimate", "uoc", "so uoc"),
    "earlier": (
        "ky truoc", "cung ky", "cung ky nam truoc", "thuc hien ky truoc", "so voi ky truoc", "so voi cung ky",
        "tang giam", "ty le", "so ky truoc", "ke hoach", "ke hoach nam",
    ),
    "note": ("ghi chu", "note", "dien giai", "giai trinh", "kiem tra", "comment", "huong dan", "ten don vi"),
    "order": ("stt", "tt", "so tt", "so thu tu", "no"),
    "period": ("ky", "ky bao cao", "ma ky", "thoi gian", "period"),
    "party": ("don vi", "ma don vi", "doanh nghiep", "orgunit", "don vi bao cao"),
    "version": ("phien ban", "version"),
}  # fmt: skip
KINDS = {name: kind for kind, names in NAMES.items() for name in names}
WEIGHT = {"unknown": 0, "skip": 0, "earlier": 1, "order": 1, "note": 1}


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds.

    :ivar period: code of the period that its heading names; empty where it names none
    :ivar cell: of a table whose columns are indicators: which figure stands here, as ``tram[4g]``
    """

    kind: str
    text: str = ""
    period: str = ""
    cell: str = ""
    guessed: bool = False


@dataclass(slots=True)
class Heading:
    """A heading that was found."""

    at: int  # its last row
    columns: dict[int, Column] = field(default_factory=dict)
    by_indicator: bool = False  # the columns are indicators

    def of(self, *kinds: str) -> list[int]:
        """The places of columns of some kinds."""
        return [place for place, column in sorted(self.columns.items()) if column.kind in kinds]

    def first(self, kind: str) -> int | None:
        """The first column of a kind."""
        return next(iter(self.of(kind)), None)

    @property
    def score(self) -> int:
        """How much of it is known."""
        known = sum(WEIGHT.get(column.kind, 3) + bool(column.period) for column in self.columns.values())
        complete = bool(self.of("name", "code")) and bool(self.of("value", "unknown"))
        return known + (10 if complete or self.by_indicator else 0)


class Headings:
    """Looks for the heading of a sheet.

    :param given: key of a heading → kind, as a person said before; with a period behind a colon
    :param names: key of an indicator's name → its cell, for tables whose columns are indicators
    :param codes: code in small letters → its cell
    :param breakdowns: keys of breakdowns, whose name may be a heading
    """

    def __init__(
        self, given: Mapping[str, str], names: Mapping[str, Cell], codes: Mapping[str, Cell], breakdowns: set[str]
    ) -> None:
        self.given, self.names, self.codes, self.breakdowns = given, names, codes, breakdowns

    def find(self, rows: Sequence[Row]) -> Heading | None:
        """The best row among the first, alone or with the one below it; None where none will do."""
        best: Heading | None = None
        for at in range(min(len(rows), SEARCHED)):
            if sum(not blank(cell) for cell in rows[at]) < 2:
                continue
            for found in (self._read(rows, at, at), self._read(rows, at, at + 1) if at + 1 < len(rows) else None):
                if found is not None and found.score >= 12 and (best is None or found.score > best.score):
                    best = found
        if best is not None:
            self._guess_value(best)
        return best

    def _read(self, rows: Sequence[Row], top: int, bottom: int) -> Heading | None:
        if bottom > top and not self._belongs(rows[top], rows[bottom]):
            return None
        heading = Heading(bottom)
        width = max(len(rows[top]), len(rows[bottom]))
        for place in range(width):
            texts = dict.fromkeys(text_of(row[place]) for row in rows[top : bottom + 1] if place < len(row))
            text = " ".join(filter(None, texts))
            if text:
                heading.columns[place] = self._column(text, tuple(filter(None, texts)))
        cells = [column.cell for column in heading.columns.values() if column.cell]
        heading.by_indicator = len(cells) >= 2 and not heading.of("name", "code")
        return heading if heading.by_indicator or heading.of("name", "code") else None

    def _belongs(self, top: Row, below: Row) -> bool:
        """Whether the row below is a second line of the heading: no figures, and the names of columns go through it."""
        named = [place for place, cell in enumerate(top) if self._column(text_of(cell)).kind in ("name", "code")]
        same = all(place < len(below) and text_of(below[place]) in ("", text_of(top[place])) for place in named)
        return bool(named) and same and not any(isinstance(cell, int | float) for cell in below)

    def _column(self, text: str, texts: tuple[str, ...] = ()) -> Column:
        said = key(text)
        given = self.given.get(said)
        if given is not None:
            kind, _colon, code = given.partition(":")
            return Column(kind, text, code)
        if said in KINDS:
            return Column(KINDS[said], text)
        if said in self.breakdowns:
            return Column("breakdown", text)
        cell = self.codes.get(text.strip().casefold()) or self.names.get(said)
        if cell is not None:
            return Column("unknown", text, cell=str(cell))
        period = period_said(text)
        if period is not None:
            kinds = [KINDS[key(part)] for part in texts if key(part) in KINDS]
            return Column(self._kind_with_period(said, kinds), text, period.code)
        for part in reversed(texts):
            if key(part) in KINDS and key(part) != said:
                return Column(KINDS[key(part)], text)
        return Column(self._kind_by_words(said), text)

    @staticmethod
    def _kind_with_period(said: str, kinds: list[str]) -> str:
        words = f" {said} "
        if " uoc " in words and "thuc hien" not in words and "so uoc" not in words:
            return "value"
        return "earlier" if "earlier" in kinds or "so voi" in words or "ke hoach" in words else "value"

    @staticmethod
    def _kind_by_words(said: str) -> str:
        """A heading that begins with the words of one kind: ``Số liệu kỳ này (theo ĐVT)``, ``So với cùng kỳ (%)``."""
        if said.startswith(("so voi", "tang giam", "ty le tang", "cung ky", "ky truoc", "ke hoach")):
            return "earlier"
        for start, kind in (("ghi chu", "note"), ("so lieu ky nay", "value"), ("don vi tinh", "unit")):
            if said.startswith(start):
                return kind
        return "unknown"

    @staticmethod
    def _guess_value(heading: Heading) -> None:
        """Where no column holds the figures and one alone is not known, it is that one."""
        unknown = heading.of("unknown")
        if not heading.by_indicator and not heading.of("value") and len(unknown) == 1:
            column = heading.columns[unknown[0]]
            heading.columns[unknown[0]] = Column("value", column.text, column.period, guessed=True)
