"""The grid of a form: blocks with rows and cells, for pages that show or fill it.

A block is a section. Its indicators without breakdowns make one table; each breakdown of an indicator follows as rows
below it, so that the grid reads from top to bottom on a telephone too.
"""

from __future__ import annotations

from dataclasses import dataclass

from phoihop.base.access import Actor
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import FormSection, FormVersion, Indicator
from phoihop.clauses.briefings.queries.forms import reading
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm


@dataclass(frozen=True, slots=True)
class Place:
    """One cell with the words beside it."""

    cell: Cell
    label: str
    level: int = 0  # how far below the total


@dataclass(frozen=True, slots=True)
class Group:
    """A breakdown of an indicator."""

    name: str
    complete: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator: its total, and its breakdowns side by side."""

    indicator: Indicator
    total: Place
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A section."""

    section: FormSection
    rows: tuple[Row, ...]


def blocks(*, actor: Actor, version: FormVersion) -> list[Block]:
    """The grid of a version.

    :raises NotVisible: the actor may not see it
    """
    loaded = reading.content(actor=actor, version=version)
    return [
        Block(section, tuple(_row(loaded, indicator) for indicator in section.indicators.all()))
        for section in loaded.sections
    ]


def _row(loaded: LoadedForm, indicator: Indicator) -> Row:
    groups = []
    for dimension in indicator.dimensions.all():
        codes = loaded.codes[dimension.pk]
        shown = {code.pk for code in codes}
        top = [code for code in codes if code.parent_id not in shown]
        places: list[Place] = []
        for code in top:
            places.append(Place(Cell(indicator.code, code.code), code.name))
            below = (one for one in codes if one.parent_id == code.pk)
            places += [Place(Cell(indicator.code, one.code), one.name, 1) for one in below]
        groups.append(Group(dimension.name, dimension.complete, tuple(places)))
    return Row(indicator, Place(Cell(indicator.code), indicator.name), tuple(groups))
