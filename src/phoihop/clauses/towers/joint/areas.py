"""The area that search rings have in common, exactly for the department and coarsely for the parties.

The exact common part would betray a partner's ring: from the curve of its edge one reckons its centre. Before all have
agreed to be named the parties see hexagons some 350 m wide instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import h3
import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon, mapping

from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.joint.plane import Ground

RESOLUTION = 9
QUARTER = 32  # segments of a quarter circle


def common_area(needs: Sequence[NeedFacts]) -> Any:
    """GeoJSON of the part that all rings share, WGS 84; None where they share none."""
    places = np.array([[one.longitude, one.latitude] for one in needs])
    ground = Ground(*(float(middle) for middle in places.mean(axis=0)))
    rings = [
        Point(*xy).buffer(one.radius_m, quad_segs=QUARTER) for xy, one in zip(ground.metres(places), needs, strict=True)
    ]
    common = shapely.intersection_all(rings)
    if common.is_empty:
        return None
    return mapping(shapely.transform(common, ground.degrees))


def ring(need: NeedFacts) -> Any:
    """GeoJSON of one search ring."""
    return common_area([need])


def coarse_cells(area: Any, longitude: float, latitude: float) -> list[str]:
    """The hexagon with the place in it, and those around it that touch the area: seven at most.

    The edge of a wide area would betray the rings however coarse it is drawn.

    :param area: GeoJSON of a polygon, or None
    """
    middle = h3.latlng_to_cell(latitude, longitude, RESOLUTION)
    if area is None:
        return [middle]
    touched = h3.h3shape_to_cells_experimental(h3.geo_to_h3shape(area), RESOLUTION, contain="overlap")
    return sorted({middle} | (set(touched) & set(h3.grid_disk(middle, 1))))


def cells_geojson(cells: Sequence[str]) -> Any:
    """GeoJSON of hexagons, one outline around each."""
    shapes = [Polygon([(lon, lat) for lat, lon in h3.cell_to_boundary(cell)]) for cell in cells]
    return mapping(MultiPolygon(shapes))


def cell_middle(cells: Sequence[str]) -> tuple[float, float]:
    """Latitude and longitude of the middle of some hexagons."""
    middles = np.array([h3.cell_to_latlng(cell) for cell in cells])
    latitude, longitude = middles.mean(axis=0)
    return float(latitude), float(longitude)


def cells_km2(cells: Sequence[str]) -> float:
    """Their area."""
    return float(sum(h3.cell_area(cell, unit="km^2") for cell in cells))
