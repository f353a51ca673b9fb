"""Vector tiles: hexagons with the number of masts in them from afar, the masts themselves from near.

A tile is made for one actor, from what ``kept_by`` gives; nothing of it is kept for anyone else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asinh, atan, degrees, pi, radians, sinh, tan
from typing import Any

from django.db.models import Count, F, Q

from phoihop.base.access import Actor
from phoihop.base.kept import kept
from phoihop.clauses.towers.cells import centre, outline, shift
from phoihop.clauses.towers.models.registry.masts import MastQuerySet
from phoihop.clauses.towers.queries.map.narrowing import Box, Narrow, kept_masts, within
from phoihop.clauses.towers.queries.map.tones import tones

EXTENT = 4096  # units of a tile's side, as the encoder takes for granted
DEEPEST = 14  # below it the browser enlarges tiles: a unit is then less than a metre
POINTS_FROM = 12  # zoom from which a crowd of masts is drawn one by one
POINTS_MOST = 4000  # in one tile; more are drawn as hexagons
RESOLUTIONS = {3: 2, 4: 3, 5: 3, 6: 4, 7: 5, 8: 5, 9: 6, 10: 7, 11: 7, 12: 8}  # of hexagons as wide as a thumb, by zoom
FAR = 6  # resolution of the hexagons that are counted once for every tile from afar
SMALL = ((2_000, 0), (20_000, 9))  # up to so many masts, points are drawn from this zoom on


def points_from(masts: int) -> int:
    """The zoom from which masts are drawn one by one: the fewer there are, the sooner."""
    return next((zoom for most, zoom in SMALL if masts <= most), POINTS_FROM)


def box_of(zoom: int, x: int, y: int) -> Box:
    """The rectangle of a tile of the Web Mercator pyramid: west, south, east, north in degrees."""
    side = 2**zoom

    def latitude(row: float) -> float:
        return degrees(atan(sinh(pi * (1 - 2 * row / side))))

    return x / side * 360 - 180, latitude(y + 1), (x + 1) / side * 360 - 180, latitude(y)


def tile(*, actor: Actor, zoom: int, x: int, y: int, by: Narrow, near: int) -> bytes:
    """One tile, as bytes in the Mapbox vector tile format; empty where there is nothing to see.

    :param near: the zoom from which masts are drawn one by one
    """
    box = box_of(zoom, x, y)
    layers = _points(actor, by, box) if zoom >= near else None
    if layers is None:
        layers = _hexagons(actor, by, box, zoom)
    return _encoded(layers) if layers else b""


def _hexagons(actor: Actor, by: Narrow, box: Box, zoom: int) -> dict[str, list[dict[str, Any]]]:
    """The hexagons that touch a tile, with their numbers; hexagons on its edge are whole in both tiles."""
    from shapely import Point, Polygon  # noqa: PLC0415 - compiled code, only where a map is drawn

    resolution = RESOLUTIONS[max(3, min(zoom, max(RESOLUTIONS)))]
    counted = _far(actor, by, resolution) if resolution <= FAR else _near(actor, by, box, zoom, resolution)
    sheet, cells, counts = _sheet(box), [], []
    for number, count in counted.items():
        ring = outline(number, resolution)
        if not _meets(ring, box):
            continue
        cells.append({"geometry": Polygon(sheet.at(*corner) for corner in ring), "properties": {"count": count}})
        middle = centre(number, resolution)
        if box[0] <= middle[0] < box[2] and box[1] <= middle[1] < box[3]:
            counts.append({"geometry": Point(sheet.at(*middle)), "properties": {"shown": _short(count)}})
    return {"cells": cells, "counts": counts} if cells else {}


def _far(actor: Actor, by: Narrow, resolution: int) -> Counter[int]:
    """The numbers of all hexagons; the database counts once, for this person, until something is done."""

    def count() -> list[tuple[int, int]]:
        return list(_by_cell(kept_masts(actor, by), FAR))

    counted: Counter[int] = Counter()
    for number, masts in kept(actor, f"towers.map.far {by}", count):
        counted[number >> (shift(resolution) - shift(FAR))] += masts
    return counted


def _near(actor: Actor, by: Narrow, box: Box, zoom: int, resolution: int) -> Counter[int]:
    """The numbers of the hexagons in and around a tile."""
    margin = 360 / 2**zoom / 2  # half a tile is wider than any hexagon at its zoom
    return Counter(dict(_by_cell(within(kept_masts(actor, by), _wider(box, margin)), resolution)))


def _by_cell(masts: MastQuerySet, resolution: int) -> Iterable[tuple[int, int]]:
    key = F("site__cell").bitrightshift(shift(resolution))
    return masts.order_by().values(key=key).annotate(count=Count("pk")).values_list("key", "count")


def _points(actor: Actor, by: Narrow, box: Box) -> dict[str, list[dict[str, Any]]] | None:
    """The masts in a tile; None where there are too many to tell them apart."""
    from shapely import Point  # noqa: PLC0415

    colour = tones(actor=actor)
    found = within(kept_masts(actor, by), _wider(box, (box[2] - box[0]) / 32))  # dots reach over the edge
    standing = Q(tenancies__until__isnull=True)
    rows = found.annotate(tenants=Count("tenancies__operator", filter=standing, distinct=True)).values_list(
        "pk", "site__longitude", "site__latitude", "site__code", "code", "height_m", "mast_class__code",
        "site__owner_id", "site__owner__short_name", "tenants",
    )  # fmt: skip
    sheet, points = _sheet(box), []
    for pk, lon, lat, site, code, height, kind, owner_id, owner, tenants in rows.order_by()[: POINTS_MOST + 1]:
        facts = {
            "id": str(pk), "name": f"{site}/{code}" if code else site, "class": kind, "height": float(height),
            "owner": owner, "tenants": tenants, "tone": colour.of(owner_id, tenants),
        }  # fmt: skip
        points.append({"geometry": Point(sheet.at(lon, lat)), "properties": facts})
    if len(points) > POINTS_MOST:
        return None
    return {"points": points} if points else {}


def _wider(box: Box, margin: float) -> Box:
    return box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin


def _meets(ring: tuple[tuple[float, float], ...], box: Box) -> bool:
    """Whether the rectangle around a ring touches another one."""
    lons, lats = zip(*ring, strict=True)
    across = min(lons) <= box[2] and max(lons) >= box[0]
    return bool(across and min(lats) <= box[3] and max(lats) >= box[1])


def _short(count: int) -> str:
    """A number that fits into a hexagon: 950, 1,2k, 12k."""
    if count < 1000:
        return str(count)
    return f"{count / 1000:.1f}k".replace(".", ",") if count < 10_000 else f"{round(count / 1000)}k"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tile's own flat units: Web Mercator, from its south-western corner."""

    west: float  # radians
    south: float
    wide: float
    tall: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """A place in the units of the tile."""
        across, up = radians(lon), asinh(tan(radians(lat)))
        return (across - self.west) / self.wide * EXTENT, (up - self.south) / self.tall * EXTENT


def _sheet(box: Box) -> Sheet:
    west, east = radians(box[0]), radians(box[2])
    south, north = asinh(tan(radians(box[1]))), asinh(tan(radians(box[3])))
    return Sheet(west, south, east - west, north - south)


def _encoded(layers: Mapping[str, list[dict[str, Any]]]) -> bytes:
    import mapbox_vector_tile  # noqa: PLC0415 - compiled code, only where a map is drawn

    written = mapbox_vector_tile.encode([{"name": name, "features": features} for name, features in layers.items()])
    return bytes(written)
