"""Where Vietnam is: its provinces as they were until 2025, which are those that projected systems were made for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phoihop.cores.viet import fold

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
BOX = (102.0, 7.0, 118.0, 23.6)  # west, south, east, north: with Hoàng Sa and Trường Sa
ARCHIPELAGOS = ((110.8, 15.5, 113.0, 17.3), (111.0, 6.5, 117.6, 12.2))
CELL = 0.02  # degrees, two kilometres
SHORE = 3  # cells that a coast is wide, the outlines are drawn this roughly
ISLAND = 6  # cells around an island that is drawn as a point
RENAMED = {"hue": "thua thien hue"}
OUTLINES = ("static/map/former-provinces.geojson", "static/map/provinces.geojson")


def in_box(lon: Floats, lat: Floats) -> Flags:
    """Whether each position lies in the rectangle around the country and its islands."""
    west, south, east, north = BOX
    inside: Flags = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    return inside


def near_land(lon: Floats, lat: Floats) -> Flags:
    """Whether each position lies on land, on an island, or a few kilometres off; none outside the rectangle does."""
    picture = _picture()
    height, width = picture.shape
    column = np.floor((lon - BOX[0]) / CELL).astype(np.int64)
    row = np.floor((lat - BOX[1]) / CELL).astype(np.int64)
    inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    found = np.zeros(len(lon), dtype=bool)
    found[inside] = picture[row[inside], column[inside]]
    for west, south, east, north in ARCHIPELAGOS:
        found |= (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    return found


def provinces() -> dict[str, Any]:
    """Shape of each province by its folded name without the word for its kind."""
    return {_key(feature["properties"]["name"]): _shape(feature) for feature in _features(OUTLINES[0])}


@lru_cache(maxsize=1)
def country() -> Any:
    """One shape of the whole land, from which invented networks are drawn."""
    import shapely  # noqa: PLC0415

    return shapely.union_all([shapely.make_valid(_shape(feature)) for feature in _features(OUTLINES[0])])


@lru_cache(maxsize=1)
def _picture() -> Flags:
    """The land as a picture of cells, south at the top, drawn a little too wide."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - compiled code, only where positions are looked at

    west, south, east, north = BOX
    image = Image.new("1", (round((east - west) / CELL), round((north - south) / CELL)))
    draw = ImageDraw.Draw(image)
    for feature in (feature for name in OUTLINES for feature in _features(name)):
        kind, at = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        if kind == "Point":
            _dot(draw, at)
        for polygon in at if kind == "MultiPolygon" else [at] if kind == "Polygon" else ():
            ring = [_cell(corner) for corner in polygon[0]]
            draw.polygon(ring, fill=1)
            draw.line(ring, fill=1, width=SHORE)
    return np.asarray(image, dtype=bool)


def _dot(draw: Any, at: Sequence[float]) -> None:
    x, y = _cell(at)
    draw.ellipse((x - ISLAND, y - ISLAND, x + ISLAND, y + ISLAND), fill=1)


def _cell(corner: Sequence[float]) -> tuple[float, float]:
    return (corner[0] - BOX[0]) / CELL, (corner[1] - BOX[1]) / CELL


def _features(name: str) -> list[dict[str, Any]]:
    text = resources.files("phoihop.base").joinpath(name).read_text(encoding="utf-8")
    features: list[dict[str, Any]] = json.loads(text)["features"]
    return features


def _shape(feature: dict[str, Any]) -> Any:
    from shapely.geometry import shape  # noqa: PLC0415

    return shape(feature["geometry"])


def _key(name: str) -> str:
    bare = fold(name).removeprefix("tinh ").removeprefix("thanh pho ").replace("-", " ")
    return RENAMED.get(bare, " ".join(bare.split()))
