"""Taking the list away as a sheet: one's own and open ones, or all for the department. The history says who did."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotAllowed
from phoihop.base.sheets import Sheet, csv_bytes, xlsx_bytes
from phoihop.clauses.briefings.models import Obstacle
from phoihop.clauses.briefings.queries.obstacles.rows import By, obstacles
from phoihop.people.models import Party

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MOST_ROWS = 50_000
WIDTHS = [12, 14, 40, 26, 18, 14, 30, 24, 12, 12, 50, 50, 30]
Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Export:
    """A file to take away."""

    name: str
    media_type: str
    content: bytes


def export_obstacles(*, actor: Actor, form: str, by: By) -> Export:
    """What the list shows, without its pages.

    :param form: ``csv`` or ``xlsx``
    :raises NotAllowed: the person neither raises obstacles nor deals with them
    """
    desks = actor.parties_with(Permission.OBSTACLE_HANDLE) | actor.parties_with(Permission.OBSTACLE_RAISE)
    party = Party.objects.filter(pk__in=desks).order_by("-kind").first()
    if party is None:
        raise NotAllowed
    rows = [_cells(row) for row in obstacles(actor=actor, by=by)[:MOST_ROWS]]
    with transaction.atomic():
        after = {"form": form, "rows": len(rows)}
        audit.record(actor, "briefings.obstacles.exported", party, party=party, after=after)
    content = csv_bytes(_head(), rows) if form == "csv" else xlsx_bytes([Sheet(_("Vướng mắc"), _head(), rows, WIDTHS)])
    return Export(f"vuong-mac-{actor.today:%Y%m%d}.{form}", FORMS[form], content)


def _head() -> list[str]:
    return [
        _("Ngày nêu"), _("Đơn vị"), _("Vướng mắc"), _("Nhóm"), _("Trạng thái"), _("Mức độ"), _("Địa điểm"),
        _("Xã, phường"), _("Hạn trả lời"), _("Ngày trả lời"), _("Mô tả"), _("Trả lời"), _("Căn cứ pháp lý"),
    ]  # fmt: skip


def _cells(row: Obstacle) -> list[Cell]:
    answered = timezone.localtime(row.answered_at).date().isoformat() if row.answered_at else ""
    return [
        timezone.localtime(row.raised_at).date().isoformat(), row.party.short_name, row.title,
        row.topic.name if row.topic else "", str(row.get_state_display()), str(row.get_urgency_display()), row.place,
        row.unit.name if row.unit else "", row.due_on.isoformat() if row.due_on else "", answered, row.text, row.answer,
        row.legal_basis,
    ]  # fmt: skip
