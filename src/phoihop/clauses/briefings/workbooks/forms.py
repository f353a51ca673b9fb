"""A version of a form as a workbook shows it: what is asked, under which headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from phoihop.clauses.briefings.checking import Cell, FormShape, IndicatorShape


@dataclass(frozen=True, slots=True)
class Section:
    """Indicators under one heading."""

    title: str
    codes: tuple[str, ...]
    guidance: str = ""


@dataclass(frozen=True)
class SheetForm:
    """A version of a form.

    :ivar period_type: ``month``, ``quarter``, ``half`` or ``year``
    :ivar notes: what is said beside an indicator: its definition, where it is reported already
    """

    code: str
    title: str
    version: int
    period_type: str
    shape: FormShape
    sections: tuple[Section, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    voluntary: bool = True

    @cached_property
    def indicator_of(self) -> Mapping[Cell, IndicatorShape]:
        """The indicator that each cell is a figure of."""
        return {cell: one for one in self.shape.indicators for cell in one.cells}

    @cached_property
    def dimension_of(self) -> Mapping[Cell, str]:
        """The code of the breakdown of each cell that is no total."""
        return {
            Cell(one.code, member.code): by.code
            for one in self.shape.indicators
            for by in one.breakdowns
            for member in by.members
        }
