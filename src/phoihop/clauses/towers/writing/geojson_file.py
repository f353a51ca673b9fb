"""A plan as GeoJSON: masts that are used or built, needs, and lines between them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from phoihop.clauses.towers.writing.rows import PlanRows
from phoihop.cores.towerplan.model import Choice

PLACES = 7
_text = json.JSONEncoder(ensure_ascii=False).encode


def write_geojson(path: Path, rows: PlanRows) -> None:
    """A FeatureCollection, a feature a line, so that it can be compared; positions in degrees of WGS 84."""
    with path.open("w", encoding="utf-8") as out:
        out.write('{"type": "FeatureCollection", "features": [\n')
        separator = ""
        for text in _features(rows):
            out.write(separator + text)
            separator = ",\n"
        out.write("\n]}\n")


def _features(rows: PlanRows) -> Iterator[str]:
    rented = np.unique(rows.plan.target[rows.plan.choice == Choice.RENT])
    masts = rows.masts
    for at in rented.tolist():
        yield _feature(
            [_at(masts.points.xy[at])],
            kind="existing_mast",
            id=str(masts.ids[at]),
            **{"class": str(masts.class_code[at])},
            height_m=float(masts.height_m[at]),
        )
    for name, lon, lat, code, height, operators, needs, _units, cost in rows.new_rows():
        yield _feature(
            [_at((lon, lat))], kind="new_mast", id=name, **{"class": code}, height_m=height, operators=operators,
            needs=needs, cost_vnd=cost,
        )  # fmt: skip
    for row in rows.needs_rows():
        need, operator, lon, lat, choice, mast, mast_lon, mast_lat, _class, _height, far, _units, rent, reason = row
        line = [_at((lon, lat))] if mast_lon is None else [_at((lon, lat)), _at((mast_lon, mast_lat))]
        yield _feature(
            line, kind="need", id=need, operator=operator, choice=choice, mast=mast, distance_m=far, rent_vnd=rent,
            reason=reason,
        )  # fmt: skip


def _at(place: Any) -> list[float]:
    return [round(float(place[0]), PLACES), round(float(place[1]), PLACES)]


def _feature(places: list[list[float]], **properties: Any) -> str:
    """A point, or a line from a need to its mast."""
    shape = {"type": "Point", "coordinates": places[0]}
    if len(places) > 1:
        shape = {"type": "LineString", "coordinates": places}
    return _text({"type": "Feature", "properties": properties, "geometry": shape})
