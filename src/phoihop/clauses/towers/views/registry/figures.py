"""How much is shared: masts and stations, by owner, class, district and year."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, ActorRequest, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page
from phoihop.clauses.towers.queries.registry import codes
from phoihop.clauses.towers.queries.registry import figures as queries


def _bars(lines: list[queries.Line]) -> dict[str, Any]:
    """Alone and shared masts, stacked; the longest table first."""
    shown = sorted(lines, key=lambda line: line.rates.masts)
    return {
        "tooltip": {"trigger": "axis"},
        "legend": {"type": "scroll", "bottom": 0},
        "xAxis": {"type": "value"},
        "yAxis": {"type": "category", "data": [line.label or _("Chưa rõ") for line in shown]},
        "series": [
            {
                "type": "bar", "stack": "masts", "name": _("Dùng chung"),
                "data": [line.rates.shared_masts for line in shown],
            },
            {
                "type": "bar", "stack": "masts", "name": _("Dùng riêng"),
                "data": [line.rates.masts - line.rates.shared_masts for line in shown],
            },
        ],
    }  # fmt: skip


def _share(value: float | None) -> float | None:
    return None if value is None else round(100 * value, 1)


def _lines(years: list[queries.YearLine]) -> dict[str, Any]:
    """Both rates over the years, the target of masts beside them."""
    series: list[dict[str, Any]] = [
        {"type": "line", "name": _("Cột dùng chung (%)"), "data": [_share(one.rates.mast_rate) for one in years]},
        {
            "type": "line", "name": _("Trạm trên cột dùng chung (%)"),
            "data": [_share(one.rates.station_rate) for one in years],
        },
    ]  # fmt: skip
    wanted = [one.target.masts_percent if one.target else None for one in years]
    if any(value is not None for value in wanted):
        data = [None if value is None else float(value) for value in wanted]
        series.append({"type": "line", "name": _("Chỉ tiêu cột (%)"), "data": data, "lineStyle": {"type": "dashed"}})
    return {
        "tooltip": {"trigger": "axis"},
        "legend": {"type": "scroll", "bottom": 0},
        "xAxis": {"type": "category", "data": [str(one.year) for one in years]},
        "yAxis": {"type": "value", "min": 0},
        "series": series,
    }


@open_to(SEATED)
@require_GET
def figures(request: ActorRequest) -> HttpResponse:
    """The department sees every cut; an enterprise its own, and a total that betrays nobody."""
    regulator = codes.regulators(actor=request.actor).first()
    if regulator is None:
        raise Refused(_("Đơn vị của bạn chưa thuộc Sở nào."))
    found = queries.figures(actor=request.actor, regulator=regulator)
    return page(
        request, "towers/registry/figures.html", figures=found, year_chart=_lines(found.years),
        area_chart=_bars(found.areas), owner_chart=_bars(found.owners),
    )  # fmt: skip
