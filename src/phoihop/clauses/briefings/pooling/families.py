"""Breakdowns of one group, side by side: each adds up to the same total, with a rest where figures are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from phoihop.clauses.briefings.checking import Breakdown, FormShape
from phoihop.clauses.briefings.pooling.figures import Place, Sheet
from phoihop.clauses.briefings.pooling.linking import Group
from phoihop.cores.disclosure import TOTAL, Variable

REST = "…"
"""Before the code of whatever a breakdown leaves unnamed: part of its total, in no row of a table."""
TOLERANCE = 1e-6


class Uneven(ValueError):
    """A breakdown says more than its total."""


@dataclass(frozen=True, slots=True)
class Family:
    """One breakdown of the group's total.

    :ivar parents: value → the value it is summed into; top values are not there
    :ivar places: value → the place of the form it stands for
    """

    name: str
    parents: Mapping[str, str]
    places: Mapping[str, Place]

    @property
    def variable(self) -> Variable:
        """For the core: the rests are known to it too."""
        rests = {REST + code: code for code in self.places}
        return Variable(self.name, {**self.parents, **rests}, TOTAL)


def families_of(group: Group, shape: FormShape) -> list[Family]:
    """The parts of a group, if it has any, then the breakdowns of its total that add up."""
    found = []
    if group.parts:
        found.append(Family("#", group.parents, {part: (part, None) for part in group.parts}))
    if not group.bare:
        found += [_family(group.total, one) for one in shape.by_code[group.total].breakdowns if one.complete]
    return found


def _family(indicator: str, breakdown: Breakdown) -> Family:
    known = {member.code for member in breakdown.members}
    parents = {it.code: it.parent for it in breakdown.members if it.parent in known and it.parent is not None}
    return Family(breakdown.code, parents, {code: (indicator, code) for code in sorted(known)})


def loose_breakdowns(group: Group, shape: FormShape) -> Iterator[tuple[str, Breakdown]]:
    """Breakdowns whose values do not add up, of the total; those of parts are never shown: they tell of the parts."""
    for one in shape.by_code[group.total].breakdowns:
        if not one.complete and not group.bare:
            yield group.total, one


def atoms_of(family: Family, figures: Mapping[Place, float], total: float) -> dict[str, float]:
    """One party's figures of a breakdown as parts that add up to ``total``, with what is left unnamed as rests.

    :raises Uneven: a part is larger than what it is part of
    """
    below: dict[str | None, list[str]] = {}
    for code in family.places:
        below.setdefault(family.parents.get(code), []).append(code)
    found: dict[str, float] = {}

    def split(code: str | None, whole: float) -> None:
        children = {one: _value(one, family, figures, below) for one in below.get(code, ())}
        rest = whole - sum(children.values())
        if rest < -TOLERANCE * max(1.0, abs(whole)):
            raise Uneven(f"{family.name}: {code}")
        for one, value in children.items():
            if value:
                split(one, value)
        if rest > TOLERANCE * max(1.0, abs(whole)):
            # A value without parts is its own atom; what it leaves unnamed stands below it.
            name = code if code is not None and not children else REST + (code or "")
            found[name] = rest

    split(None, total)
    return found


def _value(code: str, family: Family, figures: Mapping[Place, float], below: Mapping[str | None, list[str]]) -> float:
    """The figure of a value, or the sum of what stands below it where it is blank."""
    figure = figures.get(family.places[code])
    if figure is not None:
        return figure
    return sum(_value(one, family, figures, below) for one in below.get(code, ()))


def totals_of(group: Group, families: list[Family], sheet: Sheet) -> dict[str, float]:
    """Each party's total; where it is blank, what the first breakdown with figures adds up to."""
    found = {}
    for party, figures in sheet.items():
        total = figures.get((group.total, None))
        if total is None:
            sums = (_sum(family, figures) for family in families)
            total = next((one for one in sums if one is not None), None)
        if total is not None:
            found[party] = total
    return found


def _sum(family: Family, figures: Mapping[Place, float]) -> float | None:
    tops = [code for code in family.places if code not in family.parents]
    if not any(place in figures for place in family.places.values()):
        return None
    below: dict[str | None, list[str]] = {}
    for code in family.places:
        below.setdefault(family.parents.get(code), []).append(code)
    return sum(_value(code, family, figures, below) for code in tops)
