"""Which sign begins the decimals of each column of numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phoihop.base.sheets import numbers
from phoihop.base.sheets.fields import Field
from phoihop.base.sheets.grid import Cell, Grid
from phoihop.base.sheets.numbers import Style

LOOKED_AT = 500  # cells of a column
STYLES: tuple[Style, Style] = ("comma", "point")


def style_for(fields: Sequence[Field], columns: Mapping[str, Sequence[Cell]], grid: Grid) -> dict[str, Style]:
    """For each field: what its own cells show, or what alone gives possible values, or what the other columns show.

    A file with commas between its cells has points in its numbers; one with semicolons was written where the decimal
    sign is a comma. Where nothing tells, unclear numbers are asked about rather than guessed.
    """
    texts = {
        field.code: [cell for cell in columns[field.code][:LOOKED_AT] if isinstance(cell, str) and cell]
        for field in fields
        if field.kind in ("number", "whole")
    }
    shown = {code: numbers.style_of(cells) for code, cells in texts.items()}
    common = _common(shown)
    by_delimiter: Style = {",": "point", ";": "comma"}.get(grid.delimiter, "")  # type: ignore[assignment]
    found: dict[str, Style] = {}
    for field in fields:
        cells = texts.get(field.code)
        if cells is None:
            found[field.code] = ""
            continue
        unclear = [bare for text in cells if numbers.unclear(bare := numbers.tidy(text))]
        if not unclear and not shown[field.code]:
            found[field.code] = "point"  # nothing but whole numbers: both read the same
        else:
            found[field.code] = shown[field.code] or _possible(unclear, field) or common or by_delimiter
    return found


def _common(shown: Mapping[str, Style]) -> Style:
    comma, point = (sum(style == asked for style in shown.values()) for asked in STYLES)
    return "comma" if comma > point else "point" if point > comma else ""


def _possible(unclear: list[str], field: Field) -> Style:
    """The only style in which the unclear numbers are possible ones."""
    ranges = field.likely
    if not ranges and field.low is not None and field.high is not None:
        ranges = ((field.low, field.high),)
    if not ranges or not unclear:
        return ""

    def fits(style: Style) -> bool:
        values = [numbers.read_as(bare, style) for bare in unclear]
        return sum(_within(value, ranges) for value in values) * 2 > len(values)

    fitting = [style for style in STYLES if fits(style)]
    return fitting[0] if len(fitting) == 1 else ""


def _within(value: float | None, ranges: tuple[tuple[float, float], ...]) -> bool:
    return value is not None and any(low <= value <= high for low, high in ranges)
