"""The department's view of all parties' figures."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from phoihop.base.access import REGULATOR, ActorRequest, open_to
from phoihop.base.ui import page
from phoihop.clauses.briefings.queries.reports import comparing
from phoihop.clauses.briefings.views.reports import charts
from phoihop.clauses.briefings.views.reports.maps import shaded_map


@open_to(REGULATOR)
@require_GET
def report_comparison(request: ActorRequest) -> HttpResponse:
    """Trend, same period, composition, each party by itself, and a map where the figures are by area."""
    asked = {name: request.GET.get(name, "") for name in ("form", "period", "indicator", "dimension")}
    found = comparing.comparison(actor=request.actor, **asked)
    if found is None:
        return page(request, "briefings/reports/comparison.html", found=None)
    return page(
        request,
        "briefings/reports/comparison.html",
        found=found,
        **_drawn(found),
        map=shaded_map(found.indicator.name, found.indicator.unit, found.areas),
    )


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
