"""The game of a shared mast: what each group of operators would pay without the others.

A group is a bit mask: bit *i* stands for operator *i*; the mask of all is ``2**n - 1``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from phoihop.cores.towerplan.split._errors import BadGame, TooManyOperators

TABLE_MAX = 12
"""Up to here the cost of every group is tabulated; 4,096 groups."""
OPERATORS_MAX = 62
COST_MAX_VND = 10**13
"""Ten trillion đồng: below it Shapley's sums stay within 64 bits."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Game:
    """Who shares, and what any group of them would pay alone.

    :param operators: names, at least one, without duplicates
    :param cost_of: masks of groups, shape (k,), to whole đồng, shape (k,); the mask of all gives what is split
    """

    operators: tuple[str, ...]
    cost_of: Callable[[Ints], Ints]

    def __post_init__(self) -> None:
        if not self.operators or len(set(self.operators)) != len(self.operators):
            raise BadGame(self.operators)
        if len(self.operators) > OPERATORS_MAX:
            raise TooManyOperators(len(self.operators))

    @classmethod
    def from_table(cls, operators: Sequence[str], costs_vnd: Sequence[int] | Ints) -> Self:
        """A game whose costs stand in a table.

        :param costs_vnd: shape (2**n,), entry *m* is the cost of the group with mask *m*; entry 0 is 0
        :raises BadGame: another shape, a cost that is negative, no whole number or above ten trillion
        """
        table = np.asarray(costs_vnd)
        if table.shape != (2 ** len(operators),) or table.dtype.kind not in "iu":
            raise BadGame(table.shape)
        if table[0] != 0 or table.min() < 0 or table.max() > COST_MAX_VND:
            raise BadGame((int(table.min()), int(table.max())))
        costs = table.astype(np.int64)
        return cls(tuple(operators), lambda masks: costs[masks])

    @property
    def size(self) -> int:
        return len(self.operators)

    @property
    def everyone(self) -> int:
        """The mask of all operators."""
        return (1 << self.size) - 1

    @property
    def total_vnd(self) -> int:
        """What is to be split."""
        return int(self.cost_of(np.array([self.everyone], dtype=np.int64))[0])

    def alone_vnd(self) -> Ints:
        """Shape (n,): what each operator would pay with nobody else."""
        return self.cost_of(1 << np.arange(self.size, dtype=np.int64))

    def table(self) -> Ints:
        """Shape (2**n,): the cost of every group.

        :raises TooManyOperators: more than 12
        """
        if self.size > TABLE_MAX:
            raise TooManyOperators(self.size)
        return self.cost_of(np.arange(1 << self.size, dtype=np.int64))

    def names(self, mask: int) -> tuple[str, ...]:
        """The operators of a group."""
        return tuple(name for bit, name in enumerate(self.operators) if mask >> bit & 1)


@lru_cache(maxsize=TABLE_MAX)
def membership(size: int) -> NDArray[np.bool_]:
    """Shape (2**n, n): whether the group with that mask holds that operator."""
    masks = np.arange(1 << size, dtype=np.int64)
    table: NDArray[np.bool_] = (masks[:, None] >> np.arange(size) & 1).astype(bool)
    table.setflags(write=False)
    return table


def cheapest_apart(costs_vnd: Ints) -> Ints:
    """The table when a group may also break up: the cheapest way to part it into groups, each on a mast of its own.

    c*(S) = min over partitions P of S of the sum of c(T), T in P. The mask of all keeps its cost: it shares one mast.

    :param costs_vnd: shape (2**n,)

    >>> cheapest_apart(np.array([0, 5, 5, 12])).tolist()
    [0, 5, 5, 12]
    """
    best = costs_vnd.copy()
    for mask in range(1, len(best) - 1):
        lowest = mask & -mask
        for part in _parts_with(mask, lowest):
            best[mask] = min(best[mask], best[part] + best[mask ^ part])
    return best


def _parts_with(mask: int, lowest: int) -> Iterator[int]:
    """The proper parts of a group that hold its lowest operator: each way in two, once."""
    rest = mask ^ lowest
    part = rest
    while part:
        part = (part - 1) & rest
        yield part | lowest
