"""From topic to topic: begin, go on, pause, lengthen, carry over, end."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.base.errors import Refused, Stale
from phoihop.base.transitions import move
from phoihop.clauses.briefings.actions.room.desk import changed, require_desk, running
from phoihop.clauses.briefings.agenda.keeping import BEFORE, locked, told_anew
from phoihop.clauses.briefings.models import (
    BRIEFING_TRANSITIONS,
    AgendaItem,
    Briefing,
    BriefingStatus,
    Speaker,
    SpeakerState,
    TopicStatus,
    Vote,
)
from phoihop.programme.actions.activity.lifecycle import hold_activity, open_activity
from phoihop.programme.models import ActivityStatus

EARLY = dt.timedelta(hours=3)  # before the hour on the invitation
MOST_EXTRA = 120


def _lead(briefing: Briefing) -> UUID:
    return briefing.activity.programme.lead_id


def start_room(*, actor: Actor, briefing: Briefing, early: bool = False) -> Briefing:
    """Begin the meeting with its first topic.

    :param early: the chair knows that it is hours before the time on the invitation
    :raises Refused: it is too early, or the agenda is empty
    """
    require_desk(actor, briefing)
    with transaction.atomic():
        now = locked(briefing, states=BEFORE)
        if actor.at < now.activity.starts_at - EARLY and not early:
            raise Refused(_("Chưa đến giờ họp ghi trong giấy mời. Nếu họp sớm, hãy bấm “Bắt đầu sớm”."))
        first = now.items.filter(status=TopicStatus.ACCEPTED).order_by("position", "created_at").first()
        if first is None:
            raise Refused(_("Chương trình chưa có nội dung nào. Hãy lập chương trình trước."))
        if now.activity.status == ActivityStatus.SCHEDULED:
            open_activity(actor=actor, activity=now.activity)
        move(now, BriefingStatus.RUNNING, BRIEFING_TRANSITIONS, started_at=actor.at)
        _begin(actor, now, first)
        audit.record(actor, "briefings.room.started", now, party=_lead(now))
    briefing.refresh_from_db()
    return briefing


def go_to(*, actor: Actor, briefing: Briefing, item: AgendaItem, seen: UUID | None) -> AgendaItem:
    """Go on to a topic; the current one is done.

    :param seen: the topic that the page showed as current
    :raises Stale: somebody else was faster
    """
    require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing, seen=seen, check=True)
        target = now.items.filter(pk=item.pk, status__in=[TopicStatus.ACCEPTED, TopicStatus.DONE]).first()
        if target is None:
            raise Stale
        if target.pk == now.current_id:
            return target
        _leave(actor, now, TopicStatus.DONE)
        _begin(actor, now, target)
        audit.record(actor, "briefings.room.topic", target, party=_lead(now))
    return target


def next_topic(*, actor: Actor, briefing: Briefing, seen: UUID | None) -> AgendaItem | None:
    """Go on to the next topic that was not discussed; None at the end of the agenda."""
    require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing, seen=seen, check=True)
        target = _following(now)
        _leave(actor, now, TopicStatus.DONE)
        if target is None:
            changed(now, current=None, current_since=None, shown_figure="")
        else:
            _begin(actor, now, target)
        audit.record(actor, "briefings.room.topic", target or now, party=_lead(now))
    return target


def carry_over(*, actor: Actor, briefing: Briefing, seen: UUID | None) -> AgendaItem | None:
    """Leave the current topic for the next briefing, and go on."""
    require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing, seen=seen, check=True)
        if now.current is None:
            raise Refused(_("Không có nội dung nào đang bàn."))
        left, target = now.current, _following(now)
        _leave(actor, now, TopicStatus.CARRIED)
        if target is None:
            changed(now, current=None, current_since=None, shown_figure="")
        else:
            _begin(actor, now, target)
        audit.record(actor, "briefings.room.carried", left, party=_lead(now))
    return target


def _following(briefing: Briefing) -> AgendaItem | None:
    """The next topic not discussed, after the current one; then what was passed over."""
    here = briefing.current
    waiting = [item for item in briefing.items.filter(status=TopicStatus.ACCEPTED) if item != here]
    after = [item for item in waiting if here is None or item.position > here.position]
    return next(iter(after or waiting), None)


def _begin(actor: Actor, briefing: Briefing, item: AgendaItem) -> None:
    AgendaItem.objects.filter(pk=item.pk).update(status=TopicStatus.ACCEPTED, ended_at=None)
    AgendaItem.objects.filter(pk=item.pk, started_at=None).update(started_at=actor.at)
    changed(briefing, current=item, current_since=actor.at, shown_figure="")


def _leave(actor: Actor, briefing: Briefing, status: str) -> None:
    """Stop the clock of the current topic, and whoever speaks."""
    if briefing.current is None:
        return
    _stop_clock(actor, briefing)
    AgendaItem.objects.filter(pk=briefing.current.pk).update(status=status, ended_at=actor.at)
    turns = Speaker.objects.filter(item=briefing.current)
    turns.filter(state=SpeakerState.SPEAKING).update(state=SpeakerState.DONE, ended_at=actor.at)
    turns.filter(state=SpeakerState.WAITING).update(state=SpeakerState.WITHDRAWN)


def _stop_clock(actor: Actor, briefing: Briefing) -> None:
    if briefing.current is None or briefing.current_since is None:
        return
    ran = max(0, round((actor.at - briefing.current_since).total_seconds()))
    AgendaItem.objects.filter(pk=briefing.current.pk).update(spent_s=briefing.current.spent_s + ran)


def pause(*, actor: Actor, briefing: Briefing, seen: UUID | None) -> None:
    """Let the clock of the topic stand still; repeated, nothing happens."""
    require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing, seen=seen, check=True)
        if now.current is None or now.paused:
            return
        _stop_clock(actor, now)
        changed(now, current_since=None)
        audit.record(actor, "briefings.room.paused", now, party=_lead(now))


def resume(*, actor: Actor, briefing: Briefing, seen: UUID | None) -> None:
    """Let the clock run again; repeated, nothing happens."""
    require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing, seen=seen, check=True)
        if not now.paused:
            return
        changed(now, current_since=actor.at)
        audit.record(actor, "briefings.room.resumed", now, party=_lead(now))


def extend(*, actor: Actor, briefing: Briefing, minutes: int, seen: UUID | None) -> None:
    """Give the current topic more time."""
    require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing, seen=seen, check=True)
        if now.current is None:
            raise Refused(_("Không có nội dung nào đang bàn."))
        if minutes < 1 or now.current.extra_minutes + minutes > MOST_EXTRA:
            raise Refused(_("Một nội dung kéo dài thêm được nhiều nhất 120 phút."))
        AgendaItem.objects.filter(pk=now.current.pk).update(extra_minutes=now.current.extra_minutes + minutes)
        changed(now)
        audit.record(actor, "briefings.room.extended", now.current, party=_lead(now), after={"minutes": minutes})


def end_room(*, actor: Actor, briefing: Briefing) -> Briefing:
    """End the meeting: what was not discussed goes to the next one.

    :raises Refused: a vote is open
    """
    require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing)
        if Vote.objects.filter(briefing=now, opened_at__isnull=False, closed_at=None).exists():
            raise Refused(_("Còn một cuộc bỏ phiếu đang mở. Hãy đóng phiếu rồi kết thúc."))
        _leave(actor, now, TopicStatus.DONE)
        now.items.filter(status=TopicStatus.ACCEPTED).update(status=TopicStatus.CARRIED)
        move(now, BriefingStatus.ENDED, BRIEFING_TRANSITIONS, ended_at=actor.at)
        changed(now, current=None, current_since=None, shown_figure="")
        if now.activity.status == ActivityStatus.OPEN and now.activity.starts_at <= actor.at:
            hold_activity(actor=actor, activity=now.activity)
        audit.record(actor, "briefings.room.ended", now, party=_lead(now))
    briefing.refresh_from_db()
    return briefing


def hold_without_room(*, actor: Actor, briefing: Briefing) -> Briefing:
    """Say that the meeting took place, where nobody kept its room; every topic counts as discussed."""
    require_desk(actor, briefing)
    with transaction.atomic():
        now = locked(briefing, states=BEFORE)
        if actor.at < now.activity.starts_at:
            raise Refused(_("Kỳ giao ban chưa đến giờ bắt đầu."))
        ended = min(actor.at, now.activity.ends_at)
        move(
            now, BriefingStatus.ENDED, BRIEFING_TRANSITIONS, started_at=now.activity.starts_at, ended_at=ended
        )  # fmt: skip
        now.items.filter(status=TopicStatus.ACCEPTED).update(status=TopicStatus.DONE)
        if now.activity.status in (ActivityStatus.SCHEDULED, ActivityStatus.OPEN):
            hold_activity(actor=actor, activity=now.activity)
        told_anew(now)
        audit.record(actor, "briefings.room.held_without", now, party=_lead(now))
    briefing.refresh_from_db()
    return briefing
