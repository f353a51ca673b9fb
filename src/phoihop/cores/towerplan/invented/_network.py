"""Masts and needs on the invented ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phoihop.cores.towerplan.invented._ground import FloatArray, Ground, IntArray, Town
from phoihop.cores.towerplan.model import Masts, Needs
from phoihop.cores.towerplan.points import Points

OPERATORS = ("Nhà mạng A", "Nhà mạng B", "Nhà mạng C", "Nhà mạng D", "Nhà mạng E")
MARKET = (0.38, 0.27, 0.19, 0.10, 0.06)

HEIGHT_SHARES = (0.0, 0.069, 0.25, 0.5, 0.75, 0.95, 1.0)
HEIGHTS_M = (9.0, 18.0, 32.0, 40.0, 52.0, 66.0, 90.0)
LOW_M = 18.0  # up to here a mast stands on a roof or is concealed
BAND_M = 3.0
TENANTS = (0.79, 0.165, 0.035, 0.01)  # one, two, three, four operators on a mast: 1.26 on average
FOLLOWS = 0.22  # masts that stand within 400 m of another operator's
FULL = 0.3  # masts without a free place
USABLE = 0.45  # places lie above this share of the height
FREE = 0.6  # of the places that no tenant has
RENT_VND = 48_000_000
RENT_SPREAD = 0.25
RENT_UNKNOWN = 0.3
WIND_KNOWN = 0.5

NEED_FOLLOWS = 0.45
NEED_HEIGHTS_M = (18.0, 21.0, 24.0, 27.0, 30.0, 36.0)
NEED_HEIGHT_SHARES = (0.15, 0.15, 0.25, 0.2, 0.17, 0.08)
TECHNOLOGIES, TECHNOLOGY_SHARES = ("4G", "5G"), (0.35, 0.65)


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """An invented network and what its operators want in a year."""

    operators: tuple[str, ...]
    masts: Masts
    needs: Needs
    towns: Any
    """A shapely MultiPolygon: where the towns are, in the coordinates of the points."""


def invent(
    masts: int,
    needs: int,
    *,
    seed: int = 1,
    area: Any = None,
    towns: Sequence[Town] | None = None,
    operators: Sequence[str] = OPERATORS,
    year: int = 2027,
) -> Network:
    """A network of so many masts and needs.

    :param area: a shapely Polygon or MultiPolygon in degrees of WGS 84, where all of it lies; None for a square in
        metres with 0.36 masts a km²
    :param towns: where people live; None invents towns
    :param operators: two to 60 names, the largest operator first

    >>> network = invent(1000, 50, seed=7)
    >>> len(network.masts), len(network.needs), network.masts.points.geographic
    (1000, 50, False)
    """
    if not 2 <= len(operators) <= 60:
        raise ValueError("A network has two to 60 operators.")
    rng = np.random.default_rng(seed)
    ground = Ground(area, towns, masts, rng)
    shares = _market(len(operators))
    return Network(
        tuple(operators),
        _masts(masts, ground, shares, rng),
        _needs(needs, ground, shares, year, rng),
        ground.outskirts(),
    )


def _masts(count: int, ground: Ground, shares: FloatArray, rng: np.random.Generator) -> Masts:
    xy, owner, _ = _placed(count, ground, shares, FOLLOWS, (5.0, 380.0), rng)
    height = np.round(np.interp(rng.random(count), HEIGHT_SHARES, HEIGHTS_M))
    tenants = _tenants(owner, shares, rng)
    free = _free(height, np.bitwise_count(tenants.astype(np.uint64)).astype(np.int64), rng)
    rent = np.round(RENT_VND * np.exp(rng.normal(0, RENT_SPREAD, count)), -5)
    rent[rng.random(count) < RENT_UNKNOWN] = np.nan
    wind = np.where(
        rng.random(count) < WIND_KNOWN, np.round(free.sum(axis=1) * rng.uniform(0.8, 1.6, count), 1), np.nan
    )
    return Masts(
        ids=_ids("M", count),
        points=Points(xy, ground.geographic),
        owner=owner,
        tenants=tenants,
        height_m=height,
        class_code=_classes(height, rng),
        free=free,
        rent_vnd=rent,
        wind_left_m2=wind,
    )


def _needs(count: int, ground: Ground, shares: FloatArray, year: int, rng: np.random.Generator) -> Needs:
    xy, operator, in_town = _placed(count, ground, shares, NEED_FOLLOWS, (0.0, 350.0), rng)
    radius = np.where(in_town, rng.integers(10, 31, count) * 10.0, rng.integers(20, 61, count) * 10.0)
    return Needs(
        ids=_ids("N", count),
        operator=operator,
        points=Points(xy, ground.geographic),
        radius_m=radius,
        height_m=rng.choice(NEED_HEIGHTS_M, count, p=NEED_HEIGHT_SHARES),
        technology=rng.choice(TECHNOLOGIES, count, p=TECHNOLOGY_SHARES),
        year=np.full(count, year),
        load_m2=rng.integers(3, 9, count) / 10.0,
    )


def _placed(
    count: int,
    ground: Ground,
    shares: FloatArray,
    follow: float,
    between_m: tuple[float, float],
    rng: np.random.Generator,
) -> tuple[FloatArray, IntArray, NDArray[np.bool_]]:
    """Places, the operator of each, and whether it lies in a town; a share stands near another operator's."""
    xy, in_town = ground.draw(count)
    operator = rng.choice(len(shares), count, p=shares)
    leaders = min(count, max(1, count - round(count * follow)))
    followed = rng.integers(0, max(leaders, 1), count - leaders)
    xy[leaders:] = ground.beside(xy[followed], *between_m)
    in_town[leaders:] = in_town[followed]
    shift = rng.integers(1, len(shares), count - leaders)
    same = operator[leaders:] == operator[followed]
    operator[leaders:] = np.where(same, (operator[followed] + shift) % len(shares), operator[leaders:])
    order = rng.permutation(count)
    return xy[order], operator[order].astype(np.int64), in_town[order]


def _tenants(owner: IntArray, shares: FloatArray, rng: np.random.Generator) -> IntArray:
    """The owner and, on a fifth of the masts, one to three others."""
    wanted = rng.choice(len(TENANTS), len(owner), p=TENANTS)
    bits = np.int64(1) << owner
    for extra in range(1, len(TENANTS)):
        rows = np.flatnonzero(wanted >= extra)
        other = rng.choice(len(shares), len(rows), p=shares)
        for _ in range(len(shares)):
            taken = (bits[rows] >> other) & 1 == 1
            other[taken] = (other[taken] + 1) % len(shares)
        bits[rows] |= np.int64(1) << other
    return bits


def _free(height: FloatArray, tenants: IntArray, rng: np.random.Generator) -> IntArray:
    """Tenants have the highest places; of those below, down to a share of the height, some are free."""
    top = np.floor(height / BAND_M + 1e-9).astype(np.int64)
    bands = int(top.max(initial=0)) + 1
    band = np.arange(bands)
    lowest = np.floor(height * USABLE / BAND_M).astype(np.int64)
    usable = (band >= lowest[:, None]) & (band <= (top - tenants)[:, None])
    chance = np.where(rng.random(len(height)) < FULL, 0.0, FREE)
    free = usable & (rng.random((len(height), bands), dtype=np.float32) < chance[:, None])
    return free.astype(np.int8)  # ten nations would not fit otherwise


def _classes(height: FloatArray, rng: np.random.Generator) -> NDArray[np.str_]:
    low = height <= LOW_M
    draw = rng.random(len(height))
    return np.where(low, np.where(draw < 0.16, "A1b", "A2a"), np.where(draw < 0.0097, "A2c", "A2b"))


def _market(operators: int) -> FloatArray:
    weights = np.array([*MARKET, *(MARKET[-1] * 0.8**step for step in range(1, 60))])[:operators]
    shares: FloatArray = weights / weights.sum()
    return shares


def _ids(letter: str, count: int) -> NDArray[np.str_]:
    width = len(str(count))
    return np.array([f"{letter}{number:0{width}}" for number in range(1, count + 1)], dtype=np.str_)
