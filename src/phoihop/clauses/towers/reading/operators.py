"""Names of operators to numbers and sets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from phoihop.base.sheets import SheetRefused
from phoihop.clauses.towers.reading import sayings
from phoihop.clauses.towers.reading.options import MOST_OPERATORS
from phoihop.cores.towerplan.points import IntArray
from phoihop.cores.viet import fold

SEVERAL = re.compile(r"\s*[;,+|/\n]\s*")


def names_in(text: str) -> list[str]:
    """The names of a list such as ``Viettel; VNPT``."""
    return [name for name in SEVERAL.split(text.strip()) if name]


class Operators:
    """All operators of a plan, sorted by name; spellings that differ in case or diacritics are one operator.

    :raises SheetRefused: there are more than a set can hold
    """

    def __init__(self, names: Iterable[str]) -> None:
        spelled: dict[str, str] = {}
        for name in sorted(set(names)):
            if name:
                spelled.setdefault(_key(name), name)
        if len(spelled) > MOST_OPERATORS:
            raise SheetRefused(sayings.TOO_MANY_OPERATORS, count=len(spelled), most=MOST_OPERATORS)
        self.names = tuple(spelled[key] for key in sorted(spelled))
        self._numbers = {key: number for number, key in enumerate(sorted(spelled))}
        self._sets: dict[str, int] = {}

    def number(self, name: str) -> int:
        """The position of an operator; -1 for an empty or unknown name."""
        return self._numbers.get(_key(name), -1)

    def numbers(self, names: Sequence[str]) -> IntArray:
        """The position of each."""
        known = {name: self.number(name) for name in set(names)}
        return np.array([known[name] for name in names], dtype=np.int64)

    def sets(self, lists: Sequence[str]) -> IntArray:
        """The bit mask of each list of names."""
        known = {text: self._set(text) for text in set(lists)}
        return np.array([known[text] for text in lists], dtype=np.int64)

    def _set(self, text: str) -> int:
        mask = 0
        for name in names_in(text):
            mask |= 1 << self.number(name)
        return mask


def _key(name: str) -> str:
    return " ".join(fold(name).split())
