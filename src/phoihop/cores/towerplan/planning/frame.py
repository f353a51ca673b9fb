"""The ground as coordinates to search in, and the plane around a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from phoihop.cores.towerplan.points import WGS84_A, WGS84_E2, FloatArray, Points

SLACK_M = 0.01
"""Candidate points keep this from every boundary, so that rounding never puts one on its wrong side."""
FEWEST_M_A_RADIAN = 6.33e6
"""Below the smallest radius of curvature of the Earth."""
MEAN_RADIUS_M = 6.371e6


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """Places ready to be searched: ``at`` (n, 3) measures, ``uv`` (n, 2) never overstates a distance."""

    points: Points
    at: FloatArray
    uv: FloatArray

    def __len__(self) -> int:
        return len(self.at)

    def __getitem__(self, rows: Any) -> Spots:
        return Spots(Points(self.points.xy[rows], self.points.geographic), self.at[rows], self.uv[rows])


@dataclass(frozen=True, slots=True)
class Frame:
    """How coordinates become metres. ``metres_east`` and ``metres_north`` are lower bounds for one unit of ``xy``."""

    geographic: bool
    metres_east: float = 1.0
    metres_north: float = 1.0

    @classmethod
    def of(cls, *groups: Points) -> Frame:
        """The frame that fits all places given; all are in degrees or none is."""
        if not groups[0].geographic:
            return cls(geographic=False)
        farthest = max((float(np.abs(group.xy[:, 1]).max()) for group in groups if len(group)), default=0.0)
        north = np.radians(FEWEST_M_A_RADIAN)
        return cls(True, float(north * np.cos(np.radians(min(farthest + 0.5, 89.0)))), float(north))

    def spots(self, points: Points) -> Spots:
        """The places, ready to be searched."""
        return Spots(points, points.metric, points.xy * (self.metres_east, self.metres_north))


def _axes(points: Points) -> tuple[FloatArray, FloatArray, FloatArray]:
    lon, lat = np.radians(points.xy[:, 0]), np.radians(points.xy[:, 1])
    zero = np.zeros(len(points))
    east = np.column_stack([-np.sin(lon), np.cos(lon), zero])
    north = np.column_stack([-np.sin(lat) * np.cos(lon), -np.sin(lat) * np.sin(lon), np.cos(lat)])
    up = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    return east, north, up


def deltas(origin: Spots, at: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Metres east and north from each origin to its partner, on the plane that touches the ground at the origin."""
    apart = at - origin.at
    if not origin.points.geographic:
        return apart[:, 0], apart[:, 1]
    east, north, _ = _axes(origin.points)
    return np.einsum("ij,ij->i", apart, east), np.einsum("ij,ij->i", apart, north)


def moved(origin: Spots, east_m: FloatArray, north_m: FloatArray) -> Points:
    """The places so many metres east and north of their origins; exact to a millimetre within 10 km."""
    if not origin.points.geographic:
        return Points(origin.points.xy + np.column_stack([east_m, north_m]))
    east, north, up = _axes(origin.points)
    sunk = (east_m**2 + north_m**2) / (2 * MEAN_RADIUS_M)
    at = origin.at + east * east_m[:, None] + north * north_m[:, None] - up * sunk[:, None]
    return Points(_degrees(at), geographic=True)


def _degrees(at: FloatArray) -> FloatArray:
    """Longitude and latitude of Earth-centred places near the ground (Bowring 1976)."""
    minor = WGS84_A * np.sqrt(1 - WGS84_E2)
    flat = np.hypot(at[:, 0], at[:, 1])
    angle = np.arctan2(at[:, 2] * WGS84_A, flat * minor)
    above = at[:, 2] + WGS84_E2 / (1 - WGS84_E2) * minor * np.sin(angle) ** 3
    beside = flat - WGS84_E2 * WGS84_A * np.cos(angle) ** 3
    degrees: FloatArray = np.degrees(np.column_stack([np.arctan2(at[:, 1], at[:, 0]), np.arctan2(above, beside)]))
    return degrees


def crossings(a: Spots, a_radius: FloatArray, b: Spots, b_radius: FloatArray) -> Points:
    """Where circles around ``a`` cross those around ``b``, pair by pair: two points for each pair that crosses."""
    east, north = deltas(a, b.at)
    apart = np.hypot(east, north)
    meet = (apart < a_radius + b_radius) & (apart > np.abs(a_radius - b_radius)) & (apart > 0)
    east, north, apart, a_radius, b_radius = (x[meet] for x in (east, north, apart, a_radius, b_radius))
    along = (apart**2 + a_radius**2 - b_radius**2) / (2 * apart)
    across = np.sqrt(np.maximum(a_radius**2 - along**2, 0.0))
    east, north = east / apart, north / apart
    origin = a[meet]
    first = moved(origin, along * east - across * north, along * north + across * east)
    second = moved(origin, along * east + across * north, along * north - across * east)
    return Points(np.concatenate([first.xy, second.xy]), first.geographic)
