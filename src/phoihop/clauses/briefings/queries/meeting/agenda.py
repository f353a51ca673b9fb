"""The agenda of a briefing, with the eyes of one reader."""

from __future__ import annotations

from uuid import UUID

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.agenda.lines import Agenda, in_order, told
from phoihop.clauses.briefings.models import AgendaItem, Briefing, Decision, Obstacle, TopicStatus


def agenda(*, actor: Actor, briefing: Briefing) -> Agenda:
    """Topics in order with their times; of each only the obstacles and decisions that the reader may see."""
    items = AgendaItem.objects.visible_to(actor).filter(briefing=briefing).on_the_agenda()
    found = told(items, Obstacle.objects.visible_to(actor), Decision.objects.visible_to(actor))
    return in_order(briefing, found)


def declined(*, actor: Actor, briefing: Briefing) -> list[AgendaItem]:
    """Proposals that were not taken in, with the reason; of one's own party, for the lead all."""
    found = AgendaItem.objects.visible_to(actor).filter(briefing=briefing, status=TopicStatus.DECLINED)
    return list(found.select_related("proposed_by").order_by("created_at"))


def visible_item(*, actor: Actor, pk: UUID) -> AgendaItem:
    """One topic with its briefing.

    :raises NotVisible: no such topic for this person
    """
    found = (
        AgendaItem.objects.visible_to(actor)
        .select_related("briefing__activity__programme__lead", "proposed_by")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def file_is_visible(actor: Actor, pk: UUID) -> bool:
    """Guard of the files that topics hold."""
    return AgendaItem.objects.visible_to(actor).filter(pk=pk).exists()
