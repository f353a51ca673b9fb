"""Systems of coordinates: VN-2000 in its zones, or any other by its EPSG code, to WGS 84."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phoihop.base.sheets import SheetRefused
from phoihop.clauses.towers.reading import land, sayings
from phoihop.cores.viet import fold

Floats = NDArray[np.float64]
WGS84 = 4326
ZONES = (5896, 5897, 5898, 5899, *range(9205, 9219))  # the zones of three degrees of VN-2000
UTM = (3405, 3406)
VIETNAMESE = frozenset((*ZONES, *UTM))
SAMPLE = 1500
ENOUGH = 0.85  # share of positions that fall into the provinces of the zone
CLEARLY = 0.92  # of the best share: a second zone that reaches it makes the guess doubtful
CODE = re.compile(r"EPSG:{1,2}(\d{4,6})\b")
SPLIT = re.compile(r",| and |;| - ")


@dataclass(frozen=True, slots=True)
class Guess:
    """The zone that fits best."""

    epsg: int
    name: str
    share: float
    second: int
    second_share: float

    @property
    def clear(self) -> bool:
        """Whether it may be taken."""
        return self.share >= ENOUGH and self.second_share < CLEARLY * self.share


def to_wgs84(epsg: int, east: Floats, north: Floats) -> tuple[Floats, Floats]:
    """Longitude and latitude; infinite where the system has no such position.

    :raises SheetRefused: nobody knows the code
    """
    if epsg == WGS84:
        return east, north
    lon, lat = _transformer(epsg).transform(east, north)
    return np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)


def named_in(text: str) -> int | None:
    """The code that an older GeoJSON file names, such as ``urn:ogc:def:crs:EPSG::9209``."""
    found = CODE.search(text)
    return int(found[1]) if found else None


def name_of(epsg: int) -> str:
    """What the system is called."""
    return str(_system(epsg).name)


def is_projected(epsg: int) -> bool:
    """Whether its coordinates are in metres."""
    return bool(_system(epsg).is_projected)


def guess(east: Floats, north: Floats) -> Guess:
    """The zone of VN-2000 that puts most positions into the provinces that it was made for.

    The zones differ by 15 or 30 minutes of longitude, so a province read in its neighbour's zone moves by 26 km.
    """
    import shapely  # noqa: PLC0415 - compiled code, only where a zone is guessed

    step = max(1, len(east) // SAMPLE)
    east, north = east[::step], north[::step]
    shapes = land.provinces()
    scores = []
    for epsg, names in _provinces_of_zones(tuple(shapes)).items():
        lon, lat = to_wgs84(epsg, east, north)
        known = np.isfinite(lon) & np.isfinite(lat)
        inside = np.zeros(len(lon), dtype=bool)
        for name in names:
            shape = shapes[name]
            shapely.prepare(shape)
            inside |= known & shapely.contains_xy(shape, lon, lat)
        scores.append((float(inside.mean()), epsg))
    (share, epsg), (second_share, second) = sorted(scores, reverse=True)[:2]
    return Guess(epsg, name_of(epsg), share, second, second_share)


@lru_cache(maxsize=1)
def _provinces_of_zones(provinces: tuple[str, ...]) -> dict[int, tuple[str, ...]]:
    """Zone → its provinces, from the database of PROJ; the wide zones have those that no other zone names."""
    named: dict[int, tuple[str, ...]] = {}
    for epsg in ZONES:
        words = {_words(part) for part in SPLIT.split(str(_system(epsg).area_of_use.name))}
        named[epsg] = tuple(name for name in provinces if name in words)
    taken = {name for names in named.values() for name in names}
    rest = tuple(name for name in provinces if name not in taken)
    return {epsg: names or rest for epsg, names in named.items()}


def _words(part: str) -> str:
    text = fold(part).replace("-", " ").replace(".", " ")
    for word in ("vietnam", "provinces", "province", "municipality", "cities", "city"):
        text = text.replace(word, " ")
    return " ".join(text.split())


@lru_cache(maxsize=32)
def _system(epsg: int) -> Any:
    import pyproj  # noqa: PLC0415 - reads its database, only where positions are not in degrees
    from pyproj.exceptions import CRSError  # noqa: PLC0415

    try:
        return pyproj.CRS.from_epsg(epsg)
    except CRSError as problem:
        raise SheetRefused(sayings.BAD_EPSG, epsg=epsg) from problem


@lru_cache(maxsize=32)
def _transformer(epsg: int) -> Any:
    import pyproj  # noqa: PLC0415

    return pyproj.Transformer.from_crs(_system(epsg), WGS84, always_xy=True)
