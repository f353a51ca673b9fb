"""Who could serve whom, made small: cells that the same points reach count as one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.planning.near import Lists
from phoihop.cores.towerplan.points import FloatArray, IntArray

Flags = npt.NDArray[np.bool_]


def counted(places: npt.NDArray[np.integer], weights: FloatArray, count: int) -> FloatArray:
    """The sum of the weights at each place."""
    total: FloatArray = np.bincount(places, weights=weights, minlength=count)  # type: ignore[assignment]
    return total


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Groups of cells that nobody serves yet, and the points that reach them."""

    points: IntArray
    """Positions of the points in the input."""
    weight: FloatArray
    """People of each group, above zero."""
    reach: Lists
    """For each point the groups it reaches."""
    by_group: Lists
    """For each group the points that reach it."""
    owner: IntArray
    """The point of each entry of ``reach``."""

    def gains(self, worth: FloatArray) -> FloatArray:
        """For each point the worth of all it reaches."""
        return counted(self.owner, worth[self.reach.items], len(self.points))

    def times(self, chosen: FloatArray) -> FloatArray:
        """For each group how many of the chosen points reach it."""
        return counted(self.reach.items, chosen[self.owner], len(self.weight))

    def value(self, chosen: IntArray) -> float:
        """People that some chosen point reaches."""
        x = np.zeros(len(self.points))
        x[chosen] = 1.0
        return float(self.weight[self.times(x) > 0].sum())

    def without(self, keep: Flags, taken: IntArray) -> Problem:
        """The points of ``keep`` alone, where the ``taken`` ones serve already."""
        served = np.zeros(len(self.weight), dtype=bool)
        for point in taken:
            served[self.reach[point]] = True
        entries = keep[self.owner] & ~served[self.reach.items]
        kept = np.flatnonzero(keep)
        place = np.cumsum(keep) - 1
        small = Lists.of_pairs(place[self.owner[entries]], self.reach.items[entries], len(kept))
        return merged(np.where(served, 0.0, self.weight), small, self.points[kept])


def merged(weight: FloatArray, reach: Lists, points: IntArray | None = None) -> Problem:
    """Make one group of all cells that exactly the same points reach; cells without people fall away.

    Two cells are the same where the sums of the numbers drawn for their points are: the sums have 126 bits.
    """
    owner, cell = reach.rows, reach.items
    words = np.random.default_rng(0).integers(0, 2**63, (2, len(reach)), dtype=np.int64).view(np.uint64)
    keys = np.zeros((2, len(weight)), dtype=np.uint64)
    for key, word in zip(keys, words, strict=True):
        np.add.at(key, cell, word[owner])
    wanted = np.zeros(len(weight), dtype=bool)
    wanted[cell] = True
    cells = np.flatnonzero(wanted & (weight > 0))
    order = cells[np.lexsort((keys[1][cells], keys[0][cells]))]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (keys[:, order[1:]] != keys[:, order[:-1]]).any(axis=0)
    # Groups are numbered by their first cell, so that the order of the input decides nothing.
    first = np.minimum.reduceat(order, np.flatnonzero(new)) if len(order) else order
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    group = rank[np.cumsum(new) - 1]
    total = counted(group, weight[order], len(first))
    number = np.full(len(weight), -1)
    number[np.sort(first)] = np.arange(len(first))
    entries = number[cell] >= 0
    small = Lists.of_pairs(owner[entries], number[cell[entries]], len(reach))
    at = np.arange(len(reach), dtype=np.int64) if points is None else points
    return Problem(at, total, small, small.turned(len(first)), small.rows)
