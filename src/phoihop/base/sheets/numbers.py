"""Numbers as people write them: 1.923,5 and 1,923.5 and 1923.5, decided for a whole column rather than a cell."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

Style = Literal["comma", "point", ""]  # which sign begins the decimals; nothing: not known

COMMA = re.compile(r"[+-]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?")
POINT = re.compile(r"[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+|(?=\.\d))(?:\.\d*)?(?:[eE][+-]?\d{1,3})?")
UNIT = re.compile(r"\s*(?:m|mét|met|metre|metres|km|°|đ|vnđ|vnd|đồng|%)\.?$", re.IGNORECASE)
UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}")  # 105.823: a hundred and five, or a hundred thousand
MINUS = str.maketrans("\N{MINUS SIGN}\N{EN DASH}", "--", "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}_'")


def style_of(texts: Iterable[str]) -> Style:
    """The style that the clear ones among the numbers show; nothing where none does or they differ evenly."""
    comma = point = 0
    for text in texts:
        shown = _shown(tidy(text))
        comma += shown == "comma"
        point += shown == "point"
    return "comma" if comma > point else "point" if point > comma else ""


def tidy(text: str) -> str:
    """Without spaces, groups' apostrophes and a unit behind."""
    bare = UNIT.sub("", unicodedata.normalize("NFC", text).strip())
    return "".join(bare.translate(MINUS).split())


def unclear(bare: str) -> bool:
    """Whether the number reads either way."""
    return UNCLEAR.fullmatch(bare) is not None


def read_as(bare: str, style: Style) -> float | None:
    """The number read in that style, or None.

    >>> read_as("1.923,5", "comma"), read_as("1,923.5", "point"), read_as("1.923,5", "point")
    (1923.5, 1923.5, None)
    """
    if style == "comma":
        value = float(bare.replace(".", "").replace(",", ".")) if COMMA.fullmatch(bare) else math.nan
    else:
        value = float(bare.replace(",", "")) if POINT.fullmatch(bare) else math.nan
    return value if math.isfinite(value) else None


def read_either(bare: str) -> float | None:
    """The number in whichever style it can be read, or None."""
    value = read_as(bare, "comma")
    return read_as(bare, "point") if value is None else value


def _shown(bare: str) -> Style:
    if ("," not in bare and "." not in bare) or unclear(bare):
        return ""
    comma, point = read_as(bare, "comma"), read_as(bare, "point")
    if comma is not None and point is None:
        return "comma"
    if point is not None and comma is None:
        return "point"
    return ""
