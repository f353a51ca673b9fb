"""Shapley's split: what each operator adds to the cost, averaged over all orders of joining.

x_i = sum over S without i of |S|! (n - |S| - 1)! / n! · (c(S + i) - c(S))

Source: L. S. Shapley, A value for n-person games, 1953.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import factorial

import numpy as np
from numpy.typing import NDArray

from phoihop.cores.towerplan.split._errors import BadGame, TooManyOperators
from phoihop.cores.towerplan.split._game import COST_MAX_VND, Game, Ints, membership
from phoihop.cores.towerplan.split._rounding import whole_dong_rows

EXACT_MAX = 8
BATCH = 1024


def shapley(game: Game) -> tuple[Fraction, ...]:
    """The exact split, up to 8 operators.

    :raises TooManyOperators: more than 8
    """
    numerators = game.table() @ _weights(game.size)
    return tuple(Fraction(int(value), factorial(game.size)) for value in numerators)


def shapley_many(costs_vnd: Ints) -> Ints:
    """The split of many masts with the same number of operators, in whole đồng.

    :param costs_vnd: shape (masts, 2**n), columns by mask, column 0 all zero
    :return: shape (masts, n); each row adds up to its last column
    :raises BadGame: another shape, negative costs or above ten trillion
    """
    size = costs_vnd.shape[1].bit_length() - 1
    if costs_vnd.shape[1] != 1 << size or costs_vnd.dtype.kind not in "iu":
        raise BadGame(costs_vnd.shape)
    if costs_vnd.size and (costs_vnd[:, 0].any() or costs_vnd.min() < 0 or costs_vnd.max() > COST_MAX_VND):
        raise BadGame((int(costs_vnd.min()), int(costs_vnd.max())))
    return whole_dong_rows(costs_vnd.astype(np.int64) @ _weights(size), factorial(size))


def sampled_shapley(game: Game, *, samples: int, seed: int) -> tuple[tuple[Fraction, ...], tuple[float, ...]]:
    """The split over random orders of joining, with the standard error of each share in đồng.

    Each order's additions add up to the total, so the means do too.

    :param samples: orders drawn, at least 2
    """
    if samples < 2:
        raise ValueError(samples)
    rng = np.random.default_rng(seed)
    sums, squares = np.zeros(game.size, dtype=np.int64), np.zeros(game.size)
    for start in range(0, samples, BATCH):
        added = _additions(game, rng, min(BATCH, samples - start))
        sums += added.sum(axis=0)
        squares += (added.astype(float) ** 2).sum(axis=0)
    variance = np.maximum(squares - sums.astype(float) ** 2 / samples, 0) / (samples - 1)
    errors = np.sqrt(variance / samples)
    return tuple(Fraction(int(value), samples) for value in sums), tuple(float(value) for value in errors)


def _additions(game: Game, rng: np.random.Generator, count: int) -> Ints:
    """Shape (count, n): what each operator adds, in one random order a row."""
    orders = rng.permuted(np.tile(np.arange(game.size), (count, 1)), axis=1)
    groups = np.cumsum(np.int64(1) << orders, axis=1)
    costs = game.cost_of(groups.ravel()).reshape(groups.shape)
    steps = np.diff(costs, axis=1, prepend=np.zeros((count, 1), dtype=np.int64))
    added = np.empty_like(steps)
    np.put_along_axis(added, orders, steps, axis=1)
    return added


@lru_cache(maxsize=EXACT_MAX)
def _weights(size: int) -> NDArray[np.int64]:
    """Shape (2**n, n): the factor of each group's cost in each operator's share, times n!."""
    if size > EXACT_MAX:
        raise TooManyOperators(size)
    inside = membership(size)
    counts = inside.sum(axis=1)
    with_it = np.array([factorial(max(s - 1, 0)) * factorial(size - s) for s in range(size + 1)])[counts]
    without = np.array([factorial(s) * factorial(max(size - s - 1, 0)) for s in range(size + 1)])[counts]
    weights: NDArray[np.int64] = np.where(inside, with_it[:, None], -without[:, None]).astype(np.int64)
    weights.setflags(write=False)
    return weights
