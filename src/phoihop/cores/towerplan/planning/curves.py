"""Points where boundaries cross: rings, the spacing around what stands, and zones."""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.planning.frame import SLACK_M, Spots, crossings, deltas, moved
from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.near import near
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


def around_zones(ground: Ground, rows: IntArray) -> list[Points]:
    """Corners of zones in those rings, and where zones cross rings and spacing circles."""
    starts, ends = ground.zones.edges(ground.frame.geographic)
    if not len(starts):
        return []
    from shapely import STRtree, linestrings  # noqa: PLC0415

    scale = np.array([ground.frame.metres_east, ground.frame.metres_north])
    tree = STRtree(linestrings(np.stack([starts * scale, ends * scale], axis=1)))
    geographic = ground.frame.geographic
    rings, radius = ground.rings[rows], ground.needs.radius_m[rows] - SLACK_M
    parts = [_corners(ground, rings, radius, starts), _cut(tree, rings, radius, starts, ends, geographic)]
    values = spacings(ground)
    if values and len(ground.obstacles):
        close = np.unique(near(rings, radius + values[-1] + 2 * SLACK_M, ground.obstacles).items)
        for value in values:
            circles = np.full(len(close), value + SLACK_M)
            parts.append(_cut(tree, ground.obstacles[close], circles, starts, ends, geographic))
    return parts


def _corners(ground: Ground, rings: Spots, radius: FloatArray, starts: FloatArray) -> Points:
    corners = Points(np.unique(starts, axis=0), ground.frame.geographic)
    inside = np.unique(near(rings, radius, ground.frame.spots(corners)).items)
    return Points(corners.xy[inside], corners.geographic)


def _cut(
    tree: object, circles: Spots, radius: FloatArray, starts: FloatArray, ends: FloatArray, geographic: bool
) -> Points:
    """Where circles cross straight pieces."""
    from shapely import STRtree, box  # noqa: PLC0415

    assert isinstance(tree, STRtree)  # noqa: S101 (for the type)
    u, v = circles.uv.T
    reach = radius * 1.001 + 1.0
    circle, piece = tree.query(box(u - reach, v - reach, u + reach, v + reach))
    origin = circles[circle]
    ax, ay = deltas(origin, Points(starts[piece], geographic).metric)
    bx, by = deltas(origin, Points(ends[piece], geographic).metric)
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
