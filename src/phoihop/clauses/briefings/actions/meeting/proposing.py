"""An agenda from what is open; building it again adds only what is new."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.clauses.briefings.agenda.following import choose_rounds_of_the_time, link_briefings
from phoihop.clauses.briefings.agenda.keeping import BEFORE, locked, places, told_anew
from phoihop.clauses.briefings.models import AgendaItem, Briefing, Topic
from phoihop.clauses.briefings.queries.meeting.briefings import rounds_of
from phoihop.clauses.briefings.queries.meeting.open_business import ObstacleGroup, OpenBusiness, open_business

# Titles stand in the agenda, which is a paper of the department: in Vietnamese, and the officer's to change.
OPENING = "Khai mạc, giới thiệu thành phần dự họp"
REVIEW = "Kiểm điểm kết luận, nhiệm vụ quá hạn"
FIGURES = "Tình hình sản xuất, kinh doanh: số liệu tổng hợp trong kỳ"
GROUP = "Vướng mắc: {topic}"
OTHERS = "Vướng mắc khác"
PRIVATE = "Trao đổi riêng giữa Sở và từng đơn vị"
PRIVATE_TEXT = "Dành cho nội dung mỗi đơn vị chỉ trao đổi với Sở; kỳ nào cũng có trong chương trình."
CLOSING = "Kết luận của chủ trì"
MOST = 25  # minutes of one topic, unless somebody sets more


def propose_agenda(*, actor: Actor, briefing: Briefing) -> int:
    """Put onto the agenda what is open and not yet there; returns how many topics were added.

    The length of a topic follows from what every party may read. What is confidential has its place in the private
    talks, which are on every agenda, for the same time: neither a title nor a minute tells that there is any.

    :raises Refused: the meeting has begun
    """
    lead = briefing.activity.programme.lead_id
    require(actor, Permission.BRIEFING_RUN, party=lead)
    with transaction.atomic():
        link_briefings(briefing.activity.programme_id)
        now = locked(briefing, states=BEFORE)
        choose_rounds_of_the_time(now)
        known = list(now.items.all().on_the_agenda())
        added = _Builder(now, known).build(
            open_business(actor=actor, briefing=now), figures=rounds_of(actor=actor, briefing=now).exists()
        )
        private = next((place for place, one in enumerate(known) if one.private_talk), len(known))
        places(now, [*known[:private], *added, *known[private:]])
        told_anew(now)
        audit.record(actor, "briefings.agenda.proposed", now, party=lead, after={"added": len(added)})
    return len(added)


class _Builder:
    """Adds to one agenda what it lacks."""

    def __init__(self, briefing: Briefing, known: list[AgendaItem]) -> None:
        self.briefing, self.known, self.added = briefing, known, list[AgendaItem]()

    def build(self, business: OpenBusiness, *, figures: bool) -> list[AgendaItem]:
        """Carried-over topics first, then late decisions, figures, obstacles, private talks."""
        fresh = not self.known
        if fresh:
            self._add(OPENING, 5)
        for item in business.carried:
            self._carry(item)
        if business.late:
            review = self._topic(Topic.LATE) or self._add(REVIEW, min(MOST, 5 + 3 * len(business.late)), Topic.LATE)
            review.decisions.set(business.late)
        if (business.pooled or figures) and not self._topic(Topic.FIGURES):
            self._add(FIGURES, 20, Topic.FIGURES)
        for group in business.topics:
            self._obstacles(group)
        private = next((one for one in self.known if one.private_talk), None)
        if private is None:
            private = self._add(PRIVATE, 15, Topic.OBSTACLES, private_talk=True, text=PRIVATE_TEXT)
        private.obstacles.set(business.private)
        private.decisions.set(business.private_late)
        if fresh:
            self._add(CLOSING, 10)
        return self.added

    def _topic(self, topic: str) -> AgendaItem | None:
        return next((one for one in self.known if one.topic == topic), None)

    def _add(self, title: str, minutes: int, topic: str = Topic.OTHER, **values: Any) -> AgendaItem:
        item = AgendaItem.objects.create(
            briefing=self.briefing, title=title[:200], minutes=minutes, topic=topic, **values
        )
        self.added.append(item)
        return item

    def _carry(self, old: AgendaItem) -> None:
        if any(one.carried_from_id == old.pk for one in self.known):
            return
        item = self._add(
            old.title, old.minutes, Topic.CARRIED, text=old.text, presenter=old.presenter, carried_from=old,
            proposed_by=old.proposed_by, decision_id=old.decision_id,
        )  # fmt: skip
        item.obstacles.set(old.obstacles.all())
        item.decisions.set(old.decisions.all())

    def _obstacles(self, group: ObstacleGroup) -> None:
        pk = group.topic.pk if group.topic else None
        known: Iterable[AgendaItem] = (
            one for one in self.known if one.topic == Topic.OBSTACLES and not one.private_talk and one.group_id == pk
        )
        item = next(iter(known), None)
        if item is None:
            title = GROUP.format(topic=group.topic.name) if group.topic else OTHERS
            item = self._add(title, min(MOST, 5 + 5 * len(group.obstacles)), Topic.OBSTACLES, group=group.topic)
        item.obstacles.add(*group.obstacles)
