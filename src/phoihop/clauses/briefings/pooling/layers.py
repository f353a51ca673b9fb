"""What was told before, as layers: figures that earlier tables and the present one are sums of.

A figure that was corrected is its first edition plus what was added; a year is its first half plus the rest. Everybody
knows some of these sums, and may subtract.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from phoihop.clauses.briefings.pooling.figures import Place, Sheet, Told

LAYER = "@"
FIRST = "0"


class Entangled(ValueError):
    """Earlier tables overlap in ways that cannot be taken apart: nothing may be added to them."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Sheets that add up to the present one, or of which the present one is the first.

    :ivar sheets: one a layer, named by its number
    :ivar only_first: the present figures are those of the first layer alone
    :ivar known: earlier figures with the code of their layer; None for the sum of all
    """

    sheets: tuple[Sheet, ...]
    only_first: bool = False
    known: tuple[tuple[str | None, Mapping[Place, float]], ...] = ()

    @property
    def parents(self) -> dict[str, str]:
        """Layer → sum of the layers so far, a chain: ``0`` and ``1`` make ``≤1``, that and ``2`` make ``≤2``."""
        found: dict[str, str] = {}
        for number in range(1, len(self.sheets) - 1):
            found[str(number)] = f"≤{number}"
            found[FIRST if number == 1 else f"≤{number - 1}"] = f"≤{number}"
        return found


def layers_of(now: Sheet, told: Sequence[Told], places: frozenset[Place], asked: frozenset[Place]) -> Layers:
    """The layers of a group's figures.

    :param told: earlier publications, the oldest first
    :param places: of the group
    :param asked: everything that the form asks now
    :raises Entangled: corrected figures together with another period, several other periods, or something was told of
        the group's indicators that the form does not ask any more
    """
    present, indicators = _only(now, places), {indicator for indicator, _ in places}
    if any(place[0] in indicators and place not in asked for one in told for place in one.cells):
        raise Entangled
    spoken = [(one, {place: value for place, value in one.cells.items() if place in places}) for one in told]
    spoken = [(one, cells) for one, cells in spoken if cells]
    others = [(one, cells) for one, cells in spoken if one.relation != "same"]
    steps: list[tuple[Sheet, list[Mapping[Place, float]]]] = []
    for one, cells in spoken:
        if one.relation == "same":
            sheet = _only(one.sheet, places)
            if not steps or steps[-1][0] != sheet:
                steps.append((sheet, []))
            steps[-1][1].append(cells)
    corrected = [sheet for sheet, _ in steps if sheet != present]
    if others and (corrected or len(others) > 1 or others[0][0].relation == "aside"):
        raise Entangled
    if others:
        return _with_other(present, *others[0], steps, places)
    return _editions(present, steps)


def _editions(present: Sheet, steps: Sequence[tuple[Sheet, list[Mapping[Place, float]]]]) -> Layers:
    """The first edition, and what each later one added."""
    sheets = [sheet for sheet, _ in steps]
    if not sheets or sheets[-1] != present:
        sheets.append(present)
    layers = [sheets[0], *(_minus(new, old) for old, new in itertools.pairwise(sheets))]
    known: list[tuple[str | None, Mapping[Place, float]]] = []
    for number, (_, told) in enumerate(steps):
        last = number == len(sheets) - 1
        code = None if last else FIRST if number == 0 else f"≤{number}"
        known += [(code, cells) for cells in told]
    return Layers(tuple(layers), known=tuple(known))


def _with_other(
    present: Sheet,
    other: Told,
    cells: Mapping[Place, float],
    steps: Sequence[tuple[Sheet, list[Mapping[Place, float]]]],
    places: frozenset[Place],
) -> Layers:
    """The present period together with one that lies in it or around it."""
    theirs, own = _only(other.sheet, places), [told for _, many in steps for told in many]
    if other.relation == "within":
        known = ((FIRST, cells), *((None, told) for told in own))
        return Layers((theirs, _minus(present, theirs)), known=known)
    known = ((None, cells), *((FIRST, told) for told in own))
    return Layers((present, _minus(theirs, present)), only_first=True, known=known)


def _only(sheet: Sheet, places: frozenset[Place]) -> dict[str, dict[Place, float]]:
    found = {party: {at: value for at, value in row.items() if at in places} for party, row in sheet.items()}
    return {party: row for party, row in found.items() if row}


def _minus(left: Sheet, right: Sheet) -> dict[str, dict[Place, float]]:
    """What must be added to ``right`` to make ``left``; a blank counts as nothing here."""
    found: dict[str, dict[Place, float]] = {}
    for party in sorted({*left, *right}):
        mine, theirs = left.get(party, {}), right.get(party, {})
        row = {at: mine.get(at, 0.0) - theirs.get(at, 0.0) for at in {**mine, **theirs}}
        found[party] = {at: value for at, value in row.items() if abs(value) > 1e-9}
    return {party: row for party, row in found.items() if row}
