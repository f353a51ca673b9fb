"""What a new mast for some needs costs, by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.model import ANY, Costs, Rules
from phoihop.cores.towerplan.planning.near import Lists
from phoihop.cores.towerplan.points import FloatArray, IntArray

THOUSANDTHS = 1000
UNLIMITED = 2**62


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """The table of costs as arrays; one row an offer, which is a class at a height, classes one after the other."""

    starts: IntArray
    """Shape (classes + 1): the offers of each class."""
    band: IntArray
    height_m: FloatArray
    build: IntArray
    """Units."""
    wind: IntArray
    """Thousandths of a square metre."""
    extra: IntArray
    """Units for each member after the first, a class."""
    concealed: IntArray

    @classmethod
    def of(cls, rules: Rules, costs: Costs) -> Prices:
        """The table, in units and bands."""
        offers, starts = [], [0]
        for entry in costs.classes:
            winds: Sequence[float] = entry.wind_m2 or [np.inf] * len(entry.heights_m)
            for height, build, wind in zip(entry.heights_m, entry.build_vnd, winds, strict=True):
                carried = int(np.floor(wind * THOUSANDTHS + 1e-6)) if np.isfinite(wind) else UNLIMITED
                offers.append((rules.band(height), height, costs.units(build), carried))
            starts.append(len(offers))
        columns = list(zip(*offers, strict=True)) or [(), (), (), ()]
        return cls(
            np.array(starts, dtype=np.int64),
            np.array(columns[0], dtype=np.int64),
            np.array(columns[1], dtype=np.float64),
            np.array(columns[2], dtype=np.int64),
            np.array(columns[3], dtype=np.int64),
            np.array([costs.units(entry.extra_tenant_vnd) for entry in costs.classes], dtype=np.int64),
            np.array([entry.concealed for entry in costs.classes], dtype=np.int64),
        )

    def offer(self, number: int, bands: Sequence[int], heights_m: Sequence[float], loads: Sequence[int]) -> int:
        """The cheapest offer of a class that holds such members, the lowest of equals; -1 where none does."""
        best = -1
        # The k-th tallest antenna hangs at least k - 1 bands under the top.
        needed = max(band + place for place, band in enumerate(sorted(bands, reverse=True)))
        tallest, load = max(heights_m), sum(loads)
        for row in range(self.starts[number], self.starts[number + 1]):
            fits = self.band[row] >= needed and self.height_m[row] >= tallest - 1e-9 and self.wind[row] >= load
            if fits and (best < 0 or self.build[row] < self.build[best]):
                best = row
        return best

    def offers(
        self, numbers: IntArray, members: Lists, band: IntArray, height_m: FloatArray, load: IntArray
    ) -> IntArray:  # fmt: skip
        """``offer`` for many groups at once."""
        if not len(members):
            return np.zeros(0, dtype=np.int64)
        heads, need = members.starts[:-1], members.items
        order = np.lexsort([-band[need], members.rows])
        place = np.arange(len(need)) - heads[members.rows]
        needed = np.maximum.reduceat(band[need][order] + place, heads)
        tallest = np.maximum.reduceat(height_m[need], heads)
        carried = np.add.reduceat(load[need], heads)
        best = np.full(len(members), -1, dtype=np.int64)
        for number in range(len(self.extra)):
            for row in range(self.starts[number], self.starts[number + 1]):
                fits = (numbers == number) & (self.band[row] >= needed) & (self.wind[row] >= carried)
                fits &= self.height_m[row] >= tallest - 1e-9
                best[fits & ((best < 0) | (self.build[row] < self.build[best]))] = row
        return best

    def units(self, number: int, offer: int, members: int) -> int:
        """What an offer costs with so many members."""
        return int(self.build[offer] + self.extra[number] * (members - 1))


def weaker(rules: Rules, costs: Costs, zones: Sequence[str]) -> IntArray:
    """Shape (classes, classes): 1 where the first may stand wherever the second may, by every rule."""
    codes = [entry.code for entry in costs.classes]
    places = [*zones, ANY]
    result = np.zeros((len(codes), len(codes)), dtype=np.int64)
    for a, first in enumerate(costs.classes):
        for b, second in enumerate(costs.classes):
            nearer = all(rules.spacing(first.code, zone) <= rules.spacing(second.code, zone) for zone in places)
            result[a, b] = nearer and (first.concealed or not second.concealed)
    return result
