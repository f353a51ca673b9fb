"""Masts and needs as CSV tables that the reader takes back without loss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from phoihop.base.sheets import write_csv
from phoihop.cores.towerplan.model import Masts, Needs
from phoihop.cores.towerplan.points import FloatArray, IntArray

MAST_HEAD = ("id", "longitude", "latitude", "owner", "tenants", "height_m", "class", "free_heights_m", "rent_vnd",
             "wind_area_left_m2")  # fmt: skip
NEED_HEAD = ("id", "operator", "longitude", "latitude", "radius_m", "height_m", "technology", "year", "wind_area_m2")
METRES = ("x", "y")


def write_masts(path: Path, masts: Masts, operators: Sequence[str], *, band_m: float = 3.0) -> None:
    """A table of masts."""
    write_csv(path, _head(MAST_HEAD, masts.points.geographic), _mast_rows(masts, operators, band_m))


def write_needs(path: Path, needs: Needs, operators: Sequence[str]) -> None:
    """A table of needs."""
    columns = (
        needs.ids.tolist(),
        [operators[number] for number in needs.operator.tolist()],
        *_place(needs),
        needs.radius_m.tolist(),
        needs.height_m.tolist(),
        needs.technology.tolist(),
        [year or None for year in needs.year.tolist()],
        needs.load_m2.tolist(),
    )
    write_csv(path, _head(NEED_HEAD, needs.points.geographic), zip(*columns, strict=True))


def _mast_rows(masts: Masts, operators: Sequence[str], band_m: float) -> Iterator[tuple[Any, ...]]:
    columns = (
        masts.ids.tolist(),
        *_place(masts),
        [operators[number] if number >= 0 else "" for number in masts.owner.tolist()],
        _names(masts.tenants, operators),
        masts.height_m.tolist(),
        masts.class_code.tolist(),
        _free_heights(masts.free, band_m),
        _or_nothing(masts.rent_vnd),
        _or_nothing(masts.wind_left_m2),
    )
    return zip(*columns, strict=True)


def _head(names: Sequence[str], geographic: bool) -> list[str]:
    if geographic:
        return list(names)
    return [
        METRES[("longitude", "latitude").index(name)] if name in ("longitude", "latitude") else name for name in names
    ]


def _place(rows: Masts | Needs) -> tuple[list[float], list[float]]:
    xy = np.round(rows.points.xy, 7 if rows.points.geographic else 2)
    return xy[:, 0].tolist(), xy[:, 1].tolist()


def _names(masks: IntArray, operators: Sequence[str]) -> list[str]:
    known = {
        mask: "; ".join(name for number, name in enumerate(operators) if mask >> number & 1)
        for mask in np.unique(masks).tolist()
    }
    return [known[mask] for mask in masks.tolist()]


def _free_heights(free: IntArray, band_m: float) -> list[str]:
    """The lower edges of the bands that have a free place, one for each place; 0 where there is none."""
    rows, bands = np.nonzero(free)
    times = free[rows, bands]
    edges = [f"{max(band * band_m, 1):g}" for band in range(free.shape[1])]
    texts: list[list[str]] = [[] for _ in range(len(free))]
    for row, band, count in zip(rows.tolist(), bands.tolist(), times.tolist(), strict=True):
        texts[row] += [edges[band]] * count
    return [" ".join(words) or "0" for words in texts]


def _or_nothing(values: FloatArray) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]
