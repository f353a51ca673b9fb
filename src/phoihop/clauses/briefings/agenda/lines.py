"""The lines of an agenda: numbers, and when each topic begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from phoihop.clauses.briefings.models import AgendaFile, AgendaItem, Audience, Briefing, Decision, Obstacle
from phoihop.clauses.briefings.models.meeting import AgendaItemQuerySet
from phoihop.clauses.briefings.models.minutes import DecisionQuerySet
from phoihop.clauses.briefings.models.obstacles import ObstacleQuerySet


@dataclass(frozen=True, slots=True)
class Line:
    """One topic in its place."""

    number: int
    item: AgendaItem
    starts_at: dt.datetime
    obstacles: list[Obstacle]
    decisions: list[Decision]
    files: list[AgendaFile]

    @property
    def ends_at(self) -> dt.datetime:
        """When it should be done."""
        return self.starts_at + dt.timedelta(minutes=self.item.minutes)


@dataclass(frozen=True, slots=True)
class Agenda:
    """All topics, and whether they fit into the meeting."""

    lines: list[Line]
    minutes: int
    available: int  # length of the meeting

    @property
    def over(self) -> int:
        """How many minutes too long it is; negative where there is time left."""
        return self.minutes - self.available


def told(items: AgendaItemQuerySet, obstacles: ObstacleQuerySet, decisions: DecisionQuerySet) -> AgendaItemQuerySet:
    """Topics with those of their obstacles and decisions that may be told."""
    return (
        items.select_related("proposed_by", "decision", "group", "carried_from")
        .prefetch_related(
            Prefetch("obstacles", obstacles.select_related("party", "topic").order_by("created_at")),
            Prefetch("decisions", decisions.select_related("owner").order_by("due_on")),
            Prefetch("files", AgendaFile.objects.select_related("file", "party")),
        )
        .order_by("position", "created_at")
    )


def told_to_all(briefing: Briefing) -> AgendaItemQuerySet:
    """The agenda as it may stand on a wall: nothing in it is confidential to anybody."""
    return told(
        AgendaItem.objects.filter(briefing=briefing, confidential=False).on_the_agenda(),
        Obstacle.objects.filter(audience=Audience.ALL),
        Decision.objects.filter(confidential_to=None),
    )


def in_order(briefing: Briefing, items: Iterable[AgendaItem]) -> Agenda:
    """Number the topics and reckon when each begins."""
    activity = briefing.activity
    lines: list[Line] = []
    starts_at, minutes = activity.starts_at, 0
    for number, item in enumerate(items, start=1):
        parts = list(item.obstacles.all()), list(item.decisions.all()), list(item.files.all())
        lines.append(Line(number, item, starts_at, *parts))
        starts_at += dt.timedelta(minutes=item.minutes)
        minutes += item.minutes
    available = round((activity.ends_at - activity.starts_at).total_seconds() / 60)
    return Agenda(lines, minutes, available)
