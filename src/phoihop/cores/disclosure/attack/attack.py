"""Which targets a publication gives away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from phoihop.cores.disclosure.attack.pool import ENOUGH, Pool
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
        safe = self.room.without_moves(problem, every) >= every.need
        if not self.room.even:
            safe &= self.room.turned().without_moves(problem, every) >= every.need
        self.considered = len(every)
        self.targets: Targets = every.pick(~safe)
        self.solved = 0
        self._pool = Pool(problem)
        self._programme: Programme | None = None

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
        self.targets = self.targets.pick(np.setdiff1d(np.arange(len(self.targets)), lost))
        return len(lost)

    def _all_failures(self, publication: Publication, each: int | None) -> Iterator[Failure]:
        low, high = differences(self.problem, publication)
        yield from self._failures(low, high, True, each)
        if not (self.room.even and np.array_equal(-low, high)):
            yield from self._failures(low, high, False, each)

    def _failures(self, low: FloatArray, high: FloatArray, above: bool, each: int | None) -> Iterator[Failure]:
        """One direction; what lies below is what lies above with all signs exchanged."""
        room, (low, high) = (self.room, (low, high)) if above else (self.room.turned(), (-high, -low))
        targets = self.targets
        many = np.zeros(len(self.problem), np.int64)
        left = self._pool.open_targets(self.problem, room, targets, _spread(targets), low, high)
        while len(left):
            target, left = int(left[0]), left[1:]
            cell = targets.cell[target]
            if each is not None and many[cell] >= each:
                continue
            reached = self.reach(target, low, high, room)
            if reached.gain < ENOUGH:
                many[cell] += 1
                yield Failure(target, above, reached)
            elif (move := self._pool.add(reached.move)) is not None:
                left = self._pool.unserved(self.problem, room, targets, left, move, low, high)

    def reach(self, target: int, low: FloatArray, high: FloatArray, room: Room) -> Reached:
        """How far one target moves above the truth, in its needs."""
        self._programme = self._programme or Programme(self.problem)
        self.solved += 1
        targets = self.targets
        cell, need = int(targets.cell[target]), float(targets.need[target])
        atoms: BoolArray = self.problem.members[cell]
        own = room.of_target(int(targets.attacker[target]), int(targets.contributor[target]), atoms)
        return self._programme.reach(own, atoms, low, high, need)


def _spread(targets: Targets) -> IntArray:
    """The places of targets, one of each cell first, then the second of each."""
    order = np.argsort(targets.cell, kind="stable")
    cells = targets.cell[order]
    first = np.searchsorted(cells, cells)
    turn = np.arange(len(order)) - first
    found: IntArray = order[np.argsort(turn, kind="stable")]
    return found
