"""The exact interval that an attacker can derive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from phoihop.cores.disclosure.attack.programme import Programme
from phoihop.cores.disclosure.attack.room import Room
from phoihop.cores.disclosure.attackers import REST
from phoihop.cores.disclosure.auditing.report import Interval
from phoihop.cores.disclosure.errors import BadInput
from phoihop.cores.disclosure.problem import BoolArray, Problem
from phoihop.cores.disclosure.publication import Publication, differences
from phoihop.cores.disclosure.rules import Rules


class Deriver:
    """Intervals that one publication leaves, for given attackers."""

    def __init__(self, problem: Problem, rules: Rules, publication: Publication, inside: BoolArray) -> None:
        """:param inside: (attackers, contributors)."""
        self._problem, self._inside = problem, inside
        self._room = Room.of(problem, rules, inside)
        low, high = differences(problem, publication)
        self._above = Programme(problem, low, high)
        self._below = Programme(problem, -high, -low)

    def interval(self, attacker: int, contributor: int, cell: int) -> Interval:
        """What an attacker knows of a contribution (``REST``: of the whole figure)."""
        up = self._furthest(self._above, self._room, attacker, contributor, cell)
        down = self._furthest(self._below, self._room.turned(), attacker, contributor, cell)
        whole = contributor == REST
        truth = float(self._problem.values[cell] if whole else self._problem.parts[cell, contributor])
        return Interval(
            self._problem.keys[cell][0],
            tuple(self._problem.contributors[it] for it in np.flatnonzero(self._inside[attacker])),
            None if whole else self._problem.contributors[contributor],
            truth - down,
            truth + up,
            truth,
        )

    def _furthest(self, programme: Programme, room: Room, attacker: int, contributor: int, cell: int) -> float:
        atoms: BoolArray = self._problem.members[cell]
        own = room.of_target(attacker, contributor, atoms)
        unit = float(max(part.max(initial=0.0) for part in own))
        return programme.reach(own, atoms, unit).gain * unit if unit > 0 else 0.0


def derive(
    problem: Problem, publication: Publication, rules: Rules, attackers: Sequence[str] = ()
) -> tuple[Interval, ...]:
    """All that attackers can derive together: of each figure that is not told exactly, the interval of the whole and of
    each other contributor's part; of the figures that are told, of the parts.

    :param attackers: names of contributors; none for an outsider
    :raises BadInput: nobody of that name contributed
    """
    inside = np.zeros((1, len(problem.contributors)), bool)
    for name in attackers:
        if name not in problem.contributors:
            raise BadInput("attacker.unknown", name)
        inside[0, problem.contributors.index(name)] = True
    deriver = Deriver(problem, rules, publication, inside)
    return tuple(deriver.interval(0, who, cell) for who, cell in _asked(problem, publication, inside[0]))


def _asked(problem: Problem, publication: Publication, inside: BoolArray) -> Iterator[tuple[int, int]]:
    for cell in np.flatnonzero(problem.shown).tolist():
        if not publication.exact[cell]:
            yield REST, cell
        others: Iterable[int] = np.flatnonzero(~inside & (problem.parts[cell] != 0)).tolist()
        yield from ((who, cell) for who in others)
