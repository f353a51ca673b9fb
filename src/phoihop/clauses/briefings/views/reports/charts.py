"""Charts of figures as options of ECharts; the same figures always stand in a table beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

ROOM = {"bottom": 52}  # for the names of the periods above the legend
Values = Iterable[Decimal | float | int | None]


def plain(values: Values) -> list[float | None]:
    """Numbers as JSON has them."""
    return [None if value is None else float(value) for value in values]


def line(labels: Sequence[str], values: Values, name: str) -> dict[str, Any]:
    """One figure over the periods."""
    return {
        "tooltip": {"trigger": "axis"},
        "xAxis": {"type": "category", "data": list(labels), "axisLabel": {"interval": 0, "rotate": 35, "fontSize": 11}},
        "yAxis": {"type": "value", "scale": True, "splitNumber": 3, "axisLabel": {"formatter": "@compact"}},
        "series": [{"type": "line", "name": name, "data": plain(values), "symbolSize": 7}],
    }


def lines(labels: Sequence[str], series: Iterable[tuple[str, Values]]) -> dict[str, Any]:
    """Several parties over the periods."""
    return {
        "tooltip": {"trigger": "axis"},
        "legend": {"type": "scroll", "bottom": 0},
        "grid": ROOM,
        "xAxis": {"type": "category", "data": list(labels)},
        "yAxis": {"type": "value", "scale": True, "axisLabel": {"formatter": "@compact"}},
        "series": [{"type": "line", "name": name, "data": plain(values), "symbolSize": 7} for name, values in series],
    }


def pairs(labels: Sequence[str], before: tuple[str, Values], now: tuple[str, Values]) -> dict[str, Any]:
    """The same period of two years, party by party."""
    return {
        "tooltip": {"trigger": "axis"},
        "legend": {"type": "scroll", "bottom": 0},
        "grid": ROOM,
        "xAxis": {"type": "category", "data": list(labels)},
        "yAxis": {"type": "value", "axisLabel": {"formatter": "@compact"}},
        "series": [{"type": "bar", "name": name, "data": plain(values)} for name, values in (before, now)],
    }


def shares(parts: Iterable[tuple[str, Decimal | None]]) -> dict[str, Any]:
    """How a whole is made up."""
    data = [{"name": name, "value": float(value)} for name, value in parts if value]
    return {
        "tooltip": {"trigger": "item"},
        "legend": {"type": "scroll", "bottom": 0},
        "series": [{"type": "pie", "radius": ["40%", "68%"], "center": ["50%", "44%"], "data": data,
                    "label": {"formatter": "{d} %"}}],
    }  # fmt: skip


def stacked(labels: Sequence[str], series: Iterable[tuple[str, Values]]) -> dict[str, Any]:
    """How several wholes are made up, as lying bars."""
    return {
        "tooltip": {"trigger": "axis"},
        "legend": {"type": "scroll", "bottom": 0},
        "grid": ROOM,
        "xAxis": {"type": "value", "axisLabel": {"formatter": "@compact"}},
        "yAxis": {"type": "category", "data": list(labels), "inverse": True},
        "series": [{"type": "bar", "stack": "all", "name": name, "data": plain(values)} for name, values in series],
    }


def rates(labels: Sequence[str], on_time: Sequence[int], late: Sequence[int], missing: Sequence[int]) -> dict[str, Any]:
    """How many reports came in time, late, or not at all, period by period."""
    series = (
        (_("Đúng hạn"), on_time, "#2f9e44"),
        (_("Nộp muộn"), late, "#f08c00"),
        (_("Chưa nộp"), missing, "#c92a2a"),
    )
    return {
        "tooltip": {"trigger": "axis"},
        "legend": {"bottom": 0},
        "grid": ROOM,
        "xAxis": {"type": "category", "data": list(labels)},
        "yAxis": {"type": "value", "minInterval": 1},
        "series": [
            {"type": "bar", "stack": "all", "name": name, "data": list(values), "itemStyle": {"color": colour}}
            for name, values, colour in series
        ],
    }
