"""Pictures of the joint plan; the same facts stand in the tables beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from phoihop.clauses.towers.queries.joint.scenarios import Column

MILLION = 1_000_000


def comparison_chart(columns: Sequence[Column]) -> dict[str, Any]:
    """What each scenario costs, beside building alone and the nearest-first plan, in millions of đồng."""
    names = [column.row.name for column in columns]
    series = [
        (_("Phương án"), [column.sums["cost_vnd"] / MILLION for column in columns]),
        (_("Mỗi bên tự xây"), [column.sums["alone_vnd"] / MILLION for column in columns]),
    ]
    if all("greedy_vnd" in column.sums for column in columns):
        series.append((_("Lần lượt gần nhất"), [column.sums["greedy_vnd"] / MILLION for column in columns]))
    return {
        "xAxis": {"type": "category", "data": names}, "yAxis": {"type": "value", "name": _("triệu đồng")},
        "series": [{"type": "bar", "name": name, "data": values} for name, values in series],
        "legend": {"top": 0}, "grid": {"top": 64, "bottom": 32}, "tooltip": {"trigger": "axis"},
    }  # fmt: skip
