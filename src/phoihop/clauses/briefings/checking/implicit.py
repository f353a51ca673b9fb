"""What every form asks without a rule: figures that are there, that are numbers as agreed, and that add up."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from phoihop.clauses.briefings.checking.cells import Cell, Values
from phoihop.clauses.briefings.checking.findings import ERROR, Finding
from phoihop.clauses.briefings.checking.saying import said
from phoihop.clauses.briefings.checking.shapes import Breakdown, IndicatorShape

TOO_LARGE = Decimal(10) ** 18  # what the database keeps
HALF = Decimal("0.5")


def look_at(indicator: IndicatorShape, values: Values, estimates: Collection[Cell]) -> Iterator[Finding]:
    """Everything that is wrong with one indicator and its breakdowns by itself."""
    step = Decimal(1).scaleb(-indicator.decimals)
    for cell in indicator.cells:
        value = values.get(cell)
        if value is not None and not (value.is_finite() and 0 <= value < TOO_LARGE and not value % step):
            yield from _one(indicator, cell, value)
    if not indicator.estimate_allowed:
        for cell in indicator.cells:
            if cell in estimates:
                yield _finding("estimate", _("Chỉ tiêu này phải báo số chính thức. Hãy bỏ đánh dấu số ước."), cell)
    if indicator.required:
        yield from _blanks(indicator, values)
    for breakdown, total, parts in indicator.sums:
        yield from _sum(indicator, breakdown, total, parts, values)


def _finding(check: str, message: str, *cells: Cell) -> Finding:
    return Finding(cells, ERROR, None, check, message)


def _one(indicator: IndicatorShape, cell: Cell, value: Decimal) -> Iterator[Finding]:
    """What is wrong with one figure; asked only where something is out of the ordinary."""
    if not value.is_finite() or abs(value) >= TOO_LARGE:
        yield _finding("number", _("Số này không ghi được. Hãy xem lại số chữ số và đơn vị tính."), cell)
        return
    if value < 0 and not indicator.negative_allowed:
        yield _finding("negative", _("Chỉ tiêu này không thể âm."), cell)
    if value % Decimal(1).scaleb(-indicator.decimals):
        if indicator.decimals:
            words = _("Chỉ ghi đến %(n)s chữ số thập phân.") % {"n": indicator.decimals}
        else:
            words = _("Hãy nhập số nguyên.")
        yield _finding("decimals", words, cell)


def _blanks(indicator: IndicatorShape, values: Values) -> Iterator[Finding]:
    """The total must be there; so must every value of a breakdown, unless there is nothing to break down."""
    total = values.get(indicator.total)
    if total is None:
        yield _finding("required", _("Chưa có số liệu. Nếu không phát sinh, hãy nhập 0."), indicator.total)
    elif total == 0:
        return
    for breakdown, cells in indicator.broken_down:
        blank = [cell for cell in cells if values.get(cell) is None]
        if blank:
            words = _("Còn %(n)s ô trống theo %(by)s. Nếu không phát sinh, hãy nhập 0.")
            yield _finding("required", words % {"n": len(blank), "by": breakdown.name.lower()}, *blank)


def _sum(
    indicator: IndicatorShape, breakdown: Breakdown, total: Cell, parts: tuple[Cell, ...], values: Values
) -> Iterator[Finding]:
    """Parts make the total; while some are blank, those that are there must not make more than it.

    Figures with decimals were rounded, each by up to half of its last place: a difference of so much is none.
    """
    whole = values.get(total)
    there = [value for value in (values.get(cell) for cell in parts) if value is not None]
    if whole is None or not there:
        return
    added = sum(there, Decimal(0))
    slack = HALF.scaleb(-indicator.decimals) * (len(there) + 1) if indicator.decimals else Decimal(0)
    whole_story = len(there) == len(parts)
    too_much = added - whole > slack and not indicator.negative_allowed
    if too_much or (whole_story and abs(added - whole) > slack):
        words = _("Cộng theo %(by)s được %(sum)s, khác với tổng %(total)s.")
        shown = {"by": breakdown.name.lower(), "sum": said(added), "total": said(whole)}
        yield _finding("sum", words % shown, total, *parts)
