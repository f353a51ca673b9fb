"""Who speaks: asking, withdrawing, the floor."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, NotVisible, Refused, Stale
from phoihop.clauses.briefings.actions.room.desk import changed, require_desk, running
from phoihop.clauses.briefings.models import AgendaItem, Briefing, Speaker, SpeakerState
from phoihop.people.models import Party
from phoihop.programme.models import Participation

MOST_WAITING = 40


def _participates(briefing: Briefing, party: Party) -> bool:
    if party.pk == briefing.activity.programme.lead_id:
        return True
    return Participation.objects.filter(activity_id=briefing.activity_id, party=party).exists()


def _topic(briefing: Briefing) -> AgendaItem:
    if briefing.current is None:
        raise Refused(_("Chưa có nội dung nào đang bàn nên chưa đăng ký phát biểu được."))
    return briefing.current


def ask_to_speak(*, actor: Actor, briefing: Briefing, party: Party) -> Speaker:
    """Put oneself on the list for one's own party; asked twice, one stands on it once."""
    require(actor, Permission.BRIEFING_SPEAK, party=party)
    if not _participates(briefing, party):
        raise NotAllowed
    with transaction.atomic():
        now = running(actor, briefing)
        item = _topic(now)
        waiting = Speaker.objects.filter(item=item, asked_by_id=actor.user_id, state=SpeakerState.WAITING)
        known = waiting.filter(by_chair=False).first()
        return known or _enter(actor, now, item, party, actor.name, by_chair=False)


def add_speaker(*, actor: Actor, briefing: Briefing, party: Party, name: str) -> Speaker:
    """Put somebody on the list who raised a hand."""
    require_desk(actor, briefing)
    if not name.strip():
        raise Refused(_("Hãy ghi tên người phát biểu."), field="name")
    if not _participates(briefing, party):
        raise NotVisible
    with transaction.atomic():
        now = running(actor, briefing)
        return _enter(actor, now, _topic(now), party, name.strip(), by_chair=True)


def _enter(actor: Actor, briefing: Briefing, item: AgendaItem, party: Party, name: str, *, by_chair: bool) -> Speaker:
    turns = Speaker.objects.filter(item=item)
    if turns.filter(state=SpeakerState.WAITING).count() >= MOST_WAITING:
        raise Refused(_("Danh sách phát biểu đã có 40 người chờ. Hãy chờ rồi đăng ký lại."))
    row = Speaker.objects.create(
        item=item, party=party, name=name[:150], asked_by_id=actor.user_id, by_chair=by_chair, position=turns.count()
    )
    changed(briefing)
    audit.record(actor, "briefings.room.asked_to_speak", row, party=party)
    return row


def withdraw(*, actor: Actor, briefing: Briefing, speaker: Speaker) -> None:
    """Take oneself off the list, or, from the desk, anybody."""
    own = speaker.asked_by_id == actor.user_id and actor.user_id is not None
    if not own:
        require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing)
        waiting = Speaker.objects.filter(pk=speaker.pk, item__briefing=now, state=SpeakerState.WAITING)
        if not waiting.update(state=SpeakerState.WITHDRAWN):
            raise Stale
        changed(now)
        audit.record(actor, "briefings.room.withdrew", speaker, party=speaker.party_id)


def give_floor(*, actor: Actor, briefing: Briefing, speaker: Speaker | None = None) -> Speaker | None:
    """Let somebody speak, the next on the list where nobody is named; whoever spoke has done so.

    :raises Stale: the person waits no more
    """
    require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing)
        turns = Speaker.objects.filter(item=_topic(now))
        waiting = turns.filter(state=SpeakerState.WAITING)
        row = waiting.filter(pk=speaker.pk).first() if speaker else waiting.first()
        if speaker is not None and row is None:
            raise Stale
        turns.filter(state=SpeakerState.SPEAKING).update(state=SpeakerState.DONE, ended_at=actor.at)
        if row is not None:
            values = {"state": SpeakerState.SPEAKING, "started_at": actor.at}
            Speaker.objects.filter(pk=row.pk).update(**values)
            audit.record(actor, "briefings.room.floor_given", row, party=row.party_id)
        changed(now)
    return row


def stop_speaking(*, actor: Actor, briefing: Briefing) -> None:
    """Whoever speaks has done so; nobody follows yet."""
    require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing)
        speaking = Speaker.objects.filter(item=_topic(now), state=SpeakerState.SPEAKING)
        if speaking.update(state=SpeakerState.DONE, ended_at=actor.at):
            changed(now)
