"""Positions of a table in WGS 84, and what is wrong with them.

Which system they are in, which column is north and whether two were swapped is told by the values, since headings lie:
on Vietnamese sheets X is north.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from phoihop.base.sheets import Problems, Saying, SheetRefused, Table
from phoihop.base.sheets.numbers import Style, read_as, tidy
from phoihop.clauses.towers.reading import land, sayings, systems
from phoihop.clauses.towers.reading.columns import angle
from phoihop.clauses.towers.reading.options import ReadingOptions
from phoihop.clauses.towers.reading.systems import Floats

Flags = NDArray[np.bool_]
ONE_CELL = re.compile(r"\s*[;/|]\s*|,\s+|(?<=\d)\s*,\s*(?=\d{2,3}\.)|(?<=[NSB\"″])\s*,?\s*(?=\d)")
STYLES: tuple[Style, ...] = ("point", "comma")
PAIRS = (("longitude", "latitude"), ("x", "y"))
METRES_FROM = 1000.0  # nothing in degrees is as large, nothing in metres of a projected system as small
SHARE = 0.5  # of the positions: more of them decide for all
BULK = (25.0, 75.0)  # per cent of the positions that span the middle of a network
BULK_MARGIN = 3.0  # times that span


@dataclass(slots=True)
class Places:
    """Positions of the rows of one table, NaN where there is none."""

    east: Floats
    north: Floats
    headings: tuple[str, str]  # of the columns that were read as east and as north
    lines: Sequence[int]
    problems: Problems

    def wrong(self, saying: Saying, rows: Flags, **more: object) -> None:
        """Note the rows, and take their positions away."""
        for row in np.flatnonzero(rows).tolist():
            values = _values(self.east[row], self.north[row]) | more
            self.problems.add(saying, int(self.lines[row]), self.headings[0], values=values)
        self.east[rows] = self.north[rows] = np.nan

    def exchange(self) -> None:
        """What was read as east is north."""
        self.east, self.north = self.north, self.east
        self.headings = self.headings[::-1]


def read_places(table: Table, options: ReadingOptions) -> tuple[Floats, Floats]:
    """Longitude and latitude of each row in degrees of WGS 84; NaN where a problem was noted.

    :raises SheetRefused: there are no positions, or nobody can tell their system
    """
    places = _columns(table)
    _empty(places)
    places.wrong(sayings.ZERO, (places.east == 0) & (places.north == 0))
    metric = _metric(places)
    known = np.isfinite(places.east)
    mostly_metric = bool(metric[known].mean() > SHARE) if known.any() else False
    epsg = options.epsg if options.epsg is not None else systems.named_in(table.outline.crs)
    if epsg is not None and systems.is_projected(epsg) != mostly_metric:
        if mostly_metric:
            mostly_metric = False  # which tells every row
        else:
            places.problems.add(sayings.DEGREES_ANYWAY, None, level="note", values={"epsg": epsg})
            epsg = None
    places.wrong(sayings.MIXED, known & (metric != mostly_metric), system="m" if mostly_metric else "°")
    if mostly_metric:
        _from_metres(places, epsg)
        epsg = None
    _check_degrees(places, options)
    return (places.east, places.north) if epsg is None else systems.to_wgs84(epsg, places.east, places.north)


def _columns(table: Table) -> Places:
    for first, second in PAIRS:
        if first in table.columns and second in table.columns:
            heading = {code: text for text, code in table.outline.mapping.items()}
            named = (heading[first], heading[second])
            values = [np.array(table.columns[code], dtype=np.float64) for code in (first, second)]
            return Places(values[0], values[1], named, table.lines.tolist(), table.problems)
    if "both" in table.columns:
        return _in_one_column(table)
    raise SheetRefused(sayings.NO_POSITION, found=", ".join(filter(None, table.outline.headings)))


def _in_one_column(table: Table) -> Places:
    """Latitude and longitude in one cell, as maps on telephones give them: ``20.94, 106.333``."""
    pairs = [_pair(text) for text in table.texts("both")]
    values = np.array(pairs, dtype=np.float64).reshape(-1, 2)
    named = table.heading("both")
    return Places(values[:, 1], values[:, 0], (named, named), table.lines.tolist(), table.problems)


def _pair(text: str) -> tuple[float, float]:
    parts = [part.strip(" ()") for part in ONE_CELL.split(text.strip(" ()"))]
    if len(parts) != 2:
        return np.nan, np.nan
    first, second = (_degrees(part) for part in parts)
    return first, second


def _degrees(part: str) -> float:
    bare = tidy(part)
    readings = [value for style in STYLES if (value := read_as(bare, style)) is not None]
    if readings:
        return next((value for value in readings if abs(value) <= 180), readings[0])
    value = angle(part)
    return np.nan if value is None else value


def _empty(places: Places) -> None:
    gaps = ~(np.isfinite(places.east) & np.isfinite(places.north))
    if gaps.any():
        said = places.problems.bad_lines
        for row in np.flatnonzero(gaps).tolist():
            if int(places.lines[row]) not in said:
                places.problems.add(sayings.POSITION_EMPTY, int(places.lines[row]), places.headings[0])
    places.east[gaps] = places.north[gaps] = np.nan


def _metric(places: Places) -> Flags:
    return np.maximum(np.abs(places.east), np.abs(places.north)) >= METRES_FROM


def _from_metres(places: Places, epsg: int | None) -> None:
    """Metres of a projected system to degrees."""
    known = np.isfinite(places.east)
    if not known.any():
        return
    if epsg is None or epsg in systems.VIETNAMESE:
        # In Vietnam north is 900 to 2,600 km and east 200 to 900 km, in every zone.
        if np.median(places.east[known]) > np.median(places.north[known]):
            places.exchange()
            named = {"north": places.headings[1], "east": places.headings[0]}
            places.problems.add(sayings.NORTH_FIRST, None, level="note", values=named)
        places.wrong(sayings.SWAPPED, known & (places.east > places.north))
        known = np.isfinite(places.east)
    if epsg is None:
        epsg = _guessed(places, known)
    lon, lat = systems.to_wgs84(epsg, places.east, places.north)
    places.wrong(sayings.NOT_IN_SYSTEM, known & ~(np.isfinite(lon) & np.isfinite(lat)), epsg=epsg)
    lost = ~np.isfinite(places.east)
    lon[lost] = lat[lost] = np.nan
    places.east, places.north = lon, lat


def _guessed(places: Places, known: Flags) -> int:
    found = systems.guess(places.east[known], places.north[known])
    if not found.clear:
        raise SheetRefused(sayings.UNKNOWN_SYSTEM, first=found.epsg, second=found.second)
    values = {"name": found.name, "epsg": found.epsg, "share": round(found.share * 100)}
    places.problems.add(sayings.GUESSED_SYSTEM, None, level="note", values=values)
    return found.epsg


def _check_degrees(places: Places, options: ReadingOptions) -> None:
    known = np.isfinite(places.east)
    if not known.any():
        return
    fits = _fits(places, options, known)
    right, turned = fits(places.east, places.north), fits(places.north, places.east)
    if (known & turned & ~right).sum() > SHARE * known.sum():
        named = {"lon": places.headings[0], "lat": places.headings[1]}
        places.exchange()
        right, turned = turned, right
        places.problems.add(sayings.ALL_SWAPPED, None, level="note", values=named)
    places.wrong(sayings.SWAPPED, known & turned & ~right)
    known = np.isfinite(places.east)
    if options.anywhere:
        beyond = (np.abs(places.north) > 90) | (np.abs(places.east) > 180)
        places.wrong(sayings.OUTSIDE, known & beyond)
        return
    places.wrong(sayings.OUTSIDE, known & ~right)
    known = np.isfinite(places.east)
    if known.any():
        on_land = np.ones(len(known), dtype=bool)
        on_land[known] = land.near_land(places.east[known], places.north[known])
        places.wrong(sayings.SEA, ~on_land)


def _fits(places: Places, options: ReadingOptions, known: Flags):  # type: ignore[no-untyped-def]
    """What tells whether a position is a likely one: Vietnam, or where most of a network elsewhere is."""
    if not options.anywhere:
        return land.in_box
    east, north = places.east[known], places.north[known]
    if (np.abs(north) > 90).mean() > SHARE:  # no latitude is as large: the columns are swapped
        east, north = north, east
    west, far_east = _span(east)
    south, far_north = _span(north)

    def in_bulk(lon: Floats, lat: Floats) -> Flags:
        inside: Flags = (lon >= west) & (lon <= far_east) & (lat >= south) & (lat <= far_north)
        return inside

    return in_bulk


def _span(values: Floats) -> tuple[float, float]:
    low, high = np.percentile(values, BULK)
    margin = BULK_MARGIN * (high - low) + 0.5
    return float(low - margin), float(high + margin)


def _values(east: float, north: float) -> dict[str, object]:
    def short(value: float) -> str:
        return f"{value:.6f}".rstrip("0").rstrip(".")

    return {"first": short(east), "second": short(north), "lon": short(east), "lat": short(north)}
