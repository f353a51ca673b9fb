"""Which briefing follows which."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from phoihop.clauses.briefings.models import Briefing, ReportRound, RoundStatus
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


LOOKING_BACK = dt.timedelta(days=45)  # a briefing looks at a period that ended not long before


def choose_rounds_of_the_time(briefing: Briefing) -> None:
    """Look at the rounds of the time of the meeting, where nobody has chosen any."""
    its = Q(activity_id=briefing.activity_id) | Q(briefings=briefing)
    if ReportRound.objects.filter(its).exists():
        return
    day = timezone.localtime(briefing.activity.starts_at, timezone.get_default_timezone()).date()
    given = ReportRound.objects.filter(
        programme_id=briefing.activity.programme_id, status__in=[RoundStatus.OPEN, RoundStatus.CLOSED]
    )
    briefing.rounds.set(given.filter(starts_on__lte=day, ends_on__gte=day - LOOKING_BACK))
