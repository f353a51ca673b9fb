"""Models made from arrays, and what a run ends with."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.points import FloatArray, IntArray

INFINITY = math.inf
INTEGRAL = 1.0 - 1e-6
"""An absolute gap that is a proof where every solution has a whole cost."""


class Status(enum.StrEnum):
    """What a run ended with."""

    OPTIMAL = "optimal"
    """Within the gap that was asked for."""
    FEASIBLE = "feasible"
    """Stopped with a solution."""
    OPEN = "open"
    """Stopped without one."""
    INFEASIBLE = "infeasible"
    UNBOUNDED = "unbounded"


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Least ``cost · x`` with ``row_lower ≤ A x ≤ row_upper`` and ``lower ≤ x ≤ upper``; A is kept by rows."""

    cost: FloatArray
    lower: FloatArray
    upper: FloatArray
    integer: npt.NDArray[np.bool_]
    row_start: IntArray
    """Shape (rows + 1): where each row begins in ``index`` and ``value``."""
    index: IntArray
    value: FloatArray
    row_lower: FloatArray
    row_upper: FloatArray


@dataclass(frozen=True, slots=True)
class Limits:
    """When a run may end."""

    seconds: float = INFINITY
    gap: float = 0.0
    """(objective - bound) / |objective|."""
    absolute_gap: float = 1e-6
    threads: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Where a run stands, told while it runs."""

    seconds: float
    objective: float
    bound: float


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """What a run ended with. ``objective`` is +inf and ``x`` empty where no solution was found."""

    status: Status
    objective: float
    bound: float
    x: FloatArray
    row_dual: FloatArray
    """Of a linear model alone, as is ``reduced_cost``; empty otherwise."""
    reduced_cost: FloatArray
    nodes: int
    seconds: float

    @property
    def found(self) -> bool:
        """Whether ``x`` holds a solution."""
        return bool(self.x.size) or self.status is Status.OPTIMAL

    @property
    def gap(self) -> float:
        """Share of the objective that is not proven: 0 is a proof, +inf without a solution."""
        if not math.isfinite(self.objective):
            return INFINITY
        return max(0.0, self.objective - self.bound) / max(abs(self.objective), 1e-9)


@dataclass(slots=True)
class ModelBuilder:
    """Columns and blocks of rows, to make a ``Model`` of.

    >>> b = ModelBuilder()
    >>> x = b.columns(np.array([3.0, 2.0]), integer=True)
    >>> _ = b.rows(1, np.zeros(2, int), x, np.ones(2), lower=1.0)
    >>> model = b.build()
    >>> model.row_start.tolist(), model.index.tolist(), model.row_lower.tolist()
    ([0, 2], [0, 1], [1.0])
    """

    _columns: list[tuple[FloatArray, FloatArray, FloatArray, npt.NDArray[np.bool_]]] = field(default_factory=list)
    _entries: list[tuple[IntArray, IntArray, FloatArray]] = field(default_factory=list)
    _bounds: list[tuple[FloatArray, FloatArray]] = field(default_factory=list)
    _width: int = 0
    _height: int = 0

    def columns(
        self,
        cost: npt.ArrayLike,
        *,
        lower: npt.ArrayLike = 0.0,
        upper: npt.ArrayLike = 1.0,
        integer: bool = True,
    ) -> IntArray:
        """Add one column a cost; gives their positions. ``lower`` and ``upper`` are one number or one a column."""
        costs = np.atleast_1d(np.asarray(cost, float))
        many = len(costs)
        spread = [np.broadcast_to(np.asarray(bound, float), (many,)) for bound in (lower, upper)]
        self._columns.append((costs, spread[0], spread[1], np.full(many, integer)))
        first, self._width = self._width, self._width + many
        return np.arange(first, self._width, dtype=np.int64)

    def rows(
        self,
        count: int,
        row: IntArray,
        column: IntArray,
        value: npt.ArrayLike,
        *,
        lower: npt.ArrayLike = -INFINITY,
        upper: npt.ArrayLike = INFINITY,
    ) -> IntArray:
        """Add ``count`` rows; entries are (row of this block from 0, column, value). Gives the rows' positions."""
        values = np.broadcast_to(np.asarray(value, float), (len(row),))
        self._entries.append((np.asarray(row, np.int64) + self._height, np.asarray(column, np.int64), values))
        spread = [np.broadcast_to(np.asarray(bound, float), (count,)) for bound in (lower, upper)]
        self._bounds.append((spread[0], spread[1]))
        first, self._height = self._height, self._height + count
        return np.arange(first, self._height, dtype=np.int64)

    def build(self) -> Model:
        """The model; entries of one row and column must not repeat."""
        cost, lower, upper, integer = (np.concatenate(part) for part in zip(*self._columns, strict=True))
        if not self._entries:
            none, empty = np.zeros(0), np.zeros(0, np.int64)
            return Model(cost, lower, upper, integer, np.zeros(1, np.int64), empty, none, none, none)
        row, column, value = (np.concatenate(part) for part in zip(*self._entries, strict=True))
        row_lower, row_upper = (np.concatenate(part) for part in zip(*self._bounds, strict=True))
        order = np.lexsort((column, row))
        start = np.zeros(self._height + 1, np.int64)
        np.cumsum(np.bincount(row, minlength=self._height), out=start[1:])
        return Model(cost, lower, upper, integer, start, column[order], value[order], row_lower, row_upper)
