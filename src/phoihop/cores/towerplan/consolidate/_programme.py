"""The integer programme of a group of masts.

A mast stays or goes (``y``), a tenancy takes one of its ways (``x``). Least ``Σ y`` with: each tenancy goes one way; of
an operator's tenancies at most one is on a mast that stays, none on one that goes; of those that need band ``b`` or
higher at most as many as the mast has slots there. The last rows are nested, which makes them exact for slots.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.consolidate._ways import Ways
from phoihop.cores.towerplan.mip import Model, ModelBuilder
from phoihop.cores.towerplan.points import FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Some masts, by position, and their ways, by position; no way leads out of it."""

    masts: IntArray
    ways: IntArray


def programme(ways: Ways, part: Part, keep_cost: FloatArray, way_cost: FloatArray, fixed: FloatArray | None) -> Model:
    """Columns: one a mast of the part, then one a way.

    :param keep_cost: one a mast of the part
    :param way_cost: one a way of the part
    :param fixed: 0 or 1 for each mast of the part, where that is settled already
    """
    place = np.full(ways.masts, -1)
    place[part.masts] = np.arange(len(part.masts))
    builder = ModelBuilder()
    lower = ways.must[part.masts].astype(float) if fixed is None else fixed
    stays = builder.columns(keep_cost, lower=lower, upper=1.0 if fixed is None else fixed)
    goes = builder.columns(way_cost)
    tenancy, mast = ways.tenancy[part.ways], ways.mast[part.ways]
    _, row = np.unique(tenancy, return_inverse=True)
    builder.rows(int(row.max(initial=-1)) + 1, row, goes, 1.0, lower=1.0, upper=1.0)
    keys, row = np.unique(mast * 64 + ways.operator[tenancy], return_inverse=True)
    _limit(builder, row, goes, np.ones(len(goes)), stays[place[keys // 64]], np.ones(len(keys)))
    row, way, mast_of_row, room = _room(ways, part)
    _limit(builder, row, goes[way], np.ones(len(way)), stays[place[mast_of_row]], room.astype(float))
    heavy = np.flatnonzero((ways.load[tenancy] > 0) & np.isfinite(ways.carries[mast]))
    loaded, row = np.unique(mast[heavy], return_inverse=True)
    _limit(builder, row, goes[heavy], ways.load[tenancy[heavy]], stays[place[loaded]], ways.carries[loaded])
    return builder.build()


def _limit(
    builder: ModelBuilder, row: IntArray, column: IntArray, value: FloatArray, stays: IntArray, room: FloatArray
) -> None:
    """Rows that say: the sum of the columns is at most the room of a mast that stays."""
    count = len(stays)
    builder.rows(
        count,
        np.concatenate([row, np.arange(count)]),
        np.concatenate([column, stays]),
        np.concatenate([value, -room]),
        upper=0.0,
    )


def _room(ways: Ways, part: Part) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """The rows for slots and numbers of operators: (row, way of the part) of each entry, mast and room of each row.

    A row is left out where fewer operators could come than there is room for, or where a lower band says more.
    """
    mast, band = ways.mast[part.ways], ways.band[part.ways]
    bands = ways.above.shape[1]
    steps = np.unique(mast * bands + band)
    step_mast, step_band = steps // bands, steps % bands
    room = np.minimum(ways.above[step_mast, step_band], ways.most[step_mast])
    same = np.zeros(len(steps), dtype=bool)
    same[1:] = (step_mast[1:] == step_mast[:-1]) & (room[1:] == room[:-1])
    steps, step_mast, room = steps[~same], step_mast[~same], room[~same]
    # Each way is in the rows of its mast up to its own band.
    first = np.searchsorted(steps, mast * bands)
    counts = np.searchsorted(steps, mast * bands + band, side="right") - first
    way = np.repeat(np.arange(len(mast)), counts)
    row = np.repeat(first - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts) + np.arange(counts.sum())
    operators = np.unique(row * 64 + ways.operator[ways.tenancy[part.ways[way]]]) // 64
    wanted = np.bincount(operators, minlength=len(steps)) > room
    number = np.cumsum(wanted) - 1
    entries = wanted[row]
    return number[row[entries]], way[entries], step_mast[wanted], room[wanted]
