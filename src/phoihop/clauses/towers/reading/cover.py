"""Cells of population and points where masts could stand, for coverage."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from phoihop.base.sheets import Field, SheetRefused
from phoihop.clauses.towers.reading.case import Note, good_rows, open_table, refused
from phoihop.clauses.towers.reading.columns import HIGHEST_MAST_M, POSITION
from phoihop.clauses.towers.reading.ids import check_ids
from phoihop.clauses.towers.reading.options import ReadingOptions, limits_of
from phoihop.clauses.towers.reading.positions import read_places
from phoihop.cores.towerplan.model import TextArray
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points

ID = Field(
    "id", ("Mã", "id", "cell", "point", "site", "Mã ô", "Mã điểm", "Mã trạm", "Mã cột"), required=True, longest=60
)
CELL_FIELDS = (
    ID,
    *POSITION,
    Field("people", ("Dân số", "people", "population", "Số dân", "Số người"), "whole", required=True, low=0, high=1e9),
)
SITE_FIELDS = (
    ID,
    *POSITION,
    Field(
        "height_m", ("Chiều cao", "height", "Độ cao", "height m", "Chiều cao cột"), "number", low=1, high=HIGHEST_MAST_M
    ),
)


@dataclass(frozen=True, slots=True, eq=False)
class Sites:
    """Cells or points; every array has one entry a row."""

    ids: TextArray
    points: Points
    people: IntArray
    """0 for points."""
    height_m: FloatArray
    """The default for cells."""
    notes: tuple[Note, ...]


def read_sites(path: Path, fields: tuple[Field, ...], options: ReadingOptions) -> Sites:
    """Cells or points of a file.

    :raises InputRefused: with every problem
    """
    table = open_table(path, fields, limits_of())
    check_ids(table)
    try:
        lon, lat = read_places(table, options)
    except SheetRefused as refusal:
        raise refused(path, refusal) from refusal
    good = good_rows(path, table, options)
    height = table.numbers("height_m")
    return Sites(
        ids=np.array(table.texts("id"), dtype=np.str_)[good],
        points=Points(np.column_stack([lon, lat])[good], geographic=True),
        people=np.nan_to_num(table.numbers("people"))[good].astype(np.int64),
        height_m=np.where(np.isfinite(height), height, options.default_height_m or np.nan)[good],
        notes=tuple(Note(path.name, problem) for problem in table.problems if problem.level == "note"),
    )
