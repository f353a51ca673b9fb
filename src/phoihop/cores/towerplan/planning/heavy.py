"""The compiled loops for components too large to search (``native/dual.c``, ``native/anneal.c``).

They may be called when ``kernel.ready`` alone.
"""

from __future__ import annotations

import ctypes
import weakref
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.near import Index
from phoihop.cores.towerplan.planning.programme import Part
from phoihop.cores.towerplan.points import FloatArray, IntArray

Shares = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The columns of a part as the compiled loops take them: members and limits of each, one after the other."""

    needs: int
    starts: IntArray
    members: Index
    cost: IntArray
    use_starts: IntArray
    uses: Index
    weights: IntArray
    capacity: IntArray

    @classmethod
    def of(cls, part: Part) -> Table:
        """The same columns."""
        rows = np.repeat(np.arange(len(part.capacity)), np.diff(part.row_starts))
        order = np.argsort(part.row_items, kind="stable")
        starts = np.zeros(len(part.cost) + 1, dtype=np.int64)
        np.cumsum(np.bincount(part.row_items, minlength=len(part.cost)), out=starts[1:])
        return cls(
            part.needs, np.ascontiguousarray(part.starts, dtype=np.int64), part.items.astype(np.int32),
            np.ascontiguousarray(part.cost, dtype=np.int64), starts, rows[order].astype(np.int32),
            np.ascontiguousarray(part.row_weights[order], dtype=np.int64),
            np.ascontiguousarray(part.capacity, dtype=np.int64),
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self.cost)

    @property
    def sizes(self) -> IntArray:
        """How many needs each column holds."""
        return np.diff(self.starts)

    @property
    def shares(self) -> FloatArray:
        """The least that a column costs each of its needs, by equal shares; 0 for needs without one."""
        least = np.full(self.needs, np.inf)
        np.minimum.at(least, self.members, np.repeat(self.cost / self.sizes, self.sizes))
        least[~np.isfinite(least)] = 0.0
        return least

    def reduced(self, needs: FloatArray, limits: FloatArray) -> FloatArray:
        """What each column costs above the duals of its needs and limits: c - Σ u + Σ v·weight."""
        result: FloatArray = self.cost.astype(np.float64)
        result -= np.add.reduceat(needs[self.members], self.starts[:-1])
        column = np.repeat(np.arange(len(self)), np.diff(self.use_starts))
        np.add.at(result, column, limits[self.uses] * self.weights)
        return result


@dataclass(frozen=True, slots=True, eq=False)
class DualState:
    """Where the search for duals stands; arrays are changed in place."""

    needs: FloatArray
    limits: FloatArray
    used: Shares
    """How much of each column is used."""
    between: FloatArray
    """The weight between duals and use, as an array of one."""
    best_needs: FloatArray
    best_limits: FloatArray
    bound: FloatArray
    """What the best duals prove, as an array of one."""


def dual(table: Table, price: FloatArray, effort: tuple[int, int, float], state: DualState) -> None:
    """One round: a bound by the present duals, then steps towards better ones.

    :param price: costs as floats
    :param effort: steps (0: the bound alone), columns of the core a need, what luck adds to a reduced cost at most
    """
    code = kernel.call(
        "dual", table.needs, len(table), len(table.capacity), table.starts, table.members, price, table.use_starts,
        table.uses, table.weights, table.capacity, *effort, state.needs, state.limits, state.used, state.between,
        state.best_needs, state.best_limits, state.bound,
    )  # fmt: skip
    if code < 0:
        raise MemoryError


@dataclass(frozen=True, slots=True)
class Cooling:
    """Steps from ``begin`` to before ``end`` of so many, in which the heat falls from ``hot`` to ``cold``."""

    steps: int
    begin: int
    end: int
    hot: float
    cold: float


class Sets:
    """The columns by their sets of needs, ready for annealing."""

    def __init__(self, table: Table) -> None:
        self.table = table  # its arrays must live as long
        self._handle = kernel.call(
            "sets", table.needs, len(table), len(table.capacity), table.starts, table.members, table.cost,
            table.use_starts, table.uses, table.weights, table.capacity,
        )  # fmt: skip
        if not self._handle:
            raise MemoryError
        weakref.finalize(self, kernel.call, "sets_free", ctypes.c_void_p(self._handle))

    def anneal(self, holder: Index, price: FloatArray, penalty: int, seed: int, cooling: Cooling) -> None:
        """Change what holds each need, with the heat of the whole falling.

        :param holder: the column of each need, -1 for none; changed in place
        :param price: what each need ought to cost; those that cost more are moved more often
        :param penalty: what a need costs that nothing holds
        """
        self._run(0, holder, price, penalty, seed, cooling)

    def mend(self, holder: Index, price: FloatArray, penalty: int, seed: int, cooling: Cooling) -> None:
        """As ``anneal``, but the heat falls in one small area after the other, and what got worse is taken back."""
        self._run(1, holder, price, penalty, seed, cooling)

    def _run(self, areas: int, holder: Index, price: FloatArray, penalty: int, seed: int, cooling: Cooling) -> None:
        code = kernel.call(
            "anneal", ctypes.c_void_p(self._handle), areas, seed, cooling.steps, cooling.begin, cooling.end,
            cooling.hot, cooling.cold, penalty, price, holder,
        )  # fmt: skip
        if code < 0:
            raise MemoryError
