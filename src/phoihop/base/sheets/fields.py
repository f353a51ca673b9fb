"""What a reader looks for in a table, and how much it is willing to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "number", "whole", "date", "flag", "choice"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column that is looked for.

    :param code: its name in the result
    :param names: headings that mean it, in any language; case, diacritics, signs and a unit in brackets do not count.
        The first is what people are told
    :param required: the table must have the column, and every row a value
    :param low, high: least and most possible number; outside them a row is refused
    :param likely: ranges that tell whether 105.823 is a hundred and five or a hundred thousand; without them ``low``
        and ``high`` do
    :param choices: for ``choice``: what may be written, folded when compared, to the value it stands for
    :param longest: most characters of a text
    :param other: reads a number written in another way (32 degrees 5 minutes), or returns None
    """

    code: str
    names: tuple[str, ...]
    kind: Kind = "text"
    required: bool = False
    low: float | None = None
    high: float | None = None
    likely: tuple[tuple[float, float], ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    longest: int = 1000
    other: Callable[[str], float | None] | None = None

    @property
    def label(self) -> str:
        """How people are told of it."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a file is refused, so that nobody's file eats the memory."""

    file_mb: int = 20
    unpacked_mb: int = 200  # of a workbook, which is a zip archive
    json_mb: int = 20  # of GeoJSON, which has to be read whole
    rows: int = 100_000
    columns: int = 200
    problems: int = 1000  # kept; the rest is counted


WEB = Limits()
COMMAND_LINE = Limits(file_mb=400, unpacked_mb=1500, json_mb=200, rows=2_000_000)
