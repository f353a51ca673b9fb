"""What is exchanged: the figures of one party for one period of one form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.reporting.periods import Period

ESTIMATE = "estimate"  # the comment that marks an estimate: the formats know no other place for it


@dataclass(frozen=True, slots=True)
class Datum:
    """One figure."""

    cell: Cell
    value: Decimal
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one report.

    :ivar form: code of the form, which is the data set
    :ivar party: code of the party, which is the organisation unit
    :ivar completed_on: when it was submitted; None where it was not yet
    """

    form: str
    party: str
    period: Period
    data: tuple[Datum, ...]
    version: int = 1
    party_name: str = ""
    completed_on: dt.date | None = None


def plain(value: Decimal) -> str:
    """A number as every system reads it: a point, no needless zeros, no exponent.

    >>> plain(Decimal("1923.5000")), plain(Decimal("100.0000"))
    ('1923.5', '100')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
