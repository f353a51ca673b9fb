"""The new masts chosen so far and where each stands."""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.planning.frame import Frame, Spots
from phoihop.cores.towerplan.planning.near import near
from phoihop.cores.towerplan.planning.placing import Options
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points


class Standing:
    """New masts, each named by its column, with the place of each."""

    def __init__(self, frame: Frame, columns: IntArray, places: Options) -> None:
        self.frame = frame
        self.columns = columns
        self.xy, self.at, self.keep_m = places.xy, places.at, places.keep_m
        self.row = {column: row for row, column in enumerate(columns.tolist())}

    def __len__(self) -> int:
        return len(self.columns)

    def spots(self) -> Spots:
        """All places, ready to be searched."""
        points = Points(self.xy, self.frame.geographic)
        return Spots(points, self.at, self.xy * (self.frame.metres_east, self.frame.metres_north))

    def replace(self, gone: list[int], columns: IntArray, places: Options) -> None:
        """Take some masts away and put others up."""
        keep = np.ones(len(self.columns), dtype=bool)
        keep[[self.row[column] for column in gone]] = False
        self.columns = np.concatenate([self.columns[keep], columns])
        self.xy = np.concatenate([self.xy[keep], places.xy])
        self.at = np.concatenate([self.at[keep], places.at])
        self.keep_m = np.concatenate([self.keep_m[keep], places.keep_m])
        self.row = {column: row for row, column in enumerate(self.columns.tolist())}

    def move(self, column: int, place: Options) -> None:
        """Put one mast elsewhere; ``place`` is a single one."""
        row = self.row[column]
        self.xy[row], self.at[row], self.keep_m[row] = place.xy[0], place.at[0], place.keep_m[0]

    def conflicts(self, fresh: IntArray) -> list[tuple[int, int]]:
        """Pairs of columns, lower first, that stand too near each other; one of each is in ``fresh``."""
        if not len(fresh):
            return []
        rows = np.array([self.row[column] for column in fresh.tolist()])
        spots = self.spots()
        first, second = self._too_near(spots[rows], self.keep_m[rows], spots)
        first = rows[first]
        a, b = self.columns[first], self.columns[second]
        pairs = zip(np.minimum(a, b).tolist(), np.maximum(a, b).tolist(), strict=True)
        return sorted({pair for pair in pairs if pair[0] != pair[1]})

    def too_near(self, options: Options, masts: list[int]) -> tuple[IntArray, IntArray]:
        """Pairs (option, column) that do not keep their spacing, among some masts."""
        rows = np.array([self.row[mast] for mast in masts], dtype=np.int64)
        delta = options.at[:, None, :] - self.at[None, rows, :]
        squared = delta[..., 0] * delta[..., 0] + delta[..., 1] * delta[..., 1] + delta[..., 2] * delta[..., 2]
        close = np.sqrt(squared) < np.maximum(options.keep_m[:, None], self.keep_m[None, rows])
        option, other = np.nonzero(close)
        return option, self.columns[rows[other]]

    def _too_near(self, spots: Spots, keep: FloatArray, others: Spots) -> tuple[IntArray, IntArray]:
        found = near(spots, np.maximum(keep, self.keep_m.max(initial=0.0)), others)
        rows, items = found.rows, found.items.astype(np.int64)
        delta = spots.at[rows] - others.at[items]
        squared = delta[:, 0] * delta[:, 0] + delta[:, 1] * delta[:, 1] + delta[:, 2] * delta[:, 2]
        close = np.sqrt(squared) < np.maximum(keep[rows], self.keep_m[items])
        return rows[close], items[close]
