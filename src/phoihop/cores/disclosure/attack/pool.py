"""Alternatives found so far: moves of atoms that no reader can tell from the truth."""

from __future__ import annotations

import numpy as np

from phoihop.cores.disclosure.attack.programme import FURTHEST
from phoihop.cores.disclosure.attack.room import Room
from phoihop.cores.disclosure.attackers import REST, Targets
from phoihop.cores.disclosure.problem import BoolArray, FloatArray, IntArray, Problem

TINY = 1e-9
MOST = 300
ENOUGH = 1 - 1e-7
"""A target that moves this share of its need has moved it."""


class Pool:
    """Moves of atoms, largest size 1; each serves any attacker who has room for it, both ways round."""

    def __init__(self, problem: Problem) -> None:
        self._members = problem.members.astype(float)
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

    def open_targets(
        self, problem: Problem, room: Room, targets: Targets, places: IntArray, low: FloatArray, high: FloatArray
    ) -> IntArray:
        """Which of ``targets`` at ``places`` no kept move serves."""
        for move in self._moves:
            if not len(places):
                break
            places = self.unserved(problem, room, targets, places, move, low, high)
        return places

    def unserved(
        self,
        problem: Problem,
        room: Room,
        targets: Targets,
        places: IntArray,
        move: FloatArray,
        low: FloatArray,
        high: FloatArray,
    ) -> IntArray:
        """Which of the targets at ``places`` are not moved by their need in either direction of one move."""
        sums = self._members @ move
        for way in (1.0, -1.0):
            reach = _reach(sums * way, low, high)
            if reach > 0 and len(places):
                gains = _gains(problem, room, targets.pick(places), move * way, reach)
                places = places[gains < ENOUGH * targets.need[places]]
        return places


def _reach(sums: FloatArray, low: FloatArray, high: FloatArray) -> float:
    """How often the move fits into what is known of the cells; 0 where some cell would show it."""
    with np.errstate(divide="ignore", invalid="ignore"):
        limits = np.where(sums > TINY, high / sums, np.where(sums < -TINY, low / sums, np.inf))
    return float(limits.min(initial=np.inf))


def _gains(problem: Problem, room: Room, targets: Targets, move: FloatArray, reach: float) -> FloatArray:
    """How far each target moves with as much of ``move`` as its attacker's knowledge leaves room for."""
    rows, at = np.unique(targets.attacker, return_inverse=True)
    up, down = room.rest_up[rows], room.rest_down[rows]
    with np.errstate(divide="ignore", invalid="ignore"):
        limits = np.where(move > 0, up / move, np.where(move < 0, down / -move, np.inf))
    times = np.minimum(limits.min(axis=1), reach)[at]
    times = np.minimum(times, FURTHEST * targets.need)
    touched: BoolArray = problem.members[targets.cell]
    alone = targets.contributor == REST
    who = np.where(alone, 0, targets.contributor)
    moved = times[:, None] * move
    own_up = room.up.T[who]
    give = np.maximum(down[at] - room.down.T[who], 0.0)
    gains = np.where(alone[:, None], moved, np.minimum(own_up, moved + give))
    found: FloatArray = (gains * touched).sum(axis=1)
    return found
