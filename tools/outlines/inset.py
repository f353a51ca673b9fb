"""The whole country as a small picture, for the corner of a map of one province and for paper."""

from __future__ import annotations

from collections.abc import Sequence

from shapely import box
from shapely.geometry import shape
from shapely.ops import unary_union

from tools.outlines.islands import Feature

WEST, NORTH, EAST, SOUTH = 101.5, 23.8, 115.6, 7.2  # degrees
SCALE = 12  # units of the picture a degree
NAMES = (  # the middle of the first line, in degrees, and the lines
    (111.9, 14.8, ("Quần đảo", "Hoàng Sa", "(Đà Nẵng)")),
    (111.4, 11.6, ("Quần đảo", "Trường Sa", "(Khánh Hòa)")),
)


def inset(features: Sequence[Feature]) -> str:
    """An SVG of the land, the islands as points, and the names of the archipelagos."""
    land = unary_union(
        [shape(row["geometry"]).buffer(0) for row in features if row["properties"]["kind"] == "province"]
    )
    drawn = land.simplify(0.03).intersection(box(WEST, SOUTH, EAST, NORTH))
    rings = [part.exterior.coords for part in getattr(drawn, "geoms", [drawn]) if part.area > 1e-3]
    path = "".join(f"M{' '.join(_place(*at) for at in ring[:-1])}Z" for ring in rings)
    dots = "".join(_dot(*row["geometry"]["coordinates"]) for row in features if row["properties"]["kind"] == "island")
    names = "".join(_name(*row) for row in NAMES)
    width, height = (EAST - WEST) * SCALE, (NORTH - SOUTH) * SCALE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" font-family="sans-serif"'
        f' font-size="10" text-anchor="middle"><rect width="100%" height="100%" fill="#e8f1f7"/>'
        f'<path d="{path}" fill="#f7f3e8" stroke="#6b7a89" stroke-width="0.7"/>'
        f'<g fill="#6b4a1f">{dots}</g><g fill="#1c2b39">{names}</g></svg>\n'
    )


def _place(lon: float, lat: float) -> str:
    return f"{(lon - WEST) * SCALE:.1f},{(NORTH - lat) * SCALE:.1f}"


def _dot(lon: float, lat: float) -> str:
    return f'<circle cx="{(lon - WEST) * SCALE:.1f}" cy="{(NORTH - lat) * SCALE:.1f}" r="1.1"/>'


def _name(lon: float, lat: float, lines: Sequence[str]) -> str:
    across, down = (lon - WEST) * SCALE, (NORTH - lat) * SCALE
    return "".join(f'<text x="{across:.0f}" y="{down + 11 * row:.0f}">{text}</text>' for row, text in enumerate(lines))
