"""Zones with a rule, from GeoJSON polygons in WGS 84."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from phoihop.base.sheets import SheetRefused
from phoihop.clauses.towers.reading import sayings
from phoihop.cores.towerplan.model import Zone, ZoneKind

LARGEST = 50 << 20  # bytes


def read_zones(path: Path) -> tuple[Zone, ...]:
    """The zones in the order of the file; of those that name a spacing, the first that holds a point counts.

    :raises SheetRefused: it is no GeoJSON of polygons with a code and a kind
    """
    from shapely.errors import ShapelyError  # noqa: PLC0415 - compiled code, only where zones are given

    refusal = SheetRefused(sayings.ZONES_WRONG, path=path.name)
    try:
        if path.stat().st_size > LARGEST:
            raise refusal
        found = json.loads(path.read_bytes())
        return tuple(_zone(feature) for feature in found["features"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError, ShapelyError) as problem:
        raise refusal from problem


def _zone(feature: dict[str, Any]) -> Zone:
    from shapely import from_geojson, make_valid  # noqa: PLC0415 - compiled code, as above

    if feature["geometry"]["type"] not in ("Polygon", "MultiPolygon"):
        raise ValueError(feature["geometry"]["type"])
    outline = from_geojson(json.dumps(feature["geometry"]))
    said = feature["properties"]
    return Zone(str(said["code"]), ZoneKind(said["kind"]), outline if outline.is_valid else make_valid(outline))
