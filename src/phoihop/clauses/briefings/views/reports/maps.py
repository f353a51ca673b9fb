"""Figures by area, as a map."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from phoihop.clauses.briefings.filling.figures import written

WEIGHTS = 5


def shaded_map(label: str, unit: str, areas: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Areas in five shades, darker for more; None where there are none.

    :param areas: ``name``, ``outline`` (coordinates of a MultiPolygon, WGS 84), ``value``
    """
    if not areas:
        return None
    limits = _limits([float(area["value"]) for area in areas])
    features = [
        {
            "type": "Feature",
            "properties": {
                "name": area["name"], "weight": _weight(float(area["value"]), limits),
                "facts": [f"{written(area['value'])} {unit}"],
            },
            "geometry": {"type": "MultiPolygon", "coordinates": area["outline"]},
        }
        for area in areas
    ]  # fmt: skip
    layer = {
        "id": "areas", "label": label, "kind": "areas",
        "data": {"type": "FeatureCollection", "features": features},
        "key": [
            {"tone": 1, "weight": weight, "label": f"≤ {written(_rounded(top))}"}
            for weight, top in enumerate(limits, start=1)
        ],
    }  # fmt: skip
    return {"layers": [layer], "bounds": _bounds(areas)}


def _rounded(value: float) -> Decimal:
    return Decimal(round(value))


def _limits(values: Sequence[float]) -> list[float]:
    low, high = min(values), max(values)
    step = (high - low) / WEIGHTS or 1
    return [low + step * number for number in range(1, WEIGHTS + 1)]


def _weight(value: float, limits: Sequence[float]) -> int:
    return next((number for number, top in enumerate(limits, start=1) if value <= top), len(limits))


def _bounds(areas: Sequence[dict[str, Any]]) -> list[float]:
    points = [point for area in areas for polygon in area["outline"] for ring in polygon for point in ring]
    east, north = [point[0] for point in points], [point[1] for point in points]
    return [min(east), min(north), max(east), max(north)]
