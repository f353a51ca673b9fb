"""In which order tenancies move and masts go, so that everybody has a home at every moment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.consolidate._greedy import Standing
from phoihop.cores.towerplan.consolidate._programme import Part
from phoihop.cores.towerplan.consolidate._tenancies import Consolidation, Tenancies
from phoihop.cores.towerplan.consolidate._ways import Ways, bands_of, ways_of
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.model import Masts, Rules
from phoihop.cores.towerplan.points import IntArray


@dataclass(frozen=True, slots=True)
class Move:
    """A tenancy goes from one mast to another, by their positions."""

    tenancy: int
    start: int
    end: int
    together: bool
    """Waits in a ring for its own place: it has to move at the same time as the marked ones that follow it, or needs a
    temporary mast."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Moves, in the order they have to be made, then masts to take down, which are empty by then."""

    moves: tuple[Move, ...]
    removed: tuple[int, ...]


def stages(
    masts: Masts, tenancies: Tenancies, rules: Rules, plan: Consolidation, *, lower_m: float = 0.0, most: int = 50
) -> tuple[Stage, ...]:
    """The way from today to a plan. Each move finds a free place at its turn.

    Masts that need the fewest moves go first. Moves between masts that stay are made when a place is needed, or last.

    :param most: masts taken down in one stage
    :raises BadInput: ``most`` is not above zero, or the plan does not fit these masts and tenancies
    """
    if most < 1:
        raise BadInput("stage.empty")
    if len(plan.target) != len(tenancies) or len(plan.keep) != len(masts):
        raise BadInput("plan.of_other_rows")
    ways = ways_of(masts, tenancies, rules, 0.0, lower_m, None)
    going = _Going(ways, tenancies, rules, plan.target, lower_m)
    there: list[list[int]] = [[] for _ in range(len(masts))]
    for tenancy, mast in enumerate(tenancies.mast.tolist()):
        there[mast].append(tenancy)
    leaving = np.flatnonzero(~plan.keep).tolist()
    length = [float(plan.moved_m[there[mast]].sum()) for mast in range(len(masts))]
    leaving.sort(key=lambda mast: (len(there[mast]), length[mast], str(masts.ids[mast])))
    result: list[Stage] = []
    for first in range(0, len(leaving), most):
        removed = leaving[first : first + most]
        for mast in removed:
            for tenancy in there[mast]:
                going.settle(tenancy)
        result.append(Stage(going.taken(), tuple(removed)))
    for tenancy in range(len(tenancies)):
        going.settle(tenancy)
    rest = going.taken()
    return (*result, Stage(rest, ())) if rest else tuple(result)


class _Going:
    """Tenancies on their way, one after another."""

    def __init__(self, ways: Ways, tenancies: Tenancies, rules: Rules, target: IntArray, lower_m: float) -> None:
        everything = Part(np.arange(ways.masts), np.arange(len(ways.tenancy)))
        self.standing = Standing(ways, everything)
        self.ways, self.target, self.home = ways, target, tenancies.mast
        _, self.need = bands_of(tenancies, rules, lower_m)
        self.pending = set(np.flatnonzero(target != tenancies.mast).tolist())
        self.lifted: set[int] = set()
        self.moves: list[Move] = []

    def taken(self) -> tuple[Move, ...]:
        """The moves since last asked."""
        moves, self.moves = tuple(self.moves), []
        return moves

    def settle(self, tenancy: int) -> None:
        """Bring a tenancy to its place; whoever stands in its way and is to leave goes first."""
        path = [tenancy] if tenancy in self.pending else []
        while path:
            last = path[-1]
            end, band = int(self.target[last]), int(self.need[last])
            if self.standing.fits(last, end, band):
                self._go(last, end, band)
                path.pop()
                continue
            blocker = self._blocker(last, end)
            if blocker in path:
                # A ring: its first member gives its place up, and all of the ring move at the same time.
                self.standing.leave(blocker)
                self.lifted.update(path[path.index(blocker) :])
                self.standing.at[blocker] = -1
            else:
                path.append(blocker)

    def _blocker(self, tenancy: int, mast: int) -> int:
        there = self.standing.there[mast]
        rival = there.get(int(self.ways.operator[tenancy]))
        ahead = sorted(other for other in there.values() if other in self.pending)
        if rival is not None and rival in self.pending:
            return rival
        if rival is not None or not ahead:
            raise BadInput("plan.no_room", [tenancy])
        return max(ahead, key=lambda other: (int(self.standing.band[other]), -other))

    def _go(self, tenancy: int, end: int, band: int) -> None:
        if self.standing.at[tenancy] >= 0:
            self.standing.leave(tenancy)
        self.standing.enter(tenancy, end, band)
        self.pending.discard(tenancy)
        self.moves.append(Move(tenancy, int(self.home[tenancy]), end, tenancy in self.lifted))
