"""Points of GeoJSON as rows: their properties, and ``longitude`` and ``latitude``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from phoihop.base.sheets import sayings
from phoihop.base.sheets.fields import Limits
from phoihop.base.sheets.grid import PIECE, Cell, Grid, Piece, Row
from phoihop.base.sheets.problems import SheetRefused

PLACE = ("longitude", "latitude")
HEADING_LINE = 0  # the rows are features 1, 2, 3 …


def geojson(data: bytes, limits: Limits) -> Grid:
    """A FeatureCollection of points."""
    found = _parsed(data)
    if not isinstance(found, dict) or not isinstance(found.get("features"), list):
        raise SheetRefused(sayings.NOT_GEOJSON)
    features = found["features"]
    if not features:
        raise SheetRefused(sayings.EMPTY)
    if len(features) > limits.rows:
        raise SheetRefused(sayings.TOO_MANY_ROWS, most=limits.rows)
    names: dict[str, None] = {}
    for feature in features:
        if not isinstance(feature, dict) or not isinstance(feature.get("properties") or {}, dict):
            raise SheetRefused(sayings.NOT_GEOJSON)
        names.update(dict.fromkeys(feature.get("properties") or {}))
    if not any("id" in feature for feature in features) or "id" in names:
        head = [name for name in names if name not in PLACE]
        own_id = False
    else:
        head, own_id = ["id", *(name for name in names if name not in PLACE)], True
    if len(head) > limits.columns:
        raise SheetRefused(sayings.TOO_MANY_COLUMNS, most=limits.columns)
    return Grid("geojson", lambda: _pieces(features, head, own_id), crs=_named_system(found.get("crs")))


def _named_system(crs: Any) -> str:
    named = crs.get("properties") if isinstance(crs, dict) else None
    return str(named.get("name", "")) if isinstance(named, dict) else ""


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data)
    except json.JSONDecodeError as problem:
        raise SheetRefused(sayings.JSON_BROKEN, problem.lineno) from problem
    except UnicodeDecodeError as problem:
        raise SheetRefused(sayings.NOT_TEXT) from problem
    except RecursionError as problem:
        raise SheetRefused(sayings.NOT_GEOJSON) from problem


def _pieces(features: list[dict[str, Any]], head: list[str], own_id: bool) -> Iterator[Piece]:
    yield Piece([HEADING_LINE], [[*head, *PLACE]])
    for first in range(0, len(features), PIECE):
        rows = [_row(feature, head, own_id) for feature in features[first : first + PIECE]]
        yield Piece(range(first + 1, first + 1 + len(rows)), rows)


def _row(feature: dict[str, Any], head: list[str], own_id: bool) -> Row:
    values = dict(feature.get("properties") or {})
    if own_id:
        values["id"] = feature.get("id")
    return [*(_cell(values.get(name)) for name in head), *_place(feature.get("geometry"))]


def _place(geometry: Any) -> tuple[Cell, Cell]:
    """The coordinates of a point; anything else has none, which the columns' being required will say."""
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return "", ""
    at = geometry.get("coordinates")
    if not isinstance(at, list) or len(at) < 2 or not all(isinstance(value, int | float) for value in at[:2]):
        return "", ""
    return float(at[0]), float(at[1])


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return json.dumps(value, ensure_ascii=False)
