"""What is to be written or answered."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count, Q

from phoihop.base.access import Actor, Permission
from phoihop.clauses.briefings.models import AmendmentState, Briefing, BriefingStatus, Minutes, MinutesStatus


def amendable(*, actor: Actor) -> Iterator[tuple[Minutes, UUID]]:
    """Minutes that a party of the reader, or every party of the lead's, may still amend and has said nothing of."""
    rows = (
        Minutes.objects.visible_to(actor)
        .filter(status=MinutesStatus.AMENDING, amend_by__gte=actor.today)
        .select_related("briefing__activity__programme")
        .prefetch_related("briefing__activity__participations", "amendments")
    )
    for minutes in rows:
        lead = minutes.briefing.activity.programme.lead_id
        answered = {one.party_id for one in minutes.amendments.all()}
        for row in minutes.briefing.activity.participations.all():
            mine = row.party_id in actor.party_ids or lead in actor.party_ids
            if mine and row.party_id != lead and row.party_id not in answered:
                yield minutes, row.party_id


def to_write(*, actor: Actor) -> Iterator[tuple[Briefing, bool]]:
    """Briefings that were held and have no final minutes; whether an amendment waits for its answer."""
    led = actor.parties_with(Permission.MINUTES_WRITE)
    waiting = Count("record__amendments", filter=Q(record__amendments__state=AmendmentState.PROPOSED))
    rows = (
        Briefing.objects.filter(activity__programme__lead_id__in=led, status=BriefingStatus.ENDED)
        .filter(Q(record__isnull=True) | Q(record__status__in=[MinutesStatus.DRAFT, MinutesStatus.AMENDING]))
        .select_related("activity__programme")
        .annotate(waiting=waiting)
    )
    for briefing in rows:
        yield briefing, bool(getattr(briefing, "waiting", 0))
