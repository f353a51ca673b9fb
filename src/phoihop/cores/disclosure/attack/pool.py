"""Alternatives found so far: moves of atoms that no reader can tell from the truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phoihop.cores.disclosure.attack.programme import FURTHEST
from phoihop.cores.disclosure.attack.room import Room
from phoihop.cores.disclosure.attackers import REST, Targets
from phoihop.cores.disclosure.problem import FloatArray, IntArray, Problem

TINY = 1e-9
MOST = 300
ENOUGH = 1 - 1e-7
"""A target that moves this share of its need has moved it."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One publication, seen in one direction."""

    room: Room
    low: FloatArray
    """(cells): how far below the truth each may be."""
    high: FloatArray
    still: FloatArray
    """(targets): how far each moves while every atom's sum stays."""


class Pool:
    """Moves of atoms, largest size 1; each serves any attacker who has room for it, both ways round."""

    def __init__(self, problem: Problem, targets: Targets) -> None:
        self._problem, self._targets = problem, targets
        self._moves: list[FloatArray] = []

    def add(self, move: FloatArray) -> FloatArray | None:
        """Keep a move; gives it as kept, or None where it is none."""
        largest = float(np.abs(move).max(initial=0.0))
        if largest <= TINY or len(self._moves) >= MOST:
            return None
        kept = move / largest
        kept[np.abs(kept) < 100 * TINY] = 0.0
        self._moves.append(kept)
        return kept

    def open_targets(self, view: View, places: IntArray) -> IntArray:
        """Which of the targets at ``places`` no kept move serves."""
        for move in self._moves:
            if not len(places):
                break
            places = self.unserved(view, places, move)
        return places

    def unserved(self, view: View, places: IntArray, move: FloatArray) -> IntArray:
        """Which of the targets at ``places`` are not moved by their need, one way round or the other."""
        sums = self._problem.sums @ move
        touched = np.flatnonzero(move)
        for way in (1.0, -1.0):
            reach = _reach(sums * way, view.low, view.high)
            if reach <= 0:
                continue
            near = self._problem.members[np.ix_(self._targets.cell[places], touched)]
            asked = near.any(axis=1)
            tried = self._targets.pick(places[asked])
            gains = _gains(view.room, tried, touched, move[touched] * way, reach)
            gains = view.still[places[asked]] + (gains * near[asked]).sum(axis=1)
            served = np.zeros(len(places), bool)
            served[asked] = gains >= ENOUGH * tried.need
            places = places[~served]
        return places


def _reach(sums: FloatArray, low: FloatArray, high: FloatArray) -> float:
    """How often the move fits into what is known of the cells; 0 where some cell would show it."""
    rising, falling = sums > TINY, sums < -TINY
    most = (high[rising] / sums[rising]).min(initial=np.inf)
    return float((low[falling] / sums[falling]).min(initial=most))


def _gains(room: Room, targets: Targets, touched: IntArray, move: FloatArray, reach: float) -> FloatArray:
    """(targets, touched atoms): how much further each target moves there, with as much of ``move`` as its attacker's
    knowledge leaves room for: what is enough to move it, or what contributions have."""
    up, down = room.rest_up[:, touched], room.rest_down[:, touched]
    limits = np.where(move > 0, up, down) / np.abs(move)
    times = np.minimum(limits.min(axis=1), reach)[targets.attacker]
    moved = np.minimum(times, FURTHEST * targets.need)[:, None] * move
    alone = targets.contributor == REST
    who = np.where(alone, 0, targets.contributor)
    own_up = room.up[touched].T[who]
    give = np.maximum(down[targets.attacker] - room.down[touched].T[who], 0.0)
    gains: FloatArray = np.where(alone[:, None], moved, np.minimum(own_up, moved + give) - np.minimum(own_up, give))
    return gains
