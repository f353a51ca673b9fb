"""The ring of a need as an area on the plane, and what zones and spacing leave of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
import shapely.ops
from pyproj import Transformer

from phoihop.cores.towerplan.ground import zones_meeting
from phoihop.cores.towerplan.model import ELSEWHERE, MastClass, Rules, Zone, ZoneKind
from phoihop.cores.towerplan.points import FloatArray, Points

SEGMENTS = 32
"""Of a quarter circle. Rings are drawn from within, spacing from outside: a place found free is free."""
OUTSIDE = 1 / math.cos(math.pi / (4 * SEGMENTS))
LEAST_M2 = 0.01
HAIR_M = 0.01
ALL = 1 - 1e-9
SHORT_DEGREES = 0.005


@dataclass(frozen=True, slots=True, eq=False)
class Left:
    """What remains of a ring for a class of mast, in shares of the ring."""

    zones: tuple[str, ...]
    masts: tuple[int, ...]
    forbidden_share: float
    spaced_share: float
    free_share: float
    place: tuple[float, float] | None

    @property
    def allowed(self) -> bool:
        """Whether zones leave anything."""
        return self.forbidden_share < ALL


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """The plane that touches the ground at the centre of a ring, in metres from there.

    :param zones: those of the rules that meet the ring, drawn on the plane
    :param others: masts as rows of metres east and north
    """

    ring: Any
    zones: tuple[Zone, ...]
    others: FloatArray
    least_m: FloatArray
    """What each of those masts keeps on its own account; 0: nothing."""
    back: Callable[[FloatArray], FloatArray]

    @classmethod
    def around(
        cls, centre: Points, radius_m: float, rules: Rules, others: Points, least_m: FloatArray | None = None
    ) -> Plane:
        """The plane of one ring.

        :param centre: a single place
        :param least_m: metres that each of the others keeps on its own account, where it does
        """
        there, back = _maps(centre)
        ring = shapely.Point(0, 0).buffer(radius_m, quad_segs=SEGMENTS)
        window = shapely.box(*shapely.transform(ring.buffer(radius_m), back).bounds)
        met = [(zone, zone.shape.intersection(window)) for zone in zones_meeting(rules, window)]
        drawn = [Zone(zone.code, zone.kind, _drawn(shape, there, centre)) for zone, shape in met]
        zones = tuple(zone for zone in drawn if zone.shape.intersects(ring))
        least = np.zeros(len(others)) if least_m is None else least_m
        return cls(ring, zones, there(others.xy) if len(others) else np.empty((0, 2)), least, back)

    def left_for(self, built: MastClass, rules: Rules) -> Left:
        """What zones and spacing leave of the ring for a class."""
        barred = [zone for zone in self.zones if _bars(zone, built)]
        allowed = self._zoned(built)
        free, masts = self._spaced(allowed, built, rules)
        place = None if free.area <= LEAST_M2 else free.representative_point()
        whole = self.ring.area
        return Left(
            tuple(zone.code for zone in barred),
            masts,
            1 - allowed.area / whole,
            (allowed.area - free.area) / whole,
            free.area / whole if place is not None else 0.0,
            None if place is None else self._named(place.x, place.y),
        )

    def nearest_place(self, built: MastClass, rules: Rules) -> tuple[float, float] | None:
        """The place nearest to the centre, a hair inside every boundary, where a class may stand; none: nowhere."""
        free, _ = self._spaced(self._zoned(built), built, rules)
        inner = free.buffer(-HAIR_M)
        if inner.is_empty:
            return None
        _, place = shapely.ops.nearest_points(shapely.Point(0, 0), inner)
        return self._named(place.x, place.y)

    def like(self, built: MastClass, rules: Rules) -> tuple[object, ...]:
        """What decides where a class may stand: classes that are alike here stand in the same places."""
        zones = {ELSEWHERE, *(zone.code for zone in self.zones if zone.kind is ZoneKind.SPACING)}
        barred = any(zone.kind is ZoneKind.AESTHETIC for zone in self.zones) and not built.concealed
        return barred, *(rules.spacing(built.code, zone) for zone in sorted(zones))

    def _zoned(self, built: MastClass) -> Any:
        """The part of the ring that zones leave."""
        return self.ring.difference(shapely.union_all([zone.shape for zone in self.zones if _bars(zone, built)]))

    def _named(self, x: float, y: float) -> tuple[float, float]:
        (found,) = self.back(np.array([[x, y]])).tolist()
        return float(found[0]), float(found[1])

    def _spaced(self, allowed: Any, built: MastClass, rules: Rules) -> tuple[Any, tuple[int, ...]]:
        """The part of the area that keeps the spacing, and the masts that take from it, nearest first.

        Once nothing is left, masts further away are not asked.
        """
        free, blocking, rest = [], set[int](), allowed
        for zone in (*(it for it in self.zones if it.kind is ZoneKind.SPACING), None):
            part = rest if zone is None else rest.intersection(zone.shape)
            rest = rest if zone is None else rest.difference(zone.shape)
            keep = rules.spacing(built.code, ELSEWHERE if zone is None else zone.code)
            left, taking = self._apart(part, np.maximum(keep, self.least_m))
            free.append(left)
            blocking |= taking
        return shapely.union_all(free), tuple(at for at in self.nearest if at in blocking)

    def _apart(self, part: Any, keep_m: FloatArray) -> tuple[Any, set[int]]:
        """What is left of an area outside the circles around the masts, and the masts that took of it."""
        taking: set[int] = set()
        for at in self.nearest:
            if part.is_empty:
                break
            if keep_m[at] > 0:
                disc = shapely.Point(self.others[at]).buffer(keep_m[at] * OUTSIDE, quad_segs=SEGMENTS)
                if disc.intersects(part):
                    part = part.difference(disc)
                    taking.add(at)
        return part, taking

    @property
    def nearest(self) -> list[int]:
        """The masts, nearest to the centre first."""
        order: list[int] = np.argsort(np.hypot(self.others[:, 0], self.others[:, 1]), kind="stable").tolist()
        return order


def _bars(zone: Zone, built: MastClass) -> bool:
    return zone.kind is ZoneKind.FORBIDDEN or (zone.kind is ZoneKind.AESTHETIC and not built.concealed)


def _drawn(shape: Any, there: Callable[[FloatArray], FloatArray], centre: Points) -> Any:
    """A shape on the plane; edges straight in degrees are bent there, so they are cut into short ones."""
    return shapely.transform(shapely.segmentize(shape, SHORT_DEGREES) if centre.geographic else shape, there)


def _maps(centre: Points) -> tuple[Callable[[FloatArray], FloatArray], Callable[[FloatArray], FloatArray]]:
    """From coordinates to metres on the plane, and back."""
    x, y = (float(value) for value in centre.xy[0])
    if not centre.geographic:
        offset = centre.xy[0]
        return (lambda xy: xy - offset), (lambda xy: xy + offset)
    plane = f"+proj=aeqd +lat_0={y!r} +lon_0={x!r} +ellps=WGS84 +units=m"
    there = Transformer.from_crs("EPSG:4326", plane, always_xy=True)

    def to_plane(xy: FloatArray) -> FloatArray:
        return np.column_stack(there.transform(xy[:, 0], xy[:, 1]))

    def to_degrees(xy: FloatArray) -> FloatArray:
        return np.column_stack(there.transform(xy[:, 0], xy[:, 1], direction="INVERSE"))

    return to_plane, to_degrees
