"""Where on a jointly built mast each party hangs its antennas: as low as it needs, a band's height apart."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal


def antenna_heights(needed_m: Mapping[str, float], band_m: float, mast_m: float = math.inf) -> dict[str, Decimal]:
    """Name → height in metres; of equal needs the first by name hangs lower.

    Where the plan found that the mast holds them all, none of these lies above it: a mast that is too low for whole
    distances holds one operator in each band, as the plan reckoned.

    :param needed_m: name → lowest height that will do
    :param band_m: height of a band, which holds one operator
    :param mast_m: height of the mast

    >>> {name: float(height) for name, height in antenna_heights({"A": 27, "B": 24, "C": 27}, 3.0).items()}
    {'B': 24.0, 'A': 27.0, 'C': 30.0}
    >>> {name: float(height) for name, height in antenna_heights({"A": 26.9, "B": 27}, 3.0, 29.9).items()}
    {'A': 26.9, 'B': 29.9}
    >>> {name: float(height) for name, height in antenna_heights({"A": 26.9, "B": 27}, 3.0, 27.0).items()}
    {'A': 26.9, 'B': 27.0}
    """
    found: dict[str, Decimal] = {}
    free_m = 0.0  # the lowest height that is far enough from the antennas below
    for name, needed in _lowest_first(needed_m):
        height = max(float(needed), free_m)
        found[name] = Decimal(str(round(height, 1)))
        free_m = height + band_m
    if any(float(height) > mast_m for height in found.values()):
        return _by_bands(needed_m, band_m)
    return found


def _by_bands(needed_m: Mapping[str, float], band_m: float) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    free = 0  # the lowest band that nobody has
    for name, needed in _lowest_first(needed_m):
        band = max(free, math.floor(needed / band_m + 1e-9))
        found[name] = Decimal(str(round(max(float(needed), band * band_m), 1)))
        free = band + 1
    return found


def _lowest_first(needed_m: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(needed_m.items(), key=lambda one: (one[1], one[0]))
