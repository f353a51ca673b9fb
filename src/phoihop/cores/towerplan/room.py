"""Whether a mast has room: places by height band, wind area, and the cheapest height that has both."""

from __future__ import annotations

import math
from collections.abc import Sequence

from phoihop.cores.towerplan.ground import WIND_SLACK_M2, band_of
from phoihop.cores.towerplan.model import MastClass, Needs, Rules


def has_places(free: Sequence[int], bands: Sequence[int]) -> bool:
    """Whether tenants that want these bands or higher find a place each (Hall's condition, from the top down).

    >>> has_places([0, 1, 1], [1, 1]), has_places([0, 1, 1], [2, 2])
    (True, False)
    """
    return all(sum(it >= band for it in bands) <= sum(free[band:]) for band in set(bands))


def too_heavy(needs: Needs, rows: Sequence[int], limit_m2: float) -> bool:
    """Whether the equipment of these needs is more than a mast carries; nan: nothing limits it."""
    load = math.fsum(float(needs.load_m2[need]) for need in rows)
    return not math.isnan(limit_m2) and load > max(limit_m2, 0.0) + WIND_SLACK_M2 * len(rows)


def bands_of(needs: Needs, rows: Sequence[int], rules: Rules) -> list[int]:
    """The lowest band that each need can use."""
    return [band_of(float(needs.height_m[need]), rules.band_m) for need in rows]


def tall_enough(built: MastClass, needs: Needs, rows: Sequence[int], rules: Rules) -> list[int]:
    """Positions of the heights of a class that hold all these needs, whatever they weigh."""
    bands, tallest = bands_of(needs, rows, rules), max(float(needs.height_m[need]) for need in rows)
    return [
        at
        for at, height in enumerate(built.heights_m)
        if height >= tallest and has_places([1] * (band_of(height, rules.band_m) + 1), bands)
    ]


def cheapest_height(built: MastClass, needs: Needs, rows: Sequence[int], rules: Rules) -> int | None:
    """Position of the cheapest height of a class that holds all these needs, the lowest of equals; none where none."""
    strong = [
        at
        for at in tall_enough(built, needs, rows, rules)
        if not built.wind_m2 or not too_heavy(needs, rows, built.wind_m2[at])
    ]
    return min(strong, key=lambda at: (built.build_vnd[at], at), default=None)
