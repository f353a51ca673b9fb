"""What zones say of a point, and the lines where what they say changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.model import ELSEWHERE, Zone, ZoneKind
from phoihop.cores.towerplan.planning.frame import FEWEST_M_A_RADIAN, SLACK_M
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points

LONGEST_EDGE_M = 500.0
"""Longer edges are cut, so that a straight line in degrees is one in the plane too, to a centimetre."""

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Zones:
    """All zones of one problem."""

    codes: tuple[str, ...]
    """Codes of the zones with a spacing; the last is ELSEWHERE."""
    spacing: tuple[Zone, ...]
    forbidden: tuple[Zone, ...]
    aesthetic: tuple[Zone, ...]

    @classmethod
    def of(cls, zones: Sequence[Zone]) -> Zones:
        """Sorted by what they do."""
        kinds = _by_kind(zones)
        spacing = kinds[ZoneKind.SPACING]
        codes = tuple(dict.fromkeys([*(zone.code for zone in spacing), ELSEWHERE]))
        return cls(codes, spacing, kinds[ZoneKind.FORBIDDEN], kinds[ZoneKind.AESTHETIC])

    def spacing_zone(self, points: Points) -> IntArray:
        """The position in ``codes`` of the zone whose spacing holds at each point."""
        result = np.full(len(points), self.codes.index(ELSEWHERE), dtype=np.int64)
        for zone in reversed(self.spacing):
            result[_inside(zone.shape, points)] = self.codes.index(zone.code)
        return result

    def closed(self, points: Points) -> tuple[Flags, Flags]:
        """Where no mast may stand, and where concealed ones alone may."""
        nothing, concealed = np.zeros(len(points), dtype=bool), np.zeros(len(points), dtype=bool)
        for zone in self.forbidden:
            nothing |= _inside(zone.shape, points)
        for zone in self.aesthetic:
            concealed |= _inside(zone.shape, points)
        return nothing, concealed

    def edges(self, geographic: bool) -> tuple[FloatArray, FloatArray]:
        """Straight pieces of lines a hair inside and outside every boundary: (starts, ends), each (n, 2)."""
        return _edges(self, geographic)


@lru_cache(maxsize=4)  # asked for with every round of spacing; the same zones, told apart by identity, have the same
def _edges(zones: Zones, geographic: bool) -> tuple[FloatArray, FloatArray]:
    shapes = [zone.shape for zone in (*zones.spacing, *zones.forbidden, *zones.aesthetic)]
    if not shapes:
        return np.zeros((0, 2)), np.zeros((0, 2))
    import shapely  # noqa: PLC0415

    hair = float(np.degrees(SLACK_M / FEWEST_M_A_RADIAN)) if geographic else SLACK_M
    longest = float(np.degrees(LONGEST_EDGE_M / FEWEST_M_A_RADIAN)) if geographic else LONGEST_EDGE_M
    lines = [shapely.buffer(shape, way, join_style="mitre").boundary for shape in shapes for way in (hair, -hair)]
    # The union puts a vertex wherever two lines cross.
    noded = shapely.segmentize(shapely.union_all(lines), longest)
    starts, ends = [], []
    for part in shapely.get_parts(noded):
        xy = shapely.get_coordinates(part)
        starts.append(xy[:-1])
        ends.append(xy[1:])
    return np.concatenate(starts), np.concatenate(ends)


def _by_kind(zones: Sequence[Zone]) -> dict[ZoneKind, tuple[Zone, ...]]:
    return {kind: tuple(zone for zone in zones if zone.kind == kind) for kind in ZoneKind}


def _inside(shape: Any, points: Points) -> Flags:
    import shapely  # noqa: PLC0415

    west, south, east, north = shape.bounds
    x, y = points.xy.T
    result: Flags = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    rows = np.flatnonzero(result)
    if len(rows):
        shapely.prepare(shape)
        result[rows] = shapely.intersects_xy(shape, x[rows], y[rows])
    return result
