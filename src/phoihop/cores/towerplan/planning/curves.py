"""Points where boundaries cross: rings, the spacing around what stands, and zones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from phoihop.cores.towerplan.planning.frame import SLACK_M, Frame, Spots, crossings, deltas, moved
from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.near import near
from phoihop.cores.towerplan.planning.zones import Zones
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points

COMPASS = 8


def joined(parts: list[Points], geographic: bool) -> Points:
    """All places of several lists."""
    return Points(np.concatenate([np.zeros((0, 2)), *(part.xy for part in parts)]), geographic)


def spacings(ground: Ground) -> list[float]:
    """The spacings above nothing that any class keeps in any zone, ascending."""
    found = {
        ground.rules.spacing(entry.code, zone) for entry in ground.costs.classes for zone in ground.zones.codes
    }  # fmt: skip
    return sorted(value for value in found if value > 0)


def ring_pairs(ground: Ground, rows: IntArray, strangers: bool) -> Points:
    """Where two rings cross; only rings of different operators where ``strangers``."""
    rings, radius = ground.rings[rows], ground.needs.radius_m[rows]
    found = near(rings, radius, rings, radius)
    first, second = found.rows, found.items
    keep = first < second
    if strangers:
        operator = ground.needs.operator[rows]
        keep &= operator[first] != operator[second]
    first, second = first[keep], second[keep]
    return crossings(rings[first], radius[first] - SLACK_M, rings[second], radius[second] - SLACK_M)


def compass(ground: Ground, rows: IntArray) -> Points:
    """Points on each ring, north first."""
    angle = np.tile(np.arange(COMPASS) * (2 * np.pi / COMPASS), len(rows))
    rings = ground.rings[np.repeat(rows, COMPASS)]
    radius = np.repeat(ground.needs.radius_m[rows] - SLACK_M, COMPASS)
    return moved(rings, radius * np.sin(angle), radius * np.cos(angle))


def around_obstacles(ground: Ground, rows: IntArray) -> list[Points]:
    """Where spacing circles cross rings, and each other near those rings."""
    values = spacings(ground)
    rings, radius = ground.rings[rows], ground.needs.radius_m[rows] - SLACK_M
    if not values or not len(ground.obstacles):
        return []
    found = near(rings, radius + values[-1] + 2 * SLACK_M, ground.obstacles)
    ring, obstacle = found.rows, found.items
    parts = [
        crossings(rings[ring], radius[ring], ground.obstacles[obstacle], np.full(len(ring), value + SLACK_M))
        for value in values
    ]
    close = ground.obstacles[np.unique(obstacle)]
    pairs = near(close, np.full(len(close), 2 * values[-1] + 2 * SLACK_M), close)
    first, second = pairs.rows, pairs.items
    for a in values:
        for b in values:
            keep = first < second if a <= b else first > second
            one, two = close[first[keep]], close[second[keep]]
            size = int(keep.sum())
            parts.append(crossings(one, np.full(size, a + SLACK_M), two, np.full(size, b + SLACK_M)))
    return parts


@dataclass(frozen=True, slots=True, eq=False)
class _Lines:
    """The lines of all zones, ready to be searched."""

    tree: Any
    starts: FloatArray
    ends: FloatArray
    corners: Spots


@lru_cache(maxsize=4)  # asked for with every round of spacing; the same zones, told apart by identity, have the same
def _lines(zones: Zones, frame: Frame) -> _Lines | None:
    starts, ends = zones.edges(frame.geographic)
    if not len(starts):
        return None
    from shapely import STRtree, linestrings  # noqa: PLC0415

    scale = np.array([frame.metres_east, frame.metres_north])
    tree = STRtree(linestrings(np.stack([starts * scale, ends * scale], axis=1)))
    return _Lines(tree, starts, ends, frame.spots(Points(np.unique(starts, axis=0), frame.geographic)))


def around_zones(ground: Ground, rows: IntArray) -> list[Points]:
    """Corners of zones in those rings, and where zones cross rings and spacing circles."""
    lines = _lines(ground.zones, ground.frame)
    if lines is None:
        return []
    rings, radius = ground.rings[rows], ground.needs.radius_m[rows] - SLACK_M
    inside = np.unique(near(rings, radius, lines.corners).items)
    parts = [lines.corners[inside].points, _cut(lines, rings, radius)]
    values = spacings(ground)
    if values and len(ground.obstacles):
        close = np.unique(near(rings, radius + values[-1] + 2 * SLACK_M, ground.obstacles).items)
        parts += [_cut(lines, ground.obstacles[close], np.full(len(close), value + SLACK_M)) for value in values]
    return parts


def _cut(lines: _Lines, circles: Spots, radius: FloatArray) -> Points:
    """Where circles cross straight pieces."""
    from shapely import box  # noqa: PLC0415

    geographic = circles.points.geographic
    u, v = circles.uv.T
    reach = radius * 1.001 + 1.0
    circle, piece = lines.tree.query(box(u - reach, v - reach, u + reach, v + reach))
    origin = circles[circle]
    ax, ay = deltas(origin, Points(lines.starts[piece], geographic).metric)
    bx, by = deltas(origin, Points(lines.ends[piece], geographic).metric)
    dx, dy = bx - ax, by - ay
    a = dx**2 + dy**2
    b = ax * dx + ay * dy
    c = ax**2 + ay**2 - radius[circle] ** 2
    root = b**2 - a * c
    with np.errstate(invalid="ignore", divide="ignore"):
        found = []
        for sign in (-1.0, 1.0):
            along = (-b + sign * np.sqrt(root)) / a
            hit = (root >= 0) & (a > 0) & (along >= -1e-9) & (along <= 1 + 1e-9)
            found.append(moved(origin[hit], (ax + along * dx)[hit], (ay + along * dy)[hit]))
    return joined(found, geographic)
