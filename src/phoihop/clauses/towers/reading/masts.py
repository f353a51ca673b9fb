"""A table of masts as arrays of the core."""

from __future__ import annotations

import numpy as np

from phoihop.base.sheets import Saying, SheetRefused, Table
from phoihop.clauses.towers.reading import sayings
from phoihop.clauses.towers.reading.free_places import read_free
from phoihop.clauses.towers.reading.ids import check_ids
from phoihop.clauses.towers.reading.operators import Operators, names_in
from phoihop.clauses.towers.reading.options import ReadingOptions
from phoihop.clauses.towers.reading.positions import read_places
from phoihop.cores.towerplan.model import Masts
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points

ASSUMED_CLASS = "A2b"


def operators_of_masts(table: Table) -> set[str]:
    """Every operator that a table of masts names."""
    found = set(table.texts("owner"))
    for code in ("tenants", "shared_with"):
        for text in set(table.texts(code)):
            found.update(names_in(text))
    return found


def read_masts(
    table: Table, operators: Operators, options: ReadingOptions, *, band_m: float, assumed_slots: int
) -> Masts:
    """Every row of the table; rows with a problem hold no usable values and are the caller's to leave out.

    :raises SheetRefused: a column is missing that no default stands for
    """
    check_ids(table)
    lon, lat = read_places(table, options)
    height = column_or_default(table, "height_m", options.default_height_m, sayings.NO_HEIGHT_COLUMN)
    owner = operators.numbers(table.texts("owner"))
    tenants = _tenants(table, operators, owner)
    classes = np.array(table.texts("class"), dtype=np.str_)
    return Masts(
        ids=np.array(table.texts("id"), dtype=np.str_),
        points=Points(np.column_stack([lon, lat]), geographic=True),
        owner=owner,
        tenants=tenants,
        height_m=height,
        class_code=np.where(classes == "", ASSUMED_CLASS, classes),
        free=read_free(table, height, tenants, band_m=band_m, assumed=assumed_slots),
        rent_vnd=table.numbers("rent_vnd"),
        wind_left_m2=table.numbers("wind_left_m2"),
    )


def column_or_default(table: Table, code: str, default: float | None, missing: Saying) -> FloatArray:
    """A column of numbers in which each row needs one.

    :raises SheetRefused: neither a column nor a default is there
    """
    values = table.numbers(code)
    gaps = ~np.isfinite(values)
    if not gaps.any():
        return values
    if default is not None:
        if code not in table.columns:
            said = {"what": code, "value": f"{default:g}"}
            table.problems.add(sayings.DEFAULTED, None, level="note", values=said)
        bad = np.isin(table.lines, list(table.problems.bad_lines))
        return np.where(gaps & ~bad, default, values)
    if code not in table.columns:
        raise SheetRefused(missing)
    for row in np.flatnonzero(gaps).tolist():
        if int(table.lines[row]) not in table.problems.bad_lines:
            table.problems.add(sayings.VALUE_EMPTY, int(table.lines[row]), table.heading(code))
    return values


def _tenants(table: Table, operators: Operators, owner: IntArray) -> IntArray:
    """Who stands on each mast: those listed, or its owner and those that it shares with."""
    own = np.where(owner >= 0, np.int64(1) << np.maximum(owner, 0), 0)
    listed = operators.sets(table.texts("tenants"))
    return np.where(listed == 0, own, listed) | operators.sets(table.texts("shared_with"))
