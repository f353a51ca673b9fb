"""One component as a programme of whole numbers, and its solution by HiGHS."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.errors import SolverFailed
from phoihop.cores.towerplan.points import FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One component. Needs and columns are numbered from 0 within it."""

    needs: int
    starts: IntArray
    items: IntArray
    """The needs of column ``c``: ``items[starts[c]:starts[c + 1]]``."""
    cost: IntArray
    tie: IntArray
    row_starts: IntArray
    row_items: IntArray
    """The columns of each limit."""
    row_weights: IntArray
    capacity: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """Columns chosen, ascending, and what is proven of them."""

    chosen: IntArray
    cost: int
    bound: int
    unserved: int
    unserved_bound: int

    @property
    def proven(self) -> bool:
        """Whether nothing is better."""
        return self.unserved == self.unserved_bound and self.cost == self.bound


def solve_by_highs(part: Part, seconds: float = math.inf, *, start: IntArray | None = None) -> Solved:
    """Fewest unserved, then least cost, then least ties.

    :param seconds: how long each of these steps may take
    :param start: columns of a choice to begin with
    :raises SolverFailed: HiGHS gave no answer
    """
    cost = part.cost.astype(np.float64)
    answer = _run(part, cost, None, None, seconds, start)
    allowance: int | None = None
    least = 0
    if answer is None:
        blank = np.concatenate([np.zeros(len(cost)), np.ones(part.needs)])
        first = _run(part, blank, part.needs, None, seconds)
        if first is None:
            raise SolverFailed("programme.no_solution")
        allowance, least = first.value, first.bound
        answer = _run(part, _padded(part, cost), allowance, None, seconds) or first
    value = _value(part, answer.picked)
    proven = answer.bound >= value and least == (allowance or 0)
    if proven:
        ties = part.tie.astype(np.float64)
        ties = ties if allowance is None else _padded(part, ties)
        answer = _run(part, ties, allowance, value, seconds) or answer
    chosen = np.flatnonzero(answer.picked[: len(part.cost)])
    bound = value if proven else min(answer.bound, value)
    if least < (allowance or 0):
        bound = -1
    return Solved(chosen, int(part.cost[chosen].sum()), bound, allowance or 0, least)


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    picked: IntArray
    value: int
    bound: int


def _value(part: Part, picked: IntArray) -> int:
    return int(part.cost[np.flatnonzero(picked[: len(part.cost)])].sum())


def _padded(part: Part, cost: FloatArray) -> FloatArray:
    return np.concatenate([cost, np.zeros(part.needs)])


def _run(
    part: Part, cost: FloatArray, allowance: int | None, ceiling: int | None, seconds: float,
    start: IntArray | None = None,
) -> _Answer | None:  # fmt: skip
    """Solve; None where nothing is feasible.

    :param allowance: how many needs may go unserved; the last columns stand for that then
    :param ceiling: what the columns may cost
    """
    from phoihop.cores.towerplan.mip import INTEGRAL, Limits, ModelBuilder, Status, solve  # noqa: PLC0415

    count = len(part.cost)
    builder = ModelBuilder()
    builder.columns(cost)
    entries = np.repeat(np.arange(count), np.diff(part.starts))
    row, column = part.items.astype(np.int64), entries
    if allowance is not None:
        row = np.concatenate([row, np.arange(part.needs)])
        column = np.concatenate([column, count + np.arange(part.needs)])
        builder.rows(1, np.zeros(part.needs, np.int64), count + np.arange(part.needs), 1.0, upper=float(allowance))
    builder.rows(part.needs, row, column, 1.0, lower=1.0, upper=1.0)
    limits = np.repeat(np.arange(len(part.capacity)), np.diff(part.row_starts))
    if len(part.capacity):
        capacity = part.capacity.astype(np.float64)
        builder.rows(len(capacity), limits, part.row_items, part.row_weights, upper=capacity)
    if ceiling is not None:
        used = np.flatnonzero(part.cost)
        builder.rows(1, np.zeros(len(used), np.int64), used, part.cost[used], upper=ceiling + 0.25)
    first = None
    if start is not None:
        first = np.zeros(count)
        first[start] = 1.0
    solution = solve(builder.build(), Limits(seconds=seconds, absolute_gap=INTEGRAL), start=first)
    if solution.status is Status.INFEASIBLE:
        return None
    if not solution.found:
        raise SolverFailed(str(solution.status))
    picked = (solution.x > 0.5).astype(np.int64)
    value = round(float(cost @ picked))
    if solution.status is Status.OPTIMAL:
        return _Answer(picked, value, value)
    return _Answer(picked, value, math.ceil(solution.bound - 1e-3) if math.isfinite(solution.bound) else 0)
