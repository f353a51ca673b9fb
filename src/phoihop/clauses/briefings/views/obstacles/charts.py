"""Pictures of the figures; the same facts stand in the tables beside them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from phoihop.clauses.briefings.queries.obstacles.statistics import Statistics

TOPICS = 10


def months_chart(figures: Statistics) -> dict[str, Any]:
    """Raised and solved, month by month."""
    names = [month for month, _raised, _solved in figures.months]
    series = [
        (_("Đã nêu"), [raised for _month, raised, _solved in figures.months]),
        (_("Đã tháo gỡ"), [solved for _month, _raised, solved in figures.months]),
    ]
    return {
        "xAxis": {"type": "category", "data": names}, "yAxis": {"type": "value", "minInterval": 1},
        "series": [{"type": "bar", "name": name, "data": values} for name, values in series],
        "legend": {"top": 0}, "grid": {"top": 48, "bottom": 32, "left": 40, "right": 16},
        "tooltip": {"trigger": "axis"},
    }  # fmt: skip


def topics_chart(figures: Statistics) -> dict[str, Any]:
    """The topics that are raised most."""
    shown = list(reversed(figures.by_topic[:TOPICS]))
    return {
        "yAxis": {"type": "category", "data": [group.name for group in shown],
                  "axisLabel": {"width": 170, "overflow": "truncate"}},
        "xAxis": {"type": "value", "minInterval": 1},
        "series": [
            {"type": "bar", "stack": "all", "name": _("Đã trả lời, đã tháo gỡ"),
             "data": [group.raised - group.waiting for group in shown]},
            {"type": "bar", "stack": "all", "name": _("Đang chờ"), "data": [group.waiting for group in shown]},
        ],
        "legend": {"top": 0}, "grid": {"top": 40, "bottom": 24, "left": 190, "right": 16},
        "tooltip": {"trigger": "axis"},
    }  # fmt: skip
