"""The map of a plan as a picture, quick also for a hundred thousand masts."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phoihop.clauses.towers.writing.rows import PlanRows
from phoihop.cores.towerplan.model import Choice
from phoihop.cores.towerplan.points import FloatArray

Pixels = NDArray[np.uint8]
Colour = tuple[int, int, int]
SEA, LAND, BORDER, PAPER = (226, 236, 243), (250, 248, 243), (196, 190, 178), (250, 248, 243)
MAST: Colour = (150, 158, 166)
# Told apart by people who do not see all colours, and by their shapes.
MARKS: dict[str, tuple[Colour, str]] = {
    "rent": ((0, 158, 115), "disc"),
    "alone": ((230, 140, 0), "square"),
    "join": ((0, 90, 178), "diamond"),
    "none": ((190, 30, 45), "cross"),
}
ORDER = {"rent": Choice.RENT, "alone": Choice.ALONE, "join": Choice.JOIN, "none": Choice.NONE}
SUPER = 2  # drawn twice as large and then reduced, for smooth edges
MARGIN = 0.05
LEAST_DEGREES = 0.02
DISTRICTS_BELOW = 2.5  # degrees across: more of the country is drawn with provinces alone
METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True, slots=True)
class Map:
    """A picture with its measures."""

    png: bytes
    width_px: int
    height_px: int
    metres_per_px: float
    degrees_high: float


class Canvas:
    """A picture of an area of degrees."""

    def __init__(self, west: float, south: float, east: float, north: float, box_px: tuple[int, int]) -> None:
        self.shrink = math.cos(math.radians((south + north) / 2))
        wide, high = (east - west) * self.shrink, north - south
        scale = min(box_px[0] / wide, box_px[1] / high) * SUPER
        self.scale, self.west, self.north = scale, west, north
        self.size = (round(wide * scale), round(high * scale))
        self.box = (west, south, east, north)

    def at(self, xy: FloatArray) -> FloatArray:
        """Columns and rows of places, as fractions of pixels."""
        x = (xy[:, 0] - self.west) * self.shrink * self.scale
        return np.column_stack([x, (self.north - xy[:, 1]) * self.scale])


def draw_map(rows: PlanRows, box_px: tuple[int, int]) -> Map:
    """Masts as grey dots, needs where they go: rented, joined, alone or left without."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - compiled code, only where a map is wanted

    canvas = Canvas(*_bounds(rows), box_px)
    image = Image.new("RGB", canvas.size, PAPER)
    draw = ImageDraw.Draw(image)
    _ground(draw, canvas)
    _joins(draw, canvas, rows)
    pixels = np.array(image)
    crowd = len(rows.masts) + len(rows.needs)
    radius = SUPER * (1 if crowd > 20_000 else 2 if crowd > 2000 else 3)
    _stamp(pixels, canvas.at(rows.masts.points.xy), "disc", max(radius - SUPER // 2, 1), MAST)
    mark = SUPER * (
        1 if len(rows.needs) > 10_000 else 2 if len(rows.needs) > 2000 else 4 if len(rows.needs) > 200 else 6
    )
    places = np.where(np.isfinite(rows.spots), rows.spots, rows.needs.points.xy)
    for name, (colour, shape) in MARKS.items():
        chosen = canvas.at(places[rows.plan.choice == ORDER[name]])
        _stamp(pixels, chosen, shape, mark + SUPER, (255, 255, 255))
        _stamp(pixels, chosen, shape, mark, colour)
    small = Image.fromarray(pixels).reduce(SUPER)
    per_px = METRES_PER_DEGREE / canvas.scale * SUPER
    return Map(_png(small), small.width, small.height, per_px, canvas.box[3] - canvas.box[1])


def mark_png(name: str) -> bytes:
    """One mark of the legend."""
    from PIL import Image  # noqa: PLC0415

    pixels = np.full((64, 64, 3), 255, dtype=np.uint8)
    colour, shape = MARKS.get(name, (MAST, "disc"))
    _stamp(pixels, np.array([[32.0, 32.0]]), shape, 14 if name in MARKS else 9, colour)
    return _png(Image.fromarray(pixels).reduce(SUPER))


def _bounds(rows: PlanRows) -> tuple[float, float, float, float]:
    xy = np.concatenate([rows.masts.points.xy, rows.needs.points.xy])
    (west, south), (east, north) = xy.min(axis=0), xy.max(axis=0)
    margin_x = max((east - west) * MARGIN, LEAST_DEGREES)
    margin_y = max((north - south) * MARGIN, LEAST_DEGREES)
    return float(west - margin_x), float(south - margin_y), float(east + margin_x), float(north + margin_y)


def _ground(draw: Any, canvas: Canvas) -> None:
    west, south, east, north = canvas.box
    shapes = [ring for ring in _rings("provinces") if _meets(ring, canvas.box)]
    if not shapes:
        return
    draw.rectangle((0, 0, *canvas.size), fill=SEA)
    for ring in shapes:
        draw.polygon([tuple(at) for at in canvas.at(ring).tolist()], fill=LAND)
    if max(east - west, north - south) < DISTRICTS_BELOW:
        for ring in (ring for ring in _rings("districts") if _meets(ring, canvas.box)):
            _line(draw, canvas, ring, SUPER // 2 or 1)
    for ring in shapes:
        _line(draw, canvas, ring, SUPER)


def _line(draw: Any, canvas: Canvas, ring: FloatArray, width: int) -> None:
    draw.line([tuple(at) for at in canvas.at(ring).tolist()], fill=BORDER, width=width)


def _rings(name: str) -> Iterator[FloatArray]:
    text = resources.files("phoihop.base").joinpath(f"static/map/{name}.geojson").read_text(encoding="utf-8")
    for feature in json.loads(text)["features"]:
        kind, at = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        if feature["properties"]["kind"].startswith("archipelago"):
            continue
        for polygon in at if kind == "MultiPolygon" else [at] if kind == "Polygon" else ():
            yield np.array(polygon[0], dtype=np.float64)


def _meets(ring: FloatArray, box: Sequence[float]) -> bool:
    west, south, east, north = box
    (left, low), (right, high) = ring.min(axis=0), ring.max(axis=0)
    return bool(left <= east and right >= west and low <= north and high >= south)


def _joins(draw: Any, canvas: Canvas, rows: PlanRows) -> None:
    """Thin lines from needs to the mast that they build together."""
    joined = rows.plan.choice == Choice.JOIN
    starts, ends = canvas.at(rows.needs.points.xy[joined]), canvas.at(rows.spots[joined])
    for (x, y), (to_x, to_y) in zip(starts.tolist(), ends.tolist(), strict=True):
        draw.line((x, y, to_x, to_y), fill=MARKS["join"][0], width=1)


def _stamp(pixels: Pixels, places: FloatArray, shape: str, radius: int, colour: Colour) -> None:
    """Set the pixels of a shape around each place."""
    height, width, _ = pixels.shape
    middle = np.round(places).astype(np.int64)
    for down, right in _offsets(shape, radius):
        column, row = middle[:, 0] + right, middle[:, 1] + down
        inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
        pixels[row[inside], column[inside]] = colour


def _offsets(shape: str, radius: int) -> list[tuple[int, int]]:
    reach = range(-radius, radius + 1)
    thick = max(1, radius // 3)
    tests = {
        "disc": lambda y, x: x * x + y * y <= radius * radius,
        "square": lambda y, x: max(abs(x), abs(y)) <= radius * 0.85,
        "diamond": lambda y, x: abs(x) + abs(y) <= radius * 1.2,
        "cross": lambda y, x: min(abs(x - y), abs(x + y)) <= thick,
    }
    return [(y, x) for y in reach for x in reach if tests[shape](y, x)]


def _png(image: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, format="PNG", compress_level=4)
    return out.getvalue()
