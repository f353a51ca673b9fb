"""What the page of a briefing gathers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import Briefing, Decision, PooledPublication, PublicationStatus, ReportRound
from phoihop.clauses.briefings.queries.meeting.attendance import PartyLine, party_lines
from phoihop.clauses.briefings.queries.meeting.briefings import rounds_of
from phoihop.papers.models import Paper
from phoihop.papers.queries.papers import papers_of
from phoihop.people.models import Party
from phoihop.programme.models import Answer, Participation

LABELS = dict(Answer.choices)


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """How many parties gave one answer; the department's to know."""

    code: str
    label: str
    count: int


def answers(*, actor: Actor, briefing: Briefing, lines: list[PartyLine]) -> list[AnswerCount]:
    """Answers counted, for the lead; nothing for the others."""
    lead = briefing.activity.programme.lead_id
    if lead not in actor.party_ids:
        return []
    counted = Counter(line.row.answer for line in lines if line.row and line.party.pk != lead)
    return [AnswerCount(code, str(label), counted[code]) for code, label in LABELS.items() if counted[code]]


def lines(*, actor: Actor, briefing: Briefing) -> list[PartyLine]:
    """The parties, as far as the reader may know."""
    return party_lines(actor=actor, briefing=briefing)


def pooled(*, actor: Actor, briefing: Briefing) -> list[PooledPublication]:
    """Published pooled tables of the rounds of a briefing."""
    rounds = rounds_of(actor=actor, briefing=briefing).values("pk")
    found = PooledPublication.objects.visible_to(actor).filter(round_id__in=rounds, status=PublicationStatus.PUBLISHED)
    return list(found.select_related("round"))


def rounds_to_choose(*, actor: Actor, briefing: Briefing) -> QuerySet[ReportRound]:
    """Rounds of the programme, from which the officer chooses."""
    return ReportRound.objects.visible_to(actor).filter(programme_id=briefing.activity.programme_id)


def previous(*, actor: Actor, briefing: Briefing) -> Briefing | None:
    """The briefing before, if the reader may see it."""
    if briefing.previous_id is None:
        return None
    return Briefing.objects.visible_to(actor).select_related("activity").filter(pk=briefing.previous_id).first()


def decisions_of(*, actor: Actor, briefing: Briefing) -> list[Decision]:
    """What was decided there, as far as the reader may know."""
    return list(Decision.objects.visible_to(actor).filter(briefing=briefing).select_related("owner"))


def invitations(*, actor: Actor, briefing: Briefing) -> QuerySet[Paper]:
    """Invitations on paper; a party sees its own once it is signed."""
    found = papers_of(actor=actor, subject_label="programme.activity", subject_id=briefing.activity_id)
    return found.filter(type="GM")


def parties(*, actor: Actor, briefing: Briefing) -> QuerySet[Party]:
    """The lead and those that take part, from which to choose."""
    taking = Participation.objects.filter(activity_id=briefing.activity_id).values("party_id")
    found = Party.objects.visible_to(actor).filter(Q(pk__in=taking) | Q(pk=briefing.activity.programme.lead_id))
    return found.order_by("short_name")
