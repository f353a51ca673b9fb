"""The briefing of an activity that opens."""

from __future__ import annotations

from django.db import transaction

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.clauses.briefings.agenda.following import link_briefings
from phoihop.clauses.briefings.models import Briefing
from phoihop.programme.models import Activity


def open_briefing(*, actor: Actor, activity: Activity) -> Briefing:
    """Make the briefing of an activity and put it behind the one before; safe to repeat."""
    require(actor, Permission.PLAN_WRITE, party=activity.programme.lead_id)
    with transaction.atomic():
        briefing, new = Briefing.objects.get_or_create(activity=activity)
        link_briefings(activity.programme_id)
        if new:
            audit.record(actor, "briefings.briefing.opened", briefing, party=activity.programme.lead_id)
    briefing.refresh_from_db()
    return briefing
