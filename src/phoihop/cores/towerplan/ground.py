"""Distances, zones and money worked out anew, by other ways than the planner's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from pyproj import Geod

from phoihop.cores.towerplan.model import ANY, ELSEWHERE, Costs, MastClass, Rules, Zone, ZoneKind
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points

ELLIPSOID = Geod(ellps="WGS84")
METRES_A_DEGREE = 110_000.0
"""Fewer than a degree of latitude has anywhere."""
SLACK_M = 0.001
SLACK = 3e-6
"""Straight lines through the ground are shorter than those along it by this share at 50 km."""
WIND_SLACK_M2 = 0.0006
"""A tenant: wind areas are given to the square decimetre, and planned to a tenth of one."""


def slack_m(limit_m: float) -> float:
    """By how much a distance may miss its limit."""
    return SLACK_M + SLACK * limit_m


def metres(a: Points, b: Points) -> FloatArray:
    """Along the ground, pair by pair; by the geodesic where the places are in degrees."""
    if not a.geographic:
        return np.hypot(a.xy[:, 0] - b.xy[:, 0], a.xy[:, 1] - b.xy[:, 1])
    _, _, found = ELLIPSOID.inv(a.xy[:, 0], a.xy[:, 1], b.xy[:, 0], b.xy[:, 1])
    return np.asarray(found, dtype=np.float64)


def near(places: Points, others: Points, within_m: FloatArray) -> tuple[IntArray, IntArray]:
    """Pairs (place, other) at most that far apart, and some that are further.

    :param within_m: one a place
    """
    if not len(places) or not len(others):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    east = north = within_m + 1.0
    if places.geographic:
        north = north / METRES_A_DEGREE
        east = north / np.maximum(np.cos(np.radians(np.abs(places.xy[:, 1]) + 1.0)), 0.01)
    x, y = places.xy[:, 0], places.xy[:, 1]
    if len(places) == 1:
        inside = (np.abs(others.xy[:, 0] - x) <= east) & (np.abs(others.xy[:, 1] - y) <= north)
        found_there = np.flatnonzero(inside).astype(np.int64)
        return np.zeros(len(found_there), dtype=np.int64), found_there
    boxes = shapely.box(x - east, y - north, x + east, y + north)
    found = shapely.STRtree(shapely.points(others.xy)).query(boxes, predicate="intersects")
    return found[0].astype(np.int64), found[1].astype(np.int64)


def zones_at(rules: Rules, x: float, y: float) -> list[Zone]:
    """The zones that hold a point, their boundaries with them, in the order of the rules."""
    return zones_meeting(rules, shapely.Point(x, y))


def zones_meeting(rules: Rules, shape: Any) -> list[Zone]:
    """The zones that a shape meets, in the order of the rules."""
    if not rules.zones:
        return []
    return [rules.zones[at] for at in sorted(_tree(rules).query(shape, predicate="intersects").tolist())]


@lru_cache(maxsize=4)
def _tree(rules: Rules) -> Any:
    return shapely.STRtree([zone.shape for zone in rules.zones])


def zones_of(rules: Rules, points: Points) -> list[list[Zone]]:
    """The zones that hold each point, in the order of the rules."""
    held: list[list[Zone]] = [[] for _ in range(len(points))]
    if rules.zones and held:
        rows, zones = _tree(rules).query(shapely.points(points.xy), predicate="intersects")
        for zone, row in sorted(zip(zones.tolist(), rows.tolist(), strict=True)):
            held[row].append(rules.zones[zone])
    return held


def spacing_in(rules: Rules, class_code: str, zones: Sequence[Zone]) -> float:
    """Metres that a new mast of the class keeps where these zones hold, in the order of the rules."""
    named = next((zone.code for zone in zones if zone.kind is ZoneKind.SPACING), ELSEWHERE)
    for class_key in (class_code, ANY):
        for zone_key in (named, ANY):
            if (class_key, zone_key) in rules.spacing_m:
                return float(rules.spacing_m[class_key, zone_key])
    return 0.0


def spacing_at(rules: Rules, class_code: str, x: float, y: float) -> float:
    """Metres that a new mast of the class keeps at a place."""
    return spacing_in(rules, class_code, zones_at(rules, x, y))


def band_of(height_m: float, band_m: float) -> int:
    """The band of a height, a hair under a boundary counting as on it."""
    whole = round(height_m / band_m)
    return whole if math.isclose(height_m, whole * band_m, abs_tol=1e-9 * band_m) else int(height_m // band_m)


def rent_dong(rent_vnd: float, rules: Rules) -> Fraction:
    """A yearly rent, paid at the end of each year, worth today: the sum of rent / (1 + d)^year, without rounding."""
    return Fraction(rent_vnd) * _worth(rules.years, rules.discount)


@lru_cache(maxsize=32)
def _worth(years: int, discount: float) -> Fraction:
    year = 1 / (1 + Fraction(str(discount)))
    return sum((year**count for count in range(1, years + 1)), Fraction(0))


def is_rounded(units: int, dong: Fraction, unit_vnd: int) -> bool:
    """Whether the units are the amount rounded; a tie may go either way."""
    return abs(Fraction(units) * unit_vnd - dong) <= Fraction(unit_vnd, 2) * (1 + Fraction(1, 10**6))


def class_named(costs: Costs, code: str) -> MastClass | None:
    """The class of a code, if there is one."""
    return next((entry for entry in costs.classes if entry.code == code), None)
