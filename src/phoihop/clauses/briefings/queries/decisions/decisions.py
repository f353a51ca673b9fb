"""Decisions for lists, one decision with what was done for it, and how each party stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Prefetch, Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.base.search import matches
from phoihop.clauses.briefings.models import Decision, DecisionState, DecisionUpdate
from phoihop.people.models import Party
from phoihop.programme.models import Programme, ProgrammeParty

S = DecisionState
UNDER_WAY = (S.OPEN, S.REPORTED)


def decisions(
    *,
    actor: Actor,
    state: str = "",
    owner: UUID | None = None,
    programme: UUID | None = None,
    briefing: UUID | None = None,
    text: str = "",
) -> QuerySet[Decision]:
    """Decisions, the soonest due first.

    :param state: a state, ``under_way``, or ``late``
    """
    found: QuerySet[Decision] = Decision.objects.visible_to(actor)
    if state == "late":
        found = found.filter(state=S.OPEN, due_on__lt=actor.today)
    elif state == "under_way":
        found = found.filter(state__in=UNDER_WAY)
    elif state in S.values:
        found = found.filter(state=state)
    for name, value in {"owner_id": owner, "programme_id": programme, "briefing_id": briefing}.items():
        if value:
            found = found.filter(**{name: value})
    if text:
        found = found.filter(matches(text, "text"))
    found = found.select_related("owner", "programme", "briefing__activity", "confidential_to")
    return found.order_by(F("due_on").asc(nulls_last=True), "created_at")


def visible_decision(*, actor: Actor, pk: UUID) -> Decision:
    """One decision with what was done for it.

    :raises NotVisible: no such decision for this person
    """
    found = (
        Decision.objects.visible_to(actor)
        .select_related("owner", "programme__lead", "briefing__activity", "confidential_to", "obstacle")
        .prefetch_related(
            Prefetch(
                "updates", DecisionUpdate.objects.select_related("party", "written_by", "file").order_by("created_at")
            )
        )
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def late_decisions(*, actor: Actor, programme: UUID, on: dt.date | None = None) -> QuerySet[Decision]:
    """Those still to be carried out whose day has passed."""
    return decisions(actor=actor, state="under_way", programme=programme).filter(due_on__lt=on or actor.today)


def decision_file_is_visible(actor: Actor, pk: UUID) -> bool:
    """Whether the actor may open the evidence of a decision."""
    return Decision.objects.visible_to(actor).filter(pk=pk).exists()


def speaks_for(*, actor: Actor, decision: Decision) -> Party | None:
    """The party for which the actor may say what was done."""
    if actor.may(Permission.DECISION_REPORT, decision.owner_id):
        return decision.owner
    if actor.may(Permission.DECISION_FOLLOW, decision.programme.lead_id):
        return decision.programme.lead
    return None


def owners(*, actor: Actor, programme: UUID) -> list[Party]:
    """Who can be given a task in a programme: its lead first, then those that take part."""
    found = Programme.objects.visible_to(actor).select_related("lead").filter(pk=programme).first()
    if found is None:
        raise NotVisible
    rows = (
        ProgrammeParty.objects.filter(programme=found, left_on=None)
        .select_related("party")
        .order_by("party__short_name")
    )
    return [found.lead, *[row.party for row in rows]]


def led_programmes(*, actor: Actor) -> list[Programme]:
    """The programmes in which the actor gives tasks."""
    return list(
        Programme.objects.filter(lead_id__in=actor.parties_with(Permission.DECISION_FOLLOW)).select_related("lead")
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How many decisions of one owner are in which state."""

    owner: str
    done: int
    reported: int
    open: int
    late: int


def standings(*, actor: Actor) -> list[Standing]:
    """For each owner, among the decisions that the actor may see."""
    rows = (
        Decision.objects.visible_to(actor)
        .exclude(state=S.DROPPED)
        .values("owner__short_name")
        .annotate(
            done=Count("pk", filter=Q(state=S.DONE)),
            reported=Count("pk", filter=Q(state=S.REPORTED)),
            late=Count("pk", filter=Q(state=S.OPEN, due_on__lt=actor.today)),
            all_open=Count("pk", filter=Q(state=S.OPEN)),
        )
        .order_by("owner__short_name")
    )
    return [
        Standing(row["owner__short_name"], row["done"], row["reported"], row["all_open"] - row["late"], row["late"])
        for row in rows
    ]


def led_programme(*, actor: Actor, pk: UUID) -> Programme:
    """A programme in which the actor gives tasks.

    :raises NotVisible: it is not the actor's to lead
    """
    found = next((one for one in led_programmes(actor=actor) if one.pk == pk), None)
    if found is None:
        raise NotVisible
    return found
