"""Suppression: the least information lost, proven or with the gap that is left."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

import numpy as np

from phoihop.cores.disclosure.attack import Attack
from phoihop.cores.disclosure.primary import Reason
from phoihop.cores.disclosure.problem import BoolArray, FloatArray, Problem
from phoihop.cores.disclosure.publication import Publication, differences, suppressed
from phoihop.cores.disclosure.rules import Rules
from phoihop.cores.disclosure.suppress.complete import complete, thin
from phoihop.cores.disclosure.suppress.cuts import Cut, cut_of
from phoihop.cores.disclosure.suppress.master import Master
from phoihop.cores.disclosure.suppress.weights import weights_of

EACH = 3
"""Inequalities taken from one cell in one round."""


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
        return max(0.0, self.lost - self.bound) / self.lost if self.lost > 0 else 0.0

    @property
    def proven(self) -> bool:
        """Nothing less would do."""
        return self.gap <= 1e-6


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
    master = Master(weights, hidden, free)
    bound, rounds, cuts = float(weights[hidden].sum()), 0, list[Cut]()
    while fresh := _cuts(attack, hidden, free):
        rounds += 1
        cuts += fresh
        for cut in fresh:
            master.add(cut)
        left = until - time.perf_counter()
        choice = master.solve(left) if left > 0 else None
        if choice is not None:
            bound = max(bound, choice.bound)
        if choice is None or choice.hidden is None:
            hidden = thin(attack, complete(attack, hidden, free, weights, cuts), free, weights)
            break
        hidden = choice.hidden
    return _told(attack, hidden, weights, bound, given_away, rounds, len(cuts))


def _cuts(attack: Attack, hidden: BoolArray, free: BoolArray) -> list[Cut]:
    publication = suppressed(attack.problem, hidden)
    low, high = differences(attack.problem, publication)
    found = (cut_of(attack, it, low, high, free) for it in attack.failures(publication, each=EACH))
    return [cut for cut in found if cut is not None]


def _told(
    attack: Attack, hidden: BoolArray, weights: FloatArray, bound: float, given_away: int, rounds: int, cuts: int
) -> Protection:
    why = tuple(
        (first or Reason.AROUND) if away else None for away, first in zip(hidden.tolist(), attack.why, strict=True)
    )
    lost = float(weights[hidden].sum())
    publication = suppressed(attack.problem, hidden)
    return Protection(hidden, why, lost, min(bound, lost), given_away, rounds, cuts, attack.solved, publication)
