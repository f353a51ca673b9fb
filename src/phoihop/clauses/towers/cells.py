"""Hexagons: the fixed grid over the country in which masts are counted and positions are rounded.

The grid is H3's. A site keeps the number of its small hexagon; the number of every larger one around it follows from
that by shifting bits, also in the database. A larger hexagon is the sum of its small ones: its edge is a little rough.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians

KEPT = 9  # resolution of the hexagon that a site keeps: edges of about 200 m
ASKED = 7  # of the areas that rivals ask for: about 5.2 km²
ROUNDED = 8  # of a position that is told before an agreement: about 0.7 km²
FINEST = 15
DIGIT_BITS = 3
RESOLUTION_BIT = 52
METRES_A_DEGREE = 111_195.0  # on a sphere of the earth's mean radius; near enough over a few kilometres


def cell_of(latitude: float, longitude: float) -> int:
    """The small hexagon of a position.

    >>> cell_of(20.94, 106.33) == cell_of(20.9401, 106.3301)
    True
    """
    import h3  # noqa: PLC0415 - compiled code, only where a position comes

    return int(h3.str_to_int(h3.latlng_to_cell(latitude, longitude, KEPT)))


def shift(resolution: int) -> int:
    """By how many bits to shift a cell's number to get the key of its hexagon at ``resolution``."""
    return DIGIT_BITS * (FINEST - resolution)


def key_of(cell: int, resolution: int) -> int:
    """The key of the hexagon at ``resolution`` around a small one."""
    return cell >> shift(resolution)


def name_of(key: int, resolution: int) -> str:
    """H3's own name of a hexagon, from its key."""
    import h3  # noqa: PLC0415

    bits = shift(resolution)
    number = (key << bits) | ((1 << bits) - 1)
    cleared = number & ~(0xF << RESOLUTION_BIT)
    return str(h3.int_to_str(cleared | (resolution << RESOLUTION_BIT)))


def key_of_name(name: str, resolution: int) -> int:
    """The key of a hexagon that H3 names."""
    import h3  # noqa: PLC0415

    number = int(h3.str_to_int(name))
    kept = (number & ~(0xF << RESOLUTION_BIT)) | (KEPT << RESOLUTION_BIT)
    return kept >> shift(resolution)


@lru_cache(maxsize=20_000)
def outline(key: int, resolution: int) -> tuple[tuple[float, float], ...]:
    """The corners of a hexagon as longitude and latitude in degrees, the first one again at the end."""
    import h3  # noqa: PLC0415

    corners = [(round(lon, 6), round(lat, 6)) for lat, lon in h3.cell_to_boundary(name_of(key, resolution))]
    return (*corners, corners[0])


def centre(key: int, resolution: int) -> tuple[float, float]:
    """The middle of a hexagon: longitude and latitude in degrees."""
    import h3  # noqa: PLC0415

    latitude, longitude = h3.cell_to_latlng(name_of(key, resolution))
    return longitude, latitude


def area_km2(keys: list[int], resolution: int) -> float:
    """The area of some hexagons together, in km²."""
    import h3  # noqa: PLC0415

    return sum(float(h3.cell_area(name_of(key, resolution), unit="km^2")) for key in keys)


def cells_around(latitude: float, longitude: float, radius_m: float, resolution: int = ASKED) -> list[int]:
    """The keys of every hexagon that a circle touches, in order.

    :param radius_m: metres
    """
    import h3  # noqa: PLC0415
    from shapely import Point, Polygon  # noqa: PLC0415

    def flat(lon: float, lat: float) -> tuple[float, float]:
        return (lon - longitude) * METRES_A_DEGREE * cos(radians(latitude)), (lat - latitude) * METRES_A_DEGREE

    middle = h3.latlng_to_cell(latitude, longitude, resolution)
    rings = int(radius_m / h3.average_hexagon_edge_length(resolution, unit="m")) + 1
    reach = Point(0, 0).buffer(max(radius_m, 1.0), quad_segs=32)
    keys = (key_of_name(name, resolution) for name in h3.grid_disk(middle, rings))
    return sorted(key for key in keys if Polygon(flat(*at) for at in outline(key, resolution)).intersects(reach))
