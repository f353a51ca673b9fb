"""Briefings for pages."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import Briefing, ReportRound
from phoihop.clauses.briefings.models.meeting import BriefingQuerySet
from phoihop.programme.models import Participation

ABOUT = ("activity__programme__lead", "activity__item__clause", "previous__activity", "current", "invitation")


def visible_briefing(*, actor: Actor, pk: UUID) -> Briefing:
    """One briefing with its activity and programme.

    :raises NotVisible: no such briefing for this person
    """
    found = Briefing.objects.visible_to(actor).select_related(*ABOUT).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def led_briefing(*, actor: Actor, pk: UUID) -> Briefing:
    """One briefing of a programme that the actor's party leads; for the others it does not exist.

    :raises NotVisible: no such briefing for this person
    """
    found = visible_briefing(actor=actor, pk=pk)
    if found.activity.programme.lead_id not in actor.party_ids:
        raise NotVisible
    return found


def briefings(*, actor: Actor, programme: UUID | None = None) -> BriefingQuerySet:
    """Every briefing, the newest first."""
    found: BriefingQuerySet = Briefing.objects.visible_to(actor).select_related("activity__programme__lead")
    if programme:
        found = found.filter(activity__programme_id=programme)
    return found.order_by("-activity__starts_at")


def next_briefing(*, actor: Actor, programme: UUID | None = None) -> Briefing | None:
    """The one to come, or going on."""
    waiting = Q(status__in=["preparing", "invited", "running"]) & ~Q(activity__status__in=["cancelled", "closed"])
    return briefings(actor=actor, programme=programme).filter(waiting).order_by("activity__starts_at").first()


def runs(*, actor: Actor, briefing: Briefing) -> bool:
    """Whether the actor prepares this briefing and keeps its room."""
    return actor.may(Permission.BRIEFING_RUN, briefing.activity.programme.lead_id)


def leads(*, actor: Actor, briefing: Briefing) -> bool:
    """Whether the actor sits for the party that leads."""
    return briefing.activity.programme.lead_id in actor.party_ids


def rounds_of(*, actor: Actor, briefing: Briefing) -> QuerySet[ReportRound]:
    """The rounds of reports that a briefing looks at, as far as the actor may see them; the newest first."""
    its = Q(activity_id=briefing.activity_id) | Q(briefings=briefing)
    found = ReportRound.objects.visible_to(actor).filter(its, programme_id=briefing.activity.programme_id)
    return found.distinct().order_by("-ends_on", "title")


def own_parties(*, actor: Actor, briefing: Briefing) -> list[Participation]:
    """The parties of the briefing for which the actor may speak and vote."""
    mine = actor.parties_with(Permission.BRIEFING_SPEAK)
    rows = Participation.objects.filter(activity_id=briefing.activity_id, party_id__in=mine).select_related("party")
    return list(rows.order_by("party__short_name"))
