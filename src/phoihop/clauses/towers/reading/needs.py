"""A table of needs as arrays of the core."""

from __future__ import annotations

import numpy as np

from phoihop.base.sheets import Saying, Table
from phoihop.clauses.towers.reading import sayings
from phoihop.clauses.towers.reading.ids import check_ids
from phoihop.clauses.towers.reading.masts import column_or_default
from phoihop.clauses.towers.reading.operators import Operators
from phoihop.clauses.towers.reading.options import NARROWEST_RING_M, ReadingOptions
from phoihop.clauses.towers.reading.positions import read_places
from phoihop.cores.towerplan.model import Needs
from phoihop.cores.towerplan.points import FloatArray, Points


def read_needs(table: Table, operators: Operators, options: ReadingOptions) -> Needs:
    """Every row of the table; rows with a problem hold no usable values and are the caller's to leave out.

    :raises SheetRefused: a column is missing that no default stands for
    """
    check_ids(table)
    lon, lat = read_places(table, options)
    radius = column_or_default(table, "radius_m", options.default_radius_m, sayings.NO_RADIUS_COLUMN)
    _check_rings(table, radius, options)
    height = column_or_default(table, "height_m", options.default_antenna_m, sayings.NO_HEIGHT_COLUMN)
    year = table.numbers("year")
    return Needs(
        ids=np.array(table.texts("id"), dtype=np.str_),
        operator=operators.numbers(table.texts("operator")),
        points=Points(np.column_stack([lon, lat]), geographic=True),
        radius_m=radius,
        height_m=height,
        technology=np.array(table.texts("technology"), dtype=np.str_),
        year=np.where(np.isfinite(year), np.nan_to_num(year), 0).astype(np.int64),
        load_m2=np.nan_to_num(table.numbers("load_m2")),
    )


def _check_rings(table: Table, radius: FloatArray, options: ReadingOptions) -> None:
    most = options.widest_ring_m
    _note(table, radius < NARROWEST_RING_M, sayings.SMALL_RING, radius, most)
    _note(table, radius > most, sayings.WIDE_RING, radius, most)


def _note(table: Table, rows: np.ndarray, saying: Saying, radius: FloatArray, most: float) -> None:
    for row in np.flatnonzero(rows).tolist():
        values = {"value": f"{radius[row]:g}", "most": f"{most:g}"}
        table.problems.add(saying, int(table.lines[row]), table.heading("radius_m"), values=values)
