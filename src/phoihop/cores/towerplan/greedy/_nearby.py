"""New masts by place, while they are being added."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np

from phoihop.cores.towerplan.ground import METRES_A_DEGREE
from phoihop.cores.towerplan.points import Points


class Nearby:
    """Squares of the ground and the new masts in them.

    :param side_m: at least as far as anyone will look
    """

    def __init__(self, places: Points, side_m: float) -> None:
        north = east = max(side_m, 1.0)
        if places.geographic:
            north = north / METRES_A_DEGREE
            highest = float(np.abs(places.xy[:, 1]).max()) if len(places) else 0.0
            east = north / max(math.cos(math.radians(min(highest + 1.0, 89.0))), 0.01)
        self.east, self.north = east, north
        self.squares: dict[tuple[int, int], list[int]] = defaultdict(list)

    def add(self, number: int, x: float, y: float) -> None:
        """Put a mast on the ground."""
        self.squares[self._square(x, y)].append(number)

    def around(self, x: float, y: float) -> list[int]:
        """The masts at most ``side_m`` away, and some that are further; oldest first."""
        column, row = self._square(x, y)
        return sorted(
            number
            for east in (column - 1, column, column + 1)
            for north in (row - 1, row, row + 1)
            for number in self.squares.get((east, north), ())
        )

    def _square(self, x: float, y: float) -> tuple[int, int]:
        return math.floor(x / self.east), math.floor(y / self.north)
