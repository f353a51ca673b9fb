"""The place nearest to the middle of a ring that lies outside every circle around other masts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from phoihop.cores.towerplan.points import WGS84_A, WGS84_E2, FloatArray, Points

HAIR_M = 0.01
COMPASS = np.array([(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)])


def nearest_apart(others: FloatArray, keep_m: FloatArray, radius_m: float) -> tuple[float, float] | None:
    """Metres east and north of the middle; none where nothing of the ring is left.

    Such a place is the middle itself, the foot of the middle on a circle, or where two circles cross.

    :param others: shape (n, 2): metres east and north of the middle
    :param keep_m: shape (n,): the least distance to each

    >>> east, north = nearest_apart(np.array([[3.0, 0.0]]), np.array([5.0]), 10.0)
    >>> round(east, 2), abs(round(north, 2))
    (-2.01, 0.0)
    """
    away = np.hypot(others[:, 0], others[:, 1])
    near = (keep_m > 0) & (away < keep_m + radius_m + HAIR_M)
    others, keep, away = others[near], keep_m[near] + HAIR_M, away[near]
    if (away >= keep - HAIR_M).all():
        return 0.0, 0.0
    if (away + radius_m < keep).any():
        return None
    places = np.concatenate([_feet(others, keep, away), _crossings(others, keep)])
    places = places[np.hypot(places[:, 0], places[:, 1]) <= radius_m - HAIR_M / 2]
    gaps = np.hypot(places[:, None, 0] - others[None, :, 0], places[:, None, 1] - others[None, :, 1])
    free = places[(gaps >= keep - HAIR_M / 2).all(axis=1)]
    if not len(free):
        return None
    east, north = free[np.argmin(np.hypot(free[:, 0], free[:, 1]))].tolist()
    return east, north


def _feet(others: FloatArray, keep: FloatArray, away: FloatArray) -> FloatArray:
    """Where the lines from each mast through the middle leave its circle; four directions from one at the middle."""
    apart = away > 0
    lines = others[apart] * (1 - keep[apart] / away[apart])[:, None]
    middle: FloatArray = (keep[~apart][:, None, None] * COMPASS).reshape(-1, 2)
    return np.concatenate([lines, middle])


def _crossings(others: FloatArray, keep: FloatArray) -> FloatArray:
    first, second = np.triu_indices(len(others), 1)
    line = others[second] - others[first]
    apart = np.hypot(line[:, 0], line[:, 1])
    meet = (apart > 0) & (apart < keep[first] + keep[second]) & (apart > np.abs(keep[first] - keep[second]))
    first, second, line, apart = first[meet], second[meet], line[meet], apart[meet]
    along = (apart**2 + keep[first] ** 2 - keep[second] ** 2) / (2 * apart)
    across = np.sqrt(np.maximum(keep[first] ** 2 - along**2, 0.0))
    unit = line / apart[:, None]
    turned = np.column_stack([-unit[:, 1], unit[:, 0]])
    middle = others[first] + unit * along[:, None]
    found: FloatArray = np.concatenate([middle + turned * across[:, None], middle - turned * across[:, None]])
    return found


def offsets(centre: Points, places: Points) -> FloatArray:
    """Metres east and north of a single place, exact to a millimetre within a kilometre."""
    apart: FloatArray = places.xy - centre.xy[0]
    if centre.geographic:
        apart = apart * _scale(centre, places.xy[:, 1])
    return apart


def moved(centre: Points, east_m: float, north_m: float) -> tuple[float, float]:
    """The place so many metres from a single one."""
    x, y = (float(value) for value in centre.xy[0])
    if not centre.geographic:
        return x + east_m, y + north_m
    north = y + north_m / float(_scale(centre, centre.xy[:, 1])[0, 1])
    return x + east_m / float(_scale(centre, np.array([north]))[0, 0]), north


def _scale(centre: Points, latitudes: NDArray[np.float64]) -> FloatArray:
    """Metres in a degree of longitude and of latitude, halfway between a place and others."""
    middle = np.radians((latitudes + centre.xy[0, 1]) / 2)
    bent = 1 - WGS84_E2 * np.sin(middle) ** 2
    east = WGS84_A * np.cos(middle) / np.sqrt(bent)
    scale: FloatArray = np.radians(np.column_stack([east, WGS84_A * (1 - WGS84_E2) / bent**1.5]))
    return scale
