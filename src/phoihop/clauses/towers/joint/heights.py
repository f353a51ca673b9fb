"""Where on a jointly built mast each party hangs its antennas: as low as it needs, one band apart."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal


def antenna_heights(needed_m: Mapping[str, float], band_m: float) -> dict[str, Decimal]:
    """Name → height in metres; of equal needs the first by name hangs lower.

    Where the plan found that the mast holds them all, none of these lies above it.

    :param needed_m: name → lowest height that will do
    :param band_m: height of a band, which holds one operator

    >>> {name: float(height) for name, height in antenna_heights({"A": 27, "B": 24, "C": 27}, 3.0).items()}
    {'B': 24.0, 'A': 27.0, 'C': 30.0}
    """
    found: dict[str, Decimal] = {}
    free = 0  # the lowest band that nobody has
    for name, needed in sorted(needed_m.items(), key=lambda one: (one[1], one[0])):
        band = max(free, math.floor(needed / band_m + 1e-9))
        found[name] = Decimal(str(round(max(float(needed), band * band_m), 1)))
        free = band + 1
    return found
