"""Which places lie near which: a search in a grid, compiled where it can be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.frame import Spots
from phoihop.cores.towerplan.points import FloatArray, IntArray

Index = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """One list of numbers a row, kept end to end: row ``i`` is ``items[starts[i]:starts[i + 1]]``."""

    starts: IntArray
    items: Index

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> Index:
        return self.items[self.starts[row] : self.starts[row + 1]]

    @property
    def counts(self) -> IntArray:
        """How many items each row has."""
        return np.diff(self.starts)

    @property
    def rows(self) -> IntArray:
        """The row of each item."""
        return np.repeat(np.arange(len(self)), self.counts)

    @classmethod
    def of_pairs(cls, rows: npt.NDArray[np.integer], items: npt.NDArray[np.integer], count: int) -> Lists:
        """Lists from pairs; the items of a row keep their order."""
        if kernel.ready():
            return cls(*kernel.lists(rows, items, count))
        order = np.argsort(rows, kind="stable")
        starts = np.zeros(count + 1, dtype=np.int64)
        np.cumsum(np.bincount(rows, minlength=count), out=starts[1:])
        return cls(starts, items[order].astype(np.int32))

    def turned(self, count: int) -> Lists:
        """For each item the rows it is in, ascending; items are below ``count``."""
        return Lists.of_pairs(self.items, self.rows, count)

    def only(self, keep: npt.NDArray[np.bool_]) -> Lists:
        """The same rows with those items alone that ``keep`` marks."""
        starts = np.concatenate([[0], np.cumsum(keep)])[self.starts]
        return Lists(starts.astype(np.int64), self.items[keep])


def near(queries: Spots, radius_m: FloatArray, targets: Spots, target_radius_m: FloatArray | None = None) -> Lists:
    """For each query the targets within its radius (plus the target's own, where given), ascending."""
    if len(queries) == 0 or len(targets) == 0:
        return Lists(np.zeros(len(queries) + 1, dtype=np.int64), np.zeros(0, dtype=np.int32))
    own = np.zeros(len(targets)) if target_radius_m is None else target_radius_m
    if kernel.ready():
        return Lists(*kernel.near(queries.uv, queries.at, radius_m, targets.uv, targets.at, own))
    return _near(queries, radius_m, targets, own)


def _near(queries: Spots, radius_m: FloatArray, targets: Spots, own: FloatArray) -> Lists:
    from shapely import STRtree, box, points  # noqa: PLC0415 (only where nothing is compiled)

    reach = radius_m + own.max() + 1e-6
    (u, v) = queries.uv.T
    pairs = STRtree(points(targets.uv)).query(box(u - reach, v - reach, u + reach, v + reach))
    rows, items = pairs
    apart = queries.at[rows] - targets.at[items]
    # Summed in the order of the compiled search, so that both round alike.
    squared = apart[:, 0] * apart[:, 0] + apart[:, 1] * apart[:, 1] + apart[:, 2] * apart[:, 2]
    limit = radius_m[rows] + own[items]
    inside = squared <= limit * limit
    rows, items = rows[inside], items[inside]
    order = np.lexsort([items, rows])
    return Lists.of_pairs(rows[order], items[order], len(queries))


def nearest_m(queries: Spots, reach_m: float, targets: Spots) -> FloatArray:
    """Metres to the nearest target of each query; infinite where none is within reach."""
    found = near(queries, np.full(len(queries), reach_m), targets)
    result = np.full(len(queries), np.inf)
    if len(found.items):
        rows = found.rows
        apart = queries.at[rows] - targets.at[found.items]
        squared = apart[:, 0] * apart[:, 0] + apart[:, 1] * apart[:, 1] + apart[:, 2] * apart[:, 2]
        full = found.counts > 0
        result[full] = np.sqrt(np.minimum.reduceat(squared, found.starts[:-1][full]))
    return result
