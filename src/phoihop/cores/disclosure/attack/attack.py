"""Which targets a publication gives away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from phoihop.cores.disclosure.attack.pool import ENOUGH, Pool, View
from phoihop.cores.disclosure.attack.programme import Programme, Reached
from phoihop.cores.disclosure.attack.room import Room
from phoihop.cores.disclosure.attackers import Targets, attackers_of, targets_of
from phoihop.cores.disclosure.primary import Reason, reasons
from phoihop.cores.disclosure.problem import BoolArray, FloatArray, IntArray, Problem
from phoihop.cores.disclosure.publication import Publication, differences
from phoihop.cores.disclosure.rules import Rules


@dataclass(frozen=True, slots=True, eq=False)
class Failure:
    """A target that cannot move by its need."""

    target: int
    """Its place among the targets."""
    above: bool
    """The direction that is barred."""
    reached: Reached


class Attack:
    """All attackers on one problem; keeps what it learnt from one publication for the next.

    :ivar inside: (attackers, contributors): who is in each group of attackers
    :ivar targets: what none of them may learn; those that are out of reach of every publication are left out
    :ivar solved: how many linear programmes were solved
    """

    def __init__(self, problem: Problem, rules: Rules) -> None:
        self.problem, self.rules = problem, rules
        self.inside = attackers_of(problem, rules)
        self.why = reasons(problem, rules)
        rest = np.array([it in (Reason.FEW, Reason.DOMINATED) for it in self.why], bool)
        every = targets_of(problem, rules, self.inside, rest)
        self.room = Room.of(problem, rules, self.inside)
        above = self.room.without_moves(problem, every)
        below = above if self.room.even else self.room.turned().without_moves(problem, every)
        open_ = (above < every.need) | (below < every.need)
        self._above, self._below = above[open_], below[open_]
        self.considered = len(every)
        self.targets: Targets = every.pick(open_)
        self.solved = 0
        self._pool = Pool(problem, self.targets)

    def failures(self, publication: Publication, *, each: int | None = None) -> list[Failure]:
        """Targets that the publication gives away.

        :param each: no more than this many of one cell; None for all
        """
        return list(self._all_failures(publication, each))

    def first_failure(self, publication: Publication) -> Failure | None:
        """The first target that the publication gives away."""
        return next(self._all_failures(publication, None), None)

    def give_up(self, publication: Publication) -> int:
        """Drop the targets that are given away even by this; tells how many."""
        lost = np.unique([it.target for it in self.failures(publication)]).astype(np.int64)
        kept = np.setdiff1d(np.arange(len(self.targets)), lost)
        self.targets, self._above, self._below = self.targets.pick(kept), self._above[kept], self._below[kept]
        self._pool = Pool(self.problem, self.targets)
        return len(lost)

    def _all_failures(self, publication: Publication, each: int | None) -> Iterator[Failure]:
        low, high = differences(self.problem, publication)
        yield from self._failures(low, high, True, each)
        if not (self.room.even and np.array_equal(-low, high)):
            yield from self._failures(low, high, False, each)

    def _failures(self, low: FloatArray, high: FloatArray, above: bool, each: int | None) -> Iterator[Failure]:
        """One direction; what lies below is what lies above with all signs exchanged."""
        seen = (self.room, low, high, self._above) if above else (self.room.turned(), -high, -low, self._below)
        view = View(*seen)
        targets, programme = self.targets, Programme(self.problem, view.low, view.high)
        many = np.zeros(len(self.problem), np.int64)
        left = self._pool.open_targets(view, _spread(targets))
        while len(left):
            target, left = int(left[0]), left[1:]
            cell = targets.cell[target]
            if each is not None and many[cell] >= each:
                continue
            reached = self._reach(programme, target, view.room)
            if reached.gain < ENOUGH:
                many[cell] += 1
                yield Failure(target, above, reached)
            elif (move := self._pool.add(reached.move)) is not None:
                left = self._pool.unserved(view, left, move)

    def _reach(self, programme: Programme, target: int, room: Room) -> Reached:
        """How far one target moves above the truth, in its needs."""
        self.solved += 1
        targets = self.targets
        atoms: BoolArray = self.problem.members[targets.cell[target]]
        own = room.of_target(int(targets.attacker[target]), int(targets.contributor[target]), atoms)
        return programme.reach(own, atoms, float(targets.need[target]))


def _spread(targets: Targets) -> IntArray:
    """The places of targets, one of each cell first, then the second of each."""
    order = np.argsort(targets.cell, kind="stable")
    cells = targets.cell[order]
    first = np.searchsorted(cells, cells)
    turn = np.arange(len(order)) - first
    found: IntArray = order[np.argsort(turn, kind="stable")]
    return found
