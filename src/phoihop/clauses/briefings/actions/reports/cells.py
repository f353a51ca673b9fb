"""Cells of a form as people name them, and the rows behind them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from phoihop.base.errors import Refused
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import DimensionCode, Indicator, Report

Place = tuple[UUID, UUID | None]  # indicator, value of the breakdown


def places_of(report: Report, cells: Sequence[Cell]) -> list[Place]:
    """The rows that cells name.

    :raises Refused: the form has no such cell
    """
    codes = {cell.indicator for cell in cells}
    asked = Indicator.objects.filter(section__version_id=report.round.version_id, code__in=codes)
    indicators = dict(asked.values_list("code", "pk"))
    parts = DimensionCode.objects.filter(
        dimension__indicators__in=indicators.values(), code__in={cell.code for cell in cells if cell.code is not None}
    )
    members = {(pk, code): part for pk, code, part in parts.values_list("dimension__indicators", "code", "pk")}
    found: list[Place] = []
    for cell in cells:
        indicator = indicators.get(cell.indicator)
        part = None if cell.code is None or indicator is None else members.get((indicator, cell.code))
        if indicator is None or (cell.code is not None and part is None):
            raise Refused(_("Biểu mẫu không có ô “%(cell)s”. Hãy tải lại trang.") % {"cell": cell})
        found.append((indicator, part))
    return found
