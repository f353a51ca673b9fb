"""One group of figures as the problem that the core solves, and back from its cells to the places of a form."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from phoihop.clauses.briefings.pooling.families import REST, Family, Uneven, atoms_of, totals_of
from phoihop.clauses.briefings.pooling.figures import Place
from phoihop.clauses.briefings.pooling.layers import FIRST, LAYER, Layers
from phoihop.clauses.briefings.pooling.linking import Group
from phoihop.cores.disclosure import TOTAL, Contribution, Earlier, Problem, Variable, build, crossed

Reader = Callable[[Problem, Sequence[str]], "Place | None"]


def usable_families(group: Group, families: list[Family], layers: Layers) -> tuple[list[Family], list[Family]]:
    """Breakdowns that add up for every party and layer, and those that do not."""
    signed = any(value < 0 for one in layers.sheets for row in one.values() for value in row.values())
    good, bad = [], []
    for family in families:
        try:
            if signed:
                raise Uneven(family.name)
            for one in layers.sheets:
                for party, total in totals_of(group, families, one).items():
                    atoms_of(family, one[party], total)
        except Uneven:
            bad.append(family)
        else:
            good.append(family)
    return good, bad


def problem_of(group: Group, families: list[Family], layers: Layers) -> Problem | None:
    """The group as the core wants it: to be shown is what readers will read.

    What earlier words and these make by subtracting counts as shown too, so that the core hides it like any figure.
    """
    rows = list(_contributions(group, families, layers))
    if not rows:
        return None
    layered = len(layers.sheets) > 1
    variables = [family.variable for family in families]
    tables: list[list[str]] = [[], *([family.name] for family in families)]
    if layered:
        variables.append(Variable(LAYER, layers.parents, TOTAL))
        tables = [[*more, *table] for table in tables for more in ([], [LAYER])]
    known = [
        Earlier(_codes(place, families) | ({LAYER: code} if code is not None and layered else {}), value)
        for code, cells in layers.known
        for place, value in cells.items()
    ]
    problem = build(rows, variables, tables, known)
    read = reader_of(group, families, layers)
    wanted = np.array(
        [any(read(problem, key) or _by_subtracting(problem, key) for key in keys) for keys in problem.keys], bool
    )
    return dataclasses.replace(problem, shown=problem.shown & wanted)


def _by_subtracting(problem: Problem, key: Sequence[str]) -> bool:
    """Whether a cell is of one layer, of a value that has a row."""
    named = dict(zip(problem.variables, key, strict=True))
    rest = any(code.startswith(REST) for code in named.values())
    return not rest and named.get(LAYER, TOTAL) != TOTAL


def _contributions(group: Group, families: list[Family], layers: Layers) -> Iterator[Contribution]:
    layered = len(layers.sheets) > 1
    for number, sheet in enumerate(layers.sheets):
        totals = totals_of(group, families, sheet)
        own = {LAYER: str(number)} if layered else {}
        if not families:
            yield from (Contribution(party, own, total) for party, total in totals.items() if total)
            continue
        sides = [
            [
                Contribution(party, {family.name: code}, value)
                for party, total in totals.items()
                for code, value in atoms_of(family, sheet[party], total).items()
            ]
            for family in families
        ]
        for one in crossed(sides):
            yield Contribution(one.contributor, {**one.codes, **own}, one.value)


def _codes(place: Place, families: list[Family]) -> dict[str, str]:
    """The coordinates of a place; none for the total."""
    for family in families:
        for code, there in family.places.items():
            if there == place:
                return {family.name: code}
    return {}


def reader_of(group: Group, families: list[Family], layers: Layers) -> Reader:
    """From the coordinates of a cell to the place of the form that readers see, if it is one."""
    places = {family.name: family.places for family in families}

    def read(problem: Problem, key: Sequence[str]) -> Place | None:
        named = {name: code for name, code in zip(problem.variables, key, strict=True) if code != TOTAL}
        layer = named.pop(LAYER, None)
        if (layer != FIRST) if layers.only_first else (layer is not None):
            return None
        if not named:
            return (group.total, None)
        if len(named) > 1:
            return None
        [(name, code)] = named.items()
        return places[name].get(code)

    return read
