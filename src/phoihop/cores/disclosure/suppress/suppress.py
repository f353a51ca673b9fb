"""Suppression: the least information lost, proven or with the gap that is left."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

import numpy as np

from phoihop.cores.disclosure.attack import Attack
from phoihop.cores.disclosure.primary import Reason
from phoihop.cores.disclosure.problem import BoolArray, FloatArray, Problem
from phoihop.cores.disclosure.publication import Publication, suppressed
from phoihop.cores.disclosure.rules import Rules
from phoihop.cores.disclosure.suppress.complete import complete, thin
from phoihop.cores.disclosure.suppress.master import Master
from phoihop.cores.disclosure.suppress.weights import weights_of

CLOSED = 1e-7
"""A gap that is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Protection:
    """Which cells are hidden, why, and how much less could have been."""

    hidden: BoolArray
    """(cells)."""
    why: tuple[Reason | None, ...]
    """Of each hidden cell."""
    lost: float
    """Weight of the hidden cells."""
    bound: float
    """No protection loses less."""
    given_away: int
    """Targets that earlier publications give away whatever is hidden now."""
    rounds: int
    cuts: int
    solved: int
    """Linear programmes."""
    publication: Publication

    @property
    def gap(self) -> float:
        """``(lost - bound) / lost``."""
        apart = self.lost - self.bound
        return apart / self.lost if apart > CLOSED * max(1.0, self.lost) else 0.0

    @property
    def proven(self) -> bool:
        """Nothing less would do."""
        return self.gap == 0.0


def protect(
    problem: Problem, rules: Rules, *, weights: FloatArray | None = None, seconds: float = math.inf
) -> Protection:
    """Hide the cells whose hiding loses least, so that no target is given away.

    Cells that may not be shown are hidden; a master programme picks the cheapest others; attackers whose targets are
    within reach answer with inequalities, until there are none.

    :param weights: (cells): what hiding each costs (default: its size)
    :param seconds: after which cells are added greedily to what was found; the gap tells what that may have cost
    Source: Fischetti and Salazar-González (2000).
    """
    until = time.perf_counter() + seconds
    weights = weights_of(problem) if weights is None else weights
    attack = Attack(problem, rules)
    free = problem.shown & ~problem.known
    given_away = attack.give_up(suppressed(problem, free)) if np.isfinite(problem.low).any() else 0
    hidden = np.array([why is not None for why in attack.why], bool) & free
    search = _Search(attack, weights, free, hidden)
    search.run(until)
    return search.told(given_away)


class _Search:
    """Between the cheapest choice that keeps the inequalities and the cheapest protection found."""

    def __init__(self, attack: Attack, weights: FloatArray, free: BoolArray, must: BoolArray) -> None:
        self.attack, self.weights, self.free = attack, weights, free
        self.best, self.hidden = free, must
        self.bound = float(weights[must].sum())
        self.rounds = self.cuts = 0
        self.master = Master(weights, must, free)

    def run(self, until: float) -> None:
        """Narrow the gap until it is closed or time is over."""
        self._answer()
        while self._open():
            left = until - time.perf_counter()
            choice = self.master.solve(left) if left > 0 else None
            if choice is not None:
                self.bound = max(self.bound, choice.bound)
            if choice is None or choice.hidden is None:
                self.best = thin(self.attack, self.best, self.free, self.weights)
                break
            self.hidden = choice.hidden
            if self._open():
                self._answer()

    def _open(self) -> bool:
        return self.bound < self._cost(self.best) - CLOSED * max(1.0, self.bound)

    def _cost(self, hidden: BoolArray) -> float:
        return float(self.weights[hidden].sum())

    def _answer(self) -> None:
        """What attackers say to the choice, and the protection that their answers lead to."""
        self.rounds += 1
        protected, cuts = complete(self.attack, self.hidden, self.free, self.weights)
        self.cuts += len(cuts)
        for cut in cuts:
            self.master.add(cut)
        if self._cost(protected) <= self._cost(self.best):
            self.best = protected

    def told(self, given_away: int) -> Protection:
        """The result."""
        attack, lost = self.attack, self._cost(self.best)
        why = tuple(
            (first or Reason.AROUND) if away else None
            for away, first in zip(self.best.tolist(), attack.why, strict=True)
        )
        return Protection(
            self.best, why, lost, min(self.bound, lost), given_away, self.rounds, self.cuts, attack.solved,
            suppressed(attack.problem, self.best),
        )  # fmt: skip
