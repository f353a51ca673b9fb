"""Where a figure stands in a form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

EACH = "*"  # in a rule: every value of the breakdown, one after the other
_WRITTEN = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)(?:\[\s*([^\[\]]+?)\s*\])?")


class Cell(NamedTuple):
    """One place for a figure: an indicator's total, or one value of one of its breakdowns.

    >>> str(Cell("tram", "4g")), str(Cell("tram"))
    ('tram[4g]', 'tram')
    """

    indicator: str
    code: str | None = None

    def __str__(self) -> str:
        return self.indicator if self.code is None else f"{self.indicator}[{self.code}]"


Values = Mapping[Cell, "Decimal | None"]


def cell_of(text: str) -> Cell:
    """The cell that ``text`` names.

    :raises ValueError: it names none

    >>> cell_of("tram[4g]")
    Cell(indicator='tram', code='4g')
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return Cell(found[1], found[2])
