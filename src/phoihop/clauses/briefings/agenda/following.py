"""Which briefing follows which."""

from __future__ import annotations

from uuid import UUID

from phoihop.clauses.briefings.models import Briefing
from phoihop.programme.models import ActivityStatus


def link_briefings(programme_id: UUID) -> None:
    """Let each briefing of a programme know the one before, by the time they begin.

    A cancelled one and one of some parties alone are nobody's forerunner.
    """
    rows = Briefing.objects.filter(activity__programme_id=programme_id).select_related("activity")
    before: Briefing | None = None
    for row in rows.order_by("activity__starts_at", "created_at"):
        if row.previous_id != (before.pk if before else None):
            Briefing.objects.filter(pk=row.pk).update(previous=before)
        if row.activity.status != ActivityStatus.CANCELLED and not row.activity.restricted:
            before = row
