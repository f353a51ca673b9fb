"""Which administrative unit a position lies in, and whether two positions are near one another."""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from phoihop.people.models import AdminUnit

EARTH_M = 6_371_008.8  # mean radius; the error of the sphere is under half a percent, enough to call two places near
VIETNAM = (7.0, 23.5, 102.0, 118.0)  # south, north, west, east: with Hoàng Sa and Trường Sa


def distance_m(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The distance of two positions in metres, on a sphere.

    >>> round(distance_m(20.94, 106.33, 20.941, 106.33))
    111
    """
    north, east = radians(other_latitude - latitude), radians(other_longitude - longitude)
    half = sin(north / 2) ** 2 + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(half)))


def in_vietnam(latitude: float, longitude: float) -> bool:
    """Whether a position lies in the rectangle around the country and its islands."""
    south, north, west, east = VIETNAM
    return south <= latitude <= north and west <= longitude <= east


def unit_around(units: Iterable[AdminUnit], latitude: float, longitude: float) -> AdminUnit | None:
    """The unit whose outline holds a position.

    :param units: those whose bounding box holds it
    """
    from shapely import MultiPolygon, Point, Polygon  # noqa: PLC0415 - compiled code, only where a position comes

    point = Point(longitude, latitude)
    for unit in units:
        outline = MultiPolygon([Polygon(rings[0], rings[1:]) for rings in unit.outline])
        if outline.intersects(point):
            return unit
    return None


class UnitFinder:
    """Finds the units of many positions: outlines are prepared once."""

    def __init__(self, units: Iterable[AdminUnit]) -> None:
        from shapely import MultiPolygon, Polygon, STRtree  # noqa: PLC0415

        self.units = [unit for unit in units if unit.outline]
        shapes = [MultiPolygon([Polygon(rings[0], rings[1:]) for rings in unit.outline]) for unit in self.units]
        self.tree = STRtree(shapes)

    def at(self, latitude: float, longitude: float) -> AdminUnit | None:
        """The unit in which a position lies."""
        from shapely import Point  # noqa: PLC0415

        found = self.tree.query(Point(longitude, latitude), predicate="intersects")
        return self.units[int(found[0])] if len(found) else None
