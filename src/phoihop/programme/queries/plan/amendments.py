"""What was changed after the parties agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.programme.kinds import kind_of
from phoihop.programme.models import Plan, PlanAmendment

LABELS: Mapping[str, Any] = {
    "title": _("Việc"),
    "kind": _("Loại hoạt động"),
    "starts_on": _("Từ ngày"),
    "ends_on": _("Đến ngày"),
    "place": _("Địa điểm"),
    "owner": _("Đơn vị chủ trì"),
    "participants": _("Đơn vị tham gia"),
    "note": _("Ghi chú"),
    "target": _("Chỉ tiêu"),
    "value": _("Giá trị"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AmendmentRow:
    """An amendment in the reader's words."""

    amendment: PlanAmendment
    differences: tuple[Difference, ...]

    @property
    def is_new(self) -> bool:
        """Whether something was added."""
        return not self.amendment.before

    @property
    def is_removal(self) -> bool:
        """Whether something was taken out."""
        return not self.amendment.after


def amendments(*, actor: Actor, plan: Plan) -> list[AmendmentRow]:
    """Newest first; targets of other parties are left out, except for the lead."""
    found = PlanAmendment.objects.visible_to(actor).filter(plan=plan).select_related("item", "author", "party")
    return [AmendmentRow(row, _differences(row)) for row in found]


def _differences(row: PlanAmendment) -> tuple[Difference, ...]:
    names = [name for name in LABELS if name in row.before or name in row.after]
    return tuple(
        Difference(str(LABELS[name]), _word(name, row.before.get(name)), _word(name, row.after.get(name)))
        for name in names
        if name in ("target", "title") or row.before.get(name) != row.after.get(name)
    )


def _word(name: str, value: Any) -> str:
    if value in (None, ""):
        return ""
    if name in ("starts_on", "ends_on"):
        return date_format(dt.date.fromisoformat(value), "SHORT_DATE_FORMAT")
    if name == "kind":
        return str(kind_of(value).label)
    if name == "value":
        return number_format(Decimal(value), force_grouping=True)
    return ", ".join(value) if isinstance(value, list) else str(value)
