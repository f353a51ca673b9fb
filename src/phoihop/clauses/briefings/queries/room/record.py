"""What was in the room, for the minutes: times, speakers, votes, who came."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import AgendaItem, Briefing, Decision, Obstacle, Speaker, SpeakerState
from phoihop.clauses.briefings.queries.meeting.agenda import agenda
from phoihop.clauses.briefings.queries.meeting.attendance import PartyLine, party_lines
from phoihop.clauses.briefings.queries.room.votes import VoteView, votes
from phoihop.people.models import Party
from phoihop.programme.models import Participation


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """One topic as it was discussed."""

    number: int
    item: AgendaItem
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    spent_s: int
    speakers: list[Speaker]  # in the order in which they spoke
    votes: list[VoteView]
    obstacles: list[Obstacle]
    decisions: list[Decision]

    @property
    def minutes_spent(self) -> int:
        """Whole minutes, at least one where it was discussed."""
        return max(1, round(self.spent_s / 60)) if self.spent_s else 0


@dataclass(frozen=True, slots=True)
class RoomRecord:
    """The whole meeting."""

    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    parties: list[Party]  # those that came
    people: list[PartyLine]  # with the people that the reader may know
    topics: list[TopicRecord]
    votes: list[VoteView]  # those that belong to no topic


def room_record(*, actor: Actor, briefing: Briefing) -> RoomRecord:
    """What the room knows of a meeting, as far as the reader may."""
    lines = agenda(actor=actor, briefing=briefing).lines
    spoken = Speaker.objects.filter(item__briefing=briefing, state__in=[SpeakerState.DONE, SpeakerState.SPEAKING])
    turns = list(spoken.select_related("party").order_by("started_at"))
    held = votes(actor=actor, briefing=briefing)
    came = Participation.objects.filter(activity_id=briefing.activity_id, attended=True).select_related("party")
    topics = [
        TopicRecord(
            line.number, line.item, line.item.started_at, line.item.ended_at, line.item.spent_s,
            [one for one in turns if one.item_id == line.item.pk],
            [one for one in held if one.vote.item_id == line.item.pk], line.obstacles, line.decisions,
        )
        for line in lines
    ]  # fmt: skip
    known = {line.item.pk for line in lines}
    return RoomRecord(
        briefing.started_at, briefing.ended_at,
        [row.party for row in came.order_by("-party__kind", "party__short_name")],
        party_lines(actor=actor, briefing=briefing), topics, [one for one in held if one.vote.item_id not in known],
    )  # fmt: skip
