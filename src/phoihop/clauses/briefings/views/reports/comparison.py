"""The department's view of all parties' figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from phoihop.base.access import REGULATOR, ActorRequest, open_to
from phoihop.base.ui import page
from phoihop.clauses.briefings.filling.figures import written
from phoihop.clauses.briefings.queries.reports import comparing
from phoihop.clauses.briefings.views.reports import charts

WEIGHTS = 5


@open_to(REGULATOR)
@require_GET
def report_comparison(request: ActorRequest) -> HttpResponse:
    """Trend, same period, composition, each party by itself, and a map where the figures are by area."""
    asked = {name: request.GET.get(name, "") for name in ("form", "period", "indicator", "dimension")}
    found = comparing.comparison(actor=request.actor, **asked)
    if found is None:
        return page(request, "briefings/reports/comparison.html", found=None)
    return page(request, "briefings/reports/comparison.html", found=found, **_drawn(found), map=_map(found))


def _drawn(found: comparing.Comparison) -> dict[str, Any]:
    names = [line.party.short_name for line in found.lines]
    year_ago, now = [line.last_year for line in found.lines], [line.now for line in found.lines]
    before = f"{int(found.round.period[:4]) - 1}"
    parts = [(line.party.short_name, line.parts) for line in found.lines]
    return {
        "trend": charts.lines(found.labels, [(line.party.short_name, line.values) for line in found.lines]),
        "same_period": charts.pairs(names, (before, year_ago), (found.round.period[:4], now)),
        "composition": charts.shares(zip(names, now, strict=True)),
        "breakdown": charts.stacked(found.part_names, parts) if found.dimension else None,
        "small": [
            (f"small-{number}", line, charts.line(found.labels, line.values, line.party.short_name))
            for number, line in enumerate(found.lines)
        ],
    }


def _map(found: comparing.Comparison) -> dict[str, Any] | None:
    """Areas in five shades, darker for more."""
    if not found.areas:
        return None
    limits = _limits([float(area["value"]) for area in found.areas])
    features = [
        {
            "type": "Feature",
            "properties": {
                "name": area["name"], "weight": _weight(float(area["value"]), limits),
                "facts": [f"{written(area['value'])} {found.indicator.unit}"],
            },
            "geometry": {"type": "MultiPolygon", "coordinates": area["outline"]},
        }
        for area in found.areas
    ]  # fmt: skip
    layer = {
        "id": "areas", "label": found.indicator.name, "kind": "areas",
        "data": {"type": "FeatureCollection", "features": features},
        "key": [
            {"tone": 1, "weight": weight, "label": f"≤ {written(_rounded(top))}"}
            for weight, top in enumerate(limits, start=1)
        ],
    }  # fmt: skip
    return {"layers": [layer], "bounds": _bounds(found.areas)}


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
