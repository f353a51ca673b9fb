"""Who may propose, and the papers of topics."""

from __future__ import annotations

from django.db.models import QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.clauses.briefings.models import AgendaFile, AgendaItem, Briefing
from phoihop.people.models import Party
from phoihop.programme.models import Participation


def proposing_parties(*, actor: Actor, briefing: Briefing) -> QuerySet[Party]:
    """The actor's parties that take part and for which the actor may speak."""
    taking = Participation.objects.filter(activity_id=briefing.activity_id).values("party_id")
    mine = actor.parties_with(Permission.BRIEFING_SPEAK)
    return Party.objects.visible_to(actor).filter(pk__in=taking).filter(pk__in=mine).order_by("short_name")


def party_for_files(*, actor: Actor, item: AgendaItem) -> Party | None:
    """For which party the actor may attach papers to a topic: the lead to any, a party to its own."""
    lead = item.briefing.activity.programme.lead
    if actor.may(Permission.BRIEFING_RUN, lead):
        return lead
    if item.proposed_by is not None and actor.may(Permission.BRIEFING_SPEAK, item.proposed_by):
        return item.proposed_by
    return None


def files_of(*, actor: Actor, item: AgendaItem) -> list[AgendaFile]:
    """The papers of a topic that the actor sees."""
    seen = AgendaItem.objects.visible_to(actor).filter(pk=item.pk)
    return list(AgendaFile.objects.filter(item__in=seen).select_related("file", "party"))
