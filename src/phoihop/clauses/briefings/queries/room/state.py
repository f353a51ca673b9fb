"""The room at this moment, as one reader, or everybody before the projector, may see it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.agenda.lines import Agenda, Line, in_order, told_to_all
from phoihop.clauses.briefings.models import Briefing, Speaker, SpeakerState, TopicStatus
from phoihop.clauses.briefings.queries.meeting.agenda import agenda
from phoihop.clauses.briefings.queries.meeting.briefings import own_parties
from phoihop.clauses.briefings.queries.room.figures import RoomFigure, published_figures
from phoihop.clauses.briefings.queries.room.votes import VoteView, votes
from phoihop.people.models import Party


@dataclass(frozen=True, slots=True)
class Clock:
    """How long the current topic has taken."""

    now: dt.datetime
    spent_s: int
    allowed_s: int
    running: bool

    @property
    def left_s(self) -> int:
        """Seconds left; below zero where it takes too long."""
        return self.allowed_s - self.spent_s

    @property
    def words(self) -> str:
        """Minutes and seconds used."""
        return f"{self.spent_s // 60:02d}:{self.spent_s % 60:02d}"

    @property
    def tone(self) -> str:
        """ok, soon or over."""
        if self.left_s < 0:
            return "over"
        return "soon" if self.left_s * 5 <= self.allowed_s else "ok"


@dataclass(frozen=True, slots=True)
class RoomState:
    """Everything that a screen or phone shows."""

    briefing: Briefing
    agenda: Agenda
    line: Line | None = None  # the current topic
    following: Line | None = None
    clock: Clock | None = None
    speaking: Speaker | None = None
    waiting: list[Speaker] = field(default_factory=list)
    spoken: list[Speaker] = field(default_factory=list)
    vote: VoteView | None = None  # the open one, or the one whose result is shown
    votes: list[VoteView] = field(default_factory=list)  # all, for the page after the meeting
    figure: RoomFigure | None = None
    own: list[Party] = field(default_factory=list)  # for which the reader may speak


def room_version(*, actor: Actor, pk: UUID) -> int:
    """The number that grows with all that changes in the room: one question to the database.

    :raises NotVisible: no such briefing for this person
    """
    seen = Briefing.objects.visible_to(actor).filter(pk=pk).order_by()
    found = seen.values_list("room_version", flat=True).first()
    if found is None:
        raise NotVisible
    return found


def room_state(*, actor: Actor, briefing: Briefing, to_all: bool = False) -> RoomState:
    """The room now.

    :param to_all: for the projector: nothing that is confidential to anybody, whoever has opened the page
    """
    lines = in_order(briefing, told_to_all(briefing)) if to_all else agenda(actor=actor, briefing=briefing)
    found = votes(actor=actor, briefing=briefing)
    own = [] if to_all else [row.party for row in own_parties(actor=actor, briefing=briefing)]
    current = next((line for line in lines.lines if line.item.pk == briefing.current_id), None)
    turns = list(Speaker.objects.filter(item=briefing.current_id).select_related("party")) if current else []
    return RoomState(
        briefing, lines, current, _following(lines, current), _clock(actor, briefing, current),
        next((one for one in turns if one.state == SpeakerState.SPEAKING), None),
        [one for one in turns if one.state == SpeakerState.WAITING],
        [one for one in turns if one.state == SpeakerState.DONE],
        _vote(briefing, found), found, _figure(actor, briefing), own,
    )  # fmt: skip


def _following(lines: Agenda, current: Line | None) -> Line | None:
    """The same as the desk's button goes to: after the current topic first, then what was passed over."""
    waiting = [one for one in lines.lines if one.item.status == TopicStatus.ACCEPTED and one is not current]
    after = [one for one in waiting if current is None or one.number > current.number]
    return next(iter(after or waiting), None)


def _clock(actor: Actor, briefing: Briefing, current: Line | None) -> Clock | None:
    if current is None:
        return None
    since = briefing.current_since
    ran = max(0, int((actor.at - since).total_seconds())) if since else 0
    return Clock(actor.at, current.item.spent_s + ran, current.item.allowed_minutes * 60, since is not None)


def _vote(briefing: Briefing, found: list[VoteView]) -> VoteView | None:
    shown = next((one for one in found if one.is_open), None)
    return shown or next((one for one in found if briefing.shown_figure == f"vote:{one.vote.pk}"), None)


def _figure(actor: Actor, briefing: Briefing) -> RoomFigure | None:
    code = briefing.shown_figure
    if not code or code.startswith("vote:"):
        return None
    return next((one for one in published_figures(actor=actor, briefing=briefing) if one.code == code), None)


def visible_speaker(*, actor: Actor, briefing: Briefing, pk: UUID) -> Speaker:
    """One turn to speak.

    :raises NotVisible: it is of another briefing
    """
    seen = Briefing.objects.visible_to(actor).filter(pk=briefing.pk)
    found = Speaker.objects.filter(pk=pk, item__briefing__in=seen).select_related("party", "item__briefing").first()
    if found is None:
        raise NotVisible
    return found
