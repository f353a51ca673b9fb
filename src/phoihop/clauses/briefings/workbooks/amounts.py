"""One cell of a sheet to a figure: numbers as text, per cent, units in thousands, estimates."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from phoihop.base.sheets import Saying, numbers
from phoihop.base.sheets import sayings as any_table
from phoihop.base.sheets.grid import Cell, text_of
from phoihop.base.sheets.headings import key
from phoihop.clauses.briefings.checking import IndicatorShape
from phoihop.clauses.briefings.workbooks import sayings
from phoihop.cores.viet import format_number

NOTHING = frozenset({"", "-", "–", "—", "...", "…", "x", "n/a", "na", "k", "chưa có", "không có"})
ESTIMATED = frozenset({"uoc", "so uoc", "uoc tinh", "estimate", "estimated", "e", "u", "1", "x", "co", "true", "yes"})
FINAL = frozenset({"chinh thuc", "so chinh thuc", "thuc te", "so thuc", "final", "f", "0", "khong", "false", "no"})
LARGEST = Decimal(10) ** 18
LONGEST = 40  # digits that are told
NOISE = Decimal("0.000000001")  # of binary fractions
PLACES = Decimal("0.0001")  # what is kept
MOST_PLACES = 4
QUANTA = tuple(Decimal(1).scaleb(-places) for places in range(MOST_PLACES + 1))


class Unreadable(ValueError):
    """A cell that is no figure; says why."""

    def __init__(self, saying: Saying, **values: object) -> None:
        super().__init__(saying.en)
        self.saying, self.values = saying, values


def is_nothing(cell: Cell) -> bool:
    """Blank, or one of the signs that people write for “no figure”."""
    if isinstance(cell, str):
        return cell.strip().casefold() in NOTHING
    return cell is None


def is_figure(cell: Cell) -> bool:
    """Whether it looks like a number at all."""
    if isinstance(cell, bool):
        return False
    if isinstance(cell, int | float):
        return True
    return isinstance(cell, str) and any(sign.isdigit() for sign in cell) and numbers.read_either(
        numbers.tidy(cell)
    ) is not None  # fmt: skip


def amount_of(cell: Cell, one: IndicatorShape, style: numbers.Style, label: str) -> Decimal:
    """The figure of a cell that is not blank, before any factor.

    :raises Unreadable: it is none
    """
    if isinstance(cell, dt.date | dt.datetime | dt.time | dt.timedelta):
        raise Unreadable(sayings.IS_DATE, value=text_of(cell))
    if isinstance(cell, bool):
        raise Unreadable(any_table.NOT_NUMBER, value=text_of(cell))
    return Decimal(repr(cell)) if isinstance(cell, int | float) else _written(text_of(cell), one, style, label)


def _written(text: str, one: IndicatorShape, style: numbers.Style, label: str) -> Decimal:
    if "%" in text and "%" not in one.unit:
        raise Unreadable(sayings.PERCENT, value=text, label=label, unit=one.unit or "1")
    bare = numbers.tidy(text)
    if style:
        as_read = _exact(bare, style)
        if as_read is not None:
            return as_read
    elif numbers.unclear(bare):
        if one.decimals:
            whole, fraction = bare.replace(".", "").replace(",", ""), bare.replace(",", ".")
            raise Unreadable(any_table.UNCLEAR_NUMBER, value=text, one=whole, other=fraction)
        return Decimal(bare.replace(".", "").replace(",", ""))
    read = _exact(bare, "comma")
    read = _exact(bare, "point") if read is None else read
    if read is None:
        raise Unreadable(any_table.NOT_NUMBER, value=text)
    return read


def _exact(bare: str, style: numbers.Style) -> Decimal | None:
    """As the reader of tables decides, but without a detour through binary fractions."""
    if numbers.read_as(bare, style) is None:
        return None
    return Decimal(bare.replace(".", "").replace(",", ".") if style == "comma" else bare.replace(",", ""))


def fitted(value: Decimal, one: IndicatorShape, label: str) -> Decimal:
    """The figure as it is kept.

    :raises Unreadable: it does not fit what the form asks
    """
    if not value.is_finite() or abs(value) >= LARGEST:
        raise Unreadable(sayings.TOO_LARGE, value=_shown(value))
    if value >= 0 and value == value.quantize(QUANTA[min(one.decimals, MOST_PLACES)], ROUND_HALF_EVEN):
        return value.quantize(PLACES)
    exponent = value.as_tuple().exponent
    clean = value.quantize(NOISE, ROUND_HALF_EVEN).normalize() if isinstance(exponent, int) and exponent < -9 else value
    if clean < 0 and not one.negative_allowed:
        raise Unreadable(sayings.NEGATIVE, label=label)
    if clean != clean.quantize(Decimal(1).scaleb(-one.decimals), ROUND_HALF_EVEN):
        if one.decimals:
            raise Unreadable(sayings.DECIMALS, label=label, most=one.decimals, value=_shown(clean))
        raise Unreadable(sayings.WHOLE, label=label, value=_shown(clean))
    return clean.quantize(PLACES)


def _shown(value: Decimal) -> str:
    return format_number(value) if value.is_finite() and value.adjusted() < LONGEST else str(value)[:LONGEST]


def estimate_of(cell: Any) -> bool | None:
    """Whether a cell says estimate or final; None where it says nothing.

    :raises Unreadable: it says something else
    """
    if isinstance(cell, bool):
        return cell
    text = text_of(cell)
    said = key(text) or text.strip()
    if not said or said == "-":
        return None
    if said in ESTIMATED:
        return True
    if said in FINAL:
        return False
    raise Unreadable(sayings.ESTIMATE_WORD, value=text)
