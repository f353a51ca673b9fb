"""Which figure of the form a row of a sheet is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from phoihop.base.sheets.headings import key
from phoihop.clauses.briefings.checking import Cell, cell_of
from phoihop.clauses.briefings.workbooks.forms import SheetForm
from phoihop.cores.viet import fold

NUMBERING = re.compile(r"^\s*(?:[-+*•–]|(?:[0-9]{1,2}|[a-zđ]|[ivx]{1,4})(?:[.)]\d{0,2})+)\s*", re.IGNORECASE)
PART = re.compile(r"^(?:trong do|o do|gom|bao gom|tai|theo|thuoc)\b[:\s]*")
KIND_OF_PLACE = re.compile(r"^(?:huyen|thi xa|thanh pho|tp|quan|phuong|xa|thi tran)\s+")
SKIP = "-"
GUESS_FROM = 0.75


def row_key(text: str) -> str:
    """A row's name as it is compared: without its numbering, signs and what stands in brackets.

    >>> row_key("1.2. Thuê bao di động (thuê bao)"), row_key("- Trong đó: Trạm 4G")
    ('thue bao di dong', 'tram 4g')
    """
    bare = text
    while (shorter := NUMBERING.sub("", bare)) != bare:
        bare = shorter
    return PART.sub("", key(bare)).strip()


def indent_mark(text: str) -> bool:
    """Whether a row's name says that it is a part of the row above."""
    bare = text.lstrip()
    return bare.startswith(("-", "+", "•", "–", "*")) or PART.match(fold(bare)) is not None


class Matcher:
    """Finds the cell of the form that a row is.

    :param given: what a person said before: ``row_key`` of the row, with ``<indicator> > `` before it in a breakdown,
        to a cell as ``tram[4g]``, or ``-`` to leave the row aside
    """

    def __init__(self, form: SheetForm, given: Mapping[str, str]) -> None:
        self.form, self.given = form, given
        self.codes = {str(cell).casefold(): cell for cell in form.shape.cells}
        self.known_members: dict[str, dict[str, Cell]] = {}
        self.long_codes: dict[tuple[str, str], Cell | None] = {}

    @cached_property
    def names(self) -> dict[str, Cell]:
        """Names of indicators, and of indicators with a value of a breakdown; made where a sheet has no codes."""
        named: dict[str, Cell] = {}
        seen = Counter(row_key(one.name) for one in self.form.shape.indicators)
        for cell, label in self.form.shape.labels.items():
            if cell.code is not None:
                named.setdefault(row_key(label), cell)
        for one in self.form.shape.indicators:
            if seen[row_key(one.name)] == 1:
                named[row_key(one.name)] = one.total
        return named

    def members(self, code: str) -> dict[str, Cell]:
        """The values of an indicator's breakdowns by all their names."""
        if code in self.known_members or code not in self.form.shape.by_code:
            return self.known_members.get(code, {})
        found = self.known_members[code] = {}
        for by in self.form.shape.by_code[code].breakdowns:
            for member in by.members:
                cell = Cell(code, member.code)
                said = row_key(member.name)
                for name in (said, KIND_OF_PLACE.sub("", said), key(member.code), key(f"{by.code} {member.code}")):
                    found.setdefault(name, cell)
        return found

    def by_code(self, code: str, breakdown: str) -> Cell | None:
        """By the code of an indicator, and of a value of a breakdown."""
        asked = (code, breakdown)
        if asked not in self.long_codes:
            self.long_codes[asked] = self._by_code(code.strip(), breakdown.strip())
        return self.long_codes[asked]

    def _by_code(self, code: str, breakdown: str) -> Cell | None:
        cell = self.codes.get(code.casefold())
        if cell is None or not breakdown or key(breakdown) in ("default", "tong", "tong so", "total"):
            return cell
        return self.member(cell.indicator, breakdown)

    def member(self, indicator: str, said: str) -> Cell | None:
        """One value of an indicator's breakdowns: its code, its name, or ``dimension:code``."""
        known = self.members(indicator)
        return known.get(row_key(said)) or known.get(key(said)) or known.get(key(said.replace(":", " ")))

    def context(self, name: str, parent: str) -> str:
        """Under which key an answer about a row is kept."""
        said = row_key(name)
        return f"{parent} > {said}" if parent and indent_mark(name) else said

    def by_name(self, name: str, parent: str) -> tuple[Cell | str | None, bool]:
        """By its name, below the indicator ``parent``; ``-`` where it is to be left aside; whether it is a guess."""
        said = row_key(name)
        for asked in (f"{parent} > {said}", said):
            given = self.given.get(asked)
            if given:
                return (SKIP, False) if given == SKIP else (self._given(given), False)
        parts = self.members(parent)
        part = parts.get(said) or parts.get(KIND_OF_PLACE.sub("", said))
        whole = self.names.get(said)
        if part is not None and (whole is None or indent_mark(name)):
            return part, False
        if whole is not None:
            return whole, False
        if name.strip().casefold() in self.codes:
            return self.codes[name.strip().casefold()], False
        guess = None if indent_mark(name) else self._guess(said)
        return guess, guess is not None

    def _given(self, said: str) -> Cell | None:
        try:
            cell = cell_of(said)
        except ValueError:
            return None
        return cell if cell in self.form.indicator_of else None

    def _guess(self, said: str) -> Cell | None:
        """The one indicator whose name shares most words, where it is clear enough."""
        words = set(said.split())
        if len(words) < 2:
            return None
        scored = []
        for name, cell in self.names.items():
            others = set(name.split())
            if cell.code is None:
                scored.append((len(words & others) / len(words | others), name, cell))
        scored.sort(key=lambda one: one[0], reverse=True)
        if not scored or scored[0][0] < GUESS_FROM or (len(scored) > 1 and scored[1][0] >= scored[0][0]):
            return None
        return scored[0][2]
