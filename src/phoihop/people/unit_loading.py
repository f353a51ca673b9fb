"""Administrative units from a file: codes, names, outlines, populations, validity."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from django.db import transaction

from phoihop.people.models import AdminUnit, UnitLevel

LEVELS = (UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.COMMUNE)


def sample_units() -> dict[str, Any]:
    """The units of the demo province as they were before 1/7/2025."""
    text = files("phoihop.people").joinpath("data/hai_duong_units.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def load_units(sheet: dict[str, Any], *, valid_until: dt.date | None, valid_from: dt.date | None = None) -> int:
    """Add the units of a sheet that are not there yet, parents first; safe to repeat. Returns how many were added.

    :param sheet: ``source`` and ``units``, each with level, code, name, code of the parent, outline …
    :param valid_until: the last day on which they exist; None where they still do
    :param valid_from: the first day; a code that exists since another day is another unit
    """
    rows, added = sheet["units"], 0
    units = AdminUnit.objects.filter(level__in=LEVELS).defer("outline")
    known = {(unit.level, unit.code): unit for unit in units.order_by("created_at")}
    there = {(unit.level, unit.code) for unit in units if unit.valid_from == valid_from}
    with transaction.atomic():
        for level in LEVELS:
            fresh = [row for row in rows if row["level"] == level and (level, row["code"]) not in there]
            made = [_unit(row, known, sheet.get("source", ""), (valid_from, valid_until)) for row in fresh]
            AdminUnit.objects.bulk_create(made)
            known |= {(unit.level, unit.code): unit for unit in made}
            added += len(made)
    return added


def _unit(
    row: dict[str, Any],
    known: dict[tuple[str, str], AdminUnit],
    source: str,
    period: tuple[dt.date | None, dt.date | None],
) -> AdminUnit:
    above = LEVELS[max(0, LEVELS.index(row["level"]) - 1)]
    points = list(_points(row["outline"]))
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    return AdminUnit(
        level=row["level"], code=row["code"], name=row["name"], parent=known.get((above, row["parent"])),
        is_urban=row["is_urban"], population=row["population"], population_year=row["population_year"],
        outline=row["outline"], south=min(latitudes), north=max(latitudes), west=min(longitudes),
        east=max(longitudes), valid_from=period[0], valid_until=period[1], source=source[:200],
    )  # fmt: skip


def _points(outline: list[Any]) -> Iterator[list[float]]:
    for polygon in outline:
        for ring in polygon:
            yield from ring
