"""What is open before a briefing: the stuff of its agenda, and of the page that the director reads."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from django.db.models import Case, F, Prefetch, Value, When
from django.utils import timezone

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import (
    AgendaFile,
    AgendaItem,
    Audience,
    Briefing,
    Decision,
    Obstacle,
    ObstacleTopic,
    PooledPublication,
    PublicationStatus,
    TopicStatus,
    Urgency,
)
from phoihop.clauses.briefings.queries.meeting.briefings import rounds_of

HASTE = Case(When(urgency=Urgency.HIGH, then=Value(0)), When(urgency=Urgency.NORMAL, then=Value(1)), default=Value(2))


@dataclass(frozen=True, slots=True)
class ObstacleGroup:
    """Obstacles of one topic that every party may read."""

    topic: ObstacleTopic | None
    obstacles: list[Obstacle]


@dataclass(frozen=True, slots=True)
class OpenBusiness:
    """What is open, as far as the reader may know.

    ``topics`` and ``late`` are what every party may read; what is confidential stands apart, in ``private`` and
    ``private_late``, so that no group and no number of the others changes with it.
    """

    carried: list[AgendaItem] = field(default_factory=list)  # topics of the briefing before that were not finished
    late: list[Decision] = field(default_factory=list)
    topics: list[ObstacleGroup] = field(default_factory=list)
    private: list[Obstacle] = field(default_factory=list)
    private_late: list[Decision] = field(default_factory=list)
    pooled: list[PooledPublication] = field(default_factory=list)
    proposals: list[AgendaItem] = field(default_factory=list)

    @property
    def obstacles(self) -> list[Obstacle]:
        """All obstacles that the reader may see, the confidential ones last."""
        return [one for group in self.topics for one in group.obstacles] + self.private

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is open."""
        parts = (self.carried, self.late, self.topics, self.private, self.private_late, self.pooled, self.proposals)
        return not any(parts)


def open_business(*, actor: Actor, briefing: Briefing) -> OpenBusiness:
    """Carried-over topics, late decisions, obstacles by topic, published pooled figures, proposals of the parties."""
    shared, private = _obstacles(actor, briefing)
    late, private_late = _late(actor, briefing)
    return OpenBusiness(
        carried=_carried(actor, briefing), late=late, topics=shared, private=private, private_late=private_late,
        pooled=_pooled(actor, briefing), proposals=_proposals(actor, briefing),
    )  # fmt: skip


def _carried(actor: Actor, briefing: Briefing) -> list[AgendaItem]:
    if briefing.previous_id is None:
        return []
    found = AgendaItem.objects.visible_to(actor).filter(briefing_id=briefing.previous_id, status=TopicStatus.CARRIED)
    return list(found.exclude(private_talk=True).select_related("proposed_by", "group").prefetch_related("obstacles"))


def _obstacles(actor: Actor, briefing: Briefing) -> tuple[list[ObstacleGroup], list[Obstacle]]:
    """By topic, what all may read; apart from it, what is confidential and the reader's."""
    found = Obstacle.objects.visible_to(actor).filter(programme_id=briefing.activity.programme_id).under_way()
    by_topic = (F("topic__position").asc(nulls_last=True), "topic__name", "topic_id")
    rows = list(found.select_related("topic", "party", "unit").order_by(*by_topic, HASTE, "created_at"))
    shared = [row for row in rows if row.audience == Audience.ALL]
    groups = [
        ObstacleGroup(grouped[0].topic, grouped)
        for _topic, each in itertools.groupby(shared, key=lambda row: row.topic_id)
        if (grouped := list(each))
    ]
    return groups, [row for row in rows if row.audience != Audience.ALL]


def _late(actor: Actor, briefing: Briefing) -> tuple[list[Decision], list[Decision]]:
    """Decisions whose day has passed by the day of the meeting."""
    day = timezone.localtime(briefing.activity.starts_at, timezone.get_default_timezone()).date()
    found = Decision.objects.visible_to(actor).filter(programme_id=briefing.activity.programme_id).under_way()
    rows = list(found.filter(due_on__lt=max(day, actor.today)).select_related("owner", "briefing__activity"))
    shared = [row for row in rows if row.confidential_to_id is None]
    return shared, [row for row in rows if row.confidential_to_id is not None]


def _pooled(actor: Actor, briefing: Briefing) -> list[PooledPublication]:
    rounds = rounds_of(actor=actor, briefing=briefing).values("pk")
    found = PooledPublication.objects.visible_to(actor).filter(round_id__in=rounds, status=PublicationStatus.PUBLISHED)
    return list(found.select_related("round__version__form").order_by("round__title"))


def _proposals(actor: Actor, briefing: Briefing) -> list[AgendaItem]:
    found = AgendaItem.objects.visible_to(actor).filter(briefing=briefing, status=TopicStatus.PROPOSED)
    files = Prefetch("files", AgendaFile.objects.select_related("file"))
    return list(found.select_related("proposed_by").prefetch_related(files).order_by("created_at"))
