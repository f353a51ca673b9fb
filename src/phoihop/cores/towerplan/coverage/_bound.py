"""A proven upper bound on the people that k points can serve, by Lagrangian relaxation.

With a price ``u_i`` between 0 and ``w_i`` for serving group ``i``, no choice of ``k`` points serves more than
``Σ (w_i - u_i)`` plus the ``k`` largest of ``Σ u_i`` over what a point reaches (Galvão and ReVelle 1996). Prices move
along a subgradient with momentum; the step follows Held, Wolfe and Crowder (1974).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.coverage._problem import Problem
from phoihop.cores.towerplan.points import FloatArray, IntArray

SLACK = 1e-6
MOMENTUM, STEP, SHRINK, PATIENCE = 0.95, 0.3, 0.65, 8


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """The lowest bound found, its prices, and what each point comes to at them."""

    value: float
    price: FloatArray
    score: FloatArray


def lower(
    problem: Problem,
    k: int,
    known: float,
    rounds: int,
    *,
    price: FloatArray | None = None,
    on_choice: Callable[[IntArray], float] | None = None,
) -> Bound:
    """Move prices for so many rounds, or until the bound proves ``known`` (a choice that serves so many) best.

    :param on_choice: told the ``k`` points on top whenever the bound falls; gives the most people known by then
    """
    weight = problem.weight
    price = weight / problem.by_group.counts if price is None else price
    best = Bound(np.inf, price, np.zeros(len(problem.points)))
    step, idle, total = STEP, 0, float(weight.sum())
    move = np.zeros(len(weight))
    for _ in range(rounds):
        score = problem.gains(price)
        top = np.argpartition(-score, k - 1)[:k] if k < len(score) else np.arange(len(score))
        bound = total - float(price.sum()) + float(score[top].sum())
        idle = 0 if bound < best.value * (1 - 1e-5) else idle + 1
        if bound < best.value:
            best = Bound(bound, price.copy(), score)
            if on_choice is not None:
                known = on_choice(top)
            if bound < known + 1 - SLACK:
                break
        if idle >= PATIENCE:
            step, idle = step * SHRINK, 0
        chosen = np.zeros(len(score))
        chosen[top] = 1.0
        slope = problem.times(chosen) - 1.0
        slope[((price <= 0) & (slope > 0)) | ((price >= weight) & (slope < 0))] = 0.0
        move = slope + MOMENTUM * move
        length = float(slope @ slope)
        if length == 0 or step < STEP * 1e-4:
            break
        price = np.clip(price - step * max(bound - known, 1.0) / length * move, 0.0, weight)
    return best


def settled(problem: Problem, k: int, bound: Bound, known: float) -> tuple[IntArray, IntArray]:
    """Points that every better choice holds, and points that none does; better is at least one person more."""
    order = np.argsort(-bound.score, kind="stable")
    inside, outside = order[:k], order[k:]
    spare = bound.value - (known + 1 - SLACK)
    last = bound.score[inside[-1]]
    following = bound.score[outside[0]] if len(outside) else -np.inf
    must = inside[bound.score[inside] - following > spare]
    never = outside[last - bound.score[outside] > spare]
    return must, never
