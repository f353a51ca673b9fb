"""Where people live: an area with towns and roads, from which places are drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

METRES_PER_DEGREE = 111_320.0
MASTS_PER_KM2 = 0.36  # of an area that nobody gave: 120,000 on the area of Vietnam
MASTS_PER_TOWN = 60
IN_TOWNS, ON_ROADS = 0.62, 0.26
ZIPF = 0.8
TOWN_M = 900.0  # how fast a town of average size thins out
ROAD_M = 180.0  # how far from a road its masts stand
OUTSKIRTS = 2.5  # times the spread of a town: where four in five of its masts stand
CORNERS = 12
TRIES = 200


@dataclass(frozen=True, slots=True)
class Town:
    """A real town to begin from: longitude and latitude in degrees, and people."""

    longitude: float
    latitude: float
    people: int


class Ground:
    """Draws places in an area.

    :param area: a shapely Polygon or MultiPolygon in degrees of WGS 84; None for a square in metres
    :param towns: the towns; None invents them
    :param masts: how many masts the area carries, from which its size and its towns follow where they are not given
    """

    def __init__(self, area: Any, towns: Sequence[Town] | None, masts: int, rng: np.random.Generator) -> None:
        self.area, self.rng = area, rng
        self.geographic = area is not None
        side = math.sqrt(max(masts, 1) / MASTS_PER_KM2) * 1000
        self.box = tuple(area.bounds) if area is not None else (0.0, 0.0, side, side)
        if towns:
            self.towns = np.array([(town.longitude, town.latitude) for town in towns])
            weights = np.array([float(town.people) for town in towns])
        else:
            count = max(3, masts // MASTS_PER_TOWN)
            self.towns = self._anywhere(count)
            weights = 1.0 / np.arange(2, count + 2) ** ZIPF
        self.weights = weights / weights.sum()
        self.spread_m = TOWN_M * np.sqrt(self.weights * len(self.weights))
        self._roads()

    def draw(self, count: int) -> tuple[FloatArray, NDArray[np.bool_]]:
        """Places, shape (count, 2), and whether each lies in a town."""
        kind = self.rng.random(count)
        in_town = kind < IN_TOWNS
        on_road = ~in_town & (kind < IN_TOWNS + ON_ROADS)
        xy = np.empty((count, 2))
        anywhere = ~in_town & ~on_road
        xy[anywhere] = self._anywhere(int(anywhere.sum()))
        xy[in_town] = self._inside(int(in_town.sum()), self._in_towns)
        xy[on_road] = self._inside(int(on_road.sum()), self._on_roads)
        return xy, in_town

    def outskirts(self) -> Any:
        """Rings around the towns, which hold most of their masts."""
        import shapely  # noqa: PLC0415 - only where an outline is wanted

        turn = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
        ring = np.column_stack([np.cos(turn), np.sin(turn)])
        metres = (ring[None] * (OUTSKIRTS * self.spread_m)[:, None, None]).reshape(-1, 2)
        middles = np.repeat(self.towns, CORNERS, axis=0)
        corners = (middles + self._in_units(metres, middles)).reshape(len(self.towns), CORNERS, 2)
        towns = shapely.union_all(shapely.polygons(corners))
        return towns if towns.geom_type == "MultiPolygon" else shapely.multipolygons([towns])

    def beside(self, xy: FloatArray, nearest_m: float, furthest_m: float) -> FloatArray:
        """A place at a distance between two limits from each, in any direction; in the area where that can be."""
        moved = self._around(xy, nearest_m, furthest_m)
        for _ in range(5):
            outside = ~self._holds(moved)
            if not outside.any():
                break
            moved[outside] = self._around(xy[outside], nearest_m, furthest_m)
        return moved

    def _around(self, xy: FloatArray, nearest_m: float, furthest_m: float) -> FloatArray:
        far = np.sqrt(self.rng.uniform(nearest_m**2, furthest_m**2, len(xy)))
        turn = self.rng.uniform(0, 2 * np.pi, len(xy))
        return xy + self._in_units(np.column_stack([far * np.cos(turn), far * np.sin(turn)]), xy)

    def _in_units(self, metres: FloatArray, near: FloatArray) -> FloatArray:
        if not self.geographic:
            return metres
        shrink = np.cos(np.radians(near[:, 1]))
        return np.column_stack([metres[:, 0] / shrink, metres[:, 1]]) / METRES_PER_DEGREE

    def _anywhere(self, count: int) -> FloatArray:
        west, south, east, north = self.box
        return self._inside(count, lambda wanted: self.rng.uniform((west, south), (east, north), (wanted, 2)))

    def _in_towns(self, count: int) -> FloatArray:
        town = self.rng.choice(len(self.towns), count, p=self.weights)
        far = self.rng.gamma(1.6, self.spread_m[town])
        turn = self.rng.uniform(0, 2 * np.pi, count)
        middle = self.towns[town]
        return middle + self._in_units(np.column_stack([far * np.cos(turn), far * np.sin(turn)]), middle)

    def _on_roads(self, count: int) -> FloatArray:
        road = self.rng.choice(len(self.starts), count, p=self.road_weights)
        along = self.rng.random(count)[:, None]
        spot = self.starts[road] * (1 - along) + self.ends[road] * along
        return spot + self._in_units(self.rng.laplace(0, ROAD_M, (count, 2)), spot)

    def _roads(self) -> None:
        """Each town is joined to the next two along the curve, if there are as many."""
        order = np.argsort(_curve(self.towns, self.box))
        steps = [step for step in (1, 2) if len(order) > step]
        if not steps:
            order, steps = np.array([0, 0]), [1]
        self.starts = np.concatenate([self.towns[order[:-step]] for step in steps])
        self.ends = np.concatenate([self.towns[order[step:]] for step in steps])
        long = np.linalg.norm(self.ends - self.starts, axis=1) + 1e-9
        self.road_weights = long / long.sum()

    def _inside(self, count: int, draw: Any) -> FloatArray:
        """Places of a kind that lie in the area; those that fall outside are drawn again."""
        xy: FloatArray = draw(count)
        for _ in range(TRIES):
            outside = np.flatnonzero(~self._holds(xy))
            if not len(outside):
                return xy
            xy[outside] = draw(len(outside))
        west, south, east, north = self.box
        xy[outside] = np.clip(xy[outside], (west, south), (east, north))
        return xy

    def _holds(self, xy: FloatArray) -> NDArray[np.bool_]:
        west, south, east, north = self.box
        inside: NDArray[np.bool_] = (xy[:, 0] >= west) & (xy[:, 0] <= east) & (xy[:, 1] >= south) & (xy[:, 1] <= north)
        if self.area is not None:
            import shapely  # noqa: PLC0415 - only where an area was given

            shapely.prepare(self.area)
            inside[inside] = shapely.contains_xy(self.area, xy[inside, 0], xy[inside, 1])
        return inside


def _curve(xy: FloatArray, box: Sequence[float]) -> IntArray:
    """Places along a curve that fills the plane: the bits of both coordinates in turns."""
    west, south, east, north = box
    scaled = (xy - (west, south)) / (max(east - west, 1e-12), max(north - south, 1e-12))
    cells = np.clip(scaled * 1024, 0, 1023).astype(np.int64)
    code = np.zeros(len(xy), dtype=np.int64)
    for bit in range(10):
        code |= ((cells[:, 0] >> bit) & 1) << (2 * bit) | ((cells[:, 1] >> bit) & 1) << (2 * bit + 1)
    return code
