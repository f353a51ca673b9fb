"""The nucleolus: the split whose unhappiest group is as happy as can be, then the next one, and so on.

The excess of a group S is e(S) = x(S) - c(S): what it pays above what it would pay alone. The sorted excesses are
minimised lexicographically, among the splits where no operator pays more than alone (where there are such).
Successive linear programs find which groups are tight; the split itself is then solved in fractions, so it is exact.

Source: D. Schmeidler, The nucleolus of a characteristic function game, 1969; A. Kopelowitz, 1967.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from phoihop.cores.towerplan.errors import SolverFailed
from phoihop.cores.towerplan.mip import INFINITY, ModelBuilder, Status, solve
from phoihop.cores.towerplan.split._errors import TooManyOperators
from phoihop.cores.towerplan.split._fractions import solve_exactly
from phoihop.cores.towerplan.split._game import Game, Ints, membership

EXACT_MAX = 10
DUAL_ZERO = 1e-7
"""Multipliers of these programs are fractions of small numbers: a true one lies far above."""
IN_SPAN = 1e-9

Row = tuple[tuple[int, ...], int, int]
"""Who is in the equation, the level whose excess it holds (-1: none), and its right side in đồng."""


def nucleolus(game: Game) -> tuple[Fraction, ...]:
    """The nucleolus, exact.

    :raises TooManyOperators: more than 10
    """
    if game.size > EXACT_MAX:
        raise TooManyOperators(game.size)
    return _search(game).solution()[: game.size]


def least_excess_vnd(game: Game) -> Fraction:
    """The largest excess of a group that cannot be avoided (least core); above zero, the core is empty.

    :raises TooManyOperators: more than 10
    """
    if game.size > EXACT_MAX:
        raise TooManyOperators(game.size)
    if game.size == 1:
        return Fraction(0)
    # The bound of each operator's own cost could raise the excess; whether the core is empty it does not change.
    return _search(game).solution()[game.size]


@dataclass(slots=True)
class _Search:
    """The equations found so far."""

    size: int
    rows: list[Row]
    levels: int = 0
    basis: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 0)))

    def add(self, members: Iterable[int], level: int, right_vnd: int) -> None:
        self.rows.append((tuple(members), level, right_vnd))

    def take(self, vector: NDArray[np.bool_]) -> None:
        """Widen the span of the fixed groups by this one."""
        rest = _outside(self.basis, vector[None, :].astype(float))[0]
        norm = np.linalg.norm(rest)
        if norm > IN_SPAN:
            self.basis = np.vstack([self.basis, rest / norm])

    def solution(self) -> tuple[Fraction, ...]:
        """The shares, then the excess of each level."""
        width = self.size + self.levels
        matrix = []
        for members, level, right_vnd in self.rows:
            row = [Fraction(0)] * (width + 1)
            for member in members:
                row[member] = Fraction(1)
            if level >= 0:
                row[self.size + level] = Fraction(-1)
            row[width] = Fraction(right_vnd)
            matrix.append(row)
        return solve_exactly(matrix, width)


def _search(game: Game) -> _Search:
    costs, inside = game.table(), membership(game.size)
    everyone = range(game.size)
    found = _Search(game.size, [(tuple(everyone), -1, int(costs[-1]))], basis=np.empty((0, game.size)))
    found.take(inside[-1])
    open_ = np.ones(len(costs), dtype=bool)
    open_[[0, -1]] = False
    own = costs[1 << np.arange(game.size)]
    bounded = bool(own.sum() >= costs[-1])
    levels: list[tuple[Ints, float]] = []
    scale = float(max(costs.max(), 1))
    while len(found.basis) < game.size:
        program = _Program(inside, costs / scale, own / scale if bounded else None)
        excess, tight, at_bound = program.solve(np.flatnonzero(open_), levels)
        for group in tight:
            found.add(np.flatnonzero(inside[group]).tolist(), found.levels, int(costs[group]))
            found.take(inside[group])
        for operator in at_bound:
            found.add([int(operator)], -1, int(own[operator]))
        levels.append((tight, excess))
        found.levels += 1
        open_[tight] = False
        candidates = np.flatnonzero(open_)
        open_[candidates] = np.linalg.norm(_outside(found.basis, inside[candidates].astype(float)), axis=1) > IN_SPAN
    return found


def _outside(basis: NDArray[np.float64], vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    """What of each vector the orthonormal basis does not span."""
    rest: NDArray[np.float64] = vectors - (vectors @ basis.T) @ basis
    return rest


@dataclass(frozen=True, slots=True)
class _Program:
    """One linear program: least excess of the open groups, those of earlier levels held.

    :param costs: shape (2**n,), scaled to at most 1
    :param own: shape (n,), what each operator may pay at most; none: no bound
    """

    inside: NDArray[np.bool_]
    costs: NDArray[np.float64]
    own: NDArray[np.float64] | None

    def solve(self, open_: Ints, levels: list[tuple[Ints, float]]) -> tuple[float, Ints, Ints]:
        """The least excess, the open groups that are tight in every best split, the operators held by their bound."""
        size, whole = self.inside.shape[1], len(self.costs) - 1
        builder = ModelBuilder()
        shares = builder.columns(
            np.zeros(size), lower=-INFINITY, upper=INFINITY if self.own is None else self.own, integer=False
        )
        excess = builder.columns(1.0, lower=-INFINITY, upper=INFINITY, integer=False)
        self._hold(builder, shares, np.array([whole]), 0.0)
        for groups, at in levels:
            self._hold(builder, shares, groups, at)
        row, column = np.nonzero(self.inside[open_])
        every = np.arange(len(open_))
        builder.rows(
            len(open_),
            np.append(row, every),
            np.append(shares[column], np.repeat(excess, len(open_))),
            np.append(np.ones(len(row)), -np.ones(len(open_))),
            upper=self.costs[open_],
        )
        answer = solve(builder.build())
        if answer.status is not Status.OPTIMAL:
            raise SolverFailed(answer.status)
        tight = open_[np.abs(answer.row_dual[-len(open_) :]) > DUAL_ZERO]
        bound = np.flatnonzero(np.abs(answer.reduced_cost[:size]) > DUAL_ZERO)
        return float(answer.x[size]), tight, bound if self.own is not None else bound[:0]

    def _hold(self, builder: ModelBuilder, shares: Ints, groups: Ints, excess: float) -> None:
        """Rows for groups whose excess is settled."""
        row, column = np.nonzero(self.inside[groups])
        right = self.costs[groups] + excess
        builder.rows(len(groups), row, shares[column], 1.0, lower=right, upper=right)
