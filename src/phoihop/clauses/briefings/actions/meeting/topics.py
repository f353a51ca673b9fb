"""Topics that parties propose, and the department's answer."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.clauses.briefings.actions.meeting.agenda import check_minutes
from phoihop.clauses.briefings.agenda.keeping import BEFORE, locked, put_last, told_anew
from phoihop.clauses.briefings.models import AgendaFile, AgendaItem, Briefing, Topic, TopicStatus
from phoihop.notices.actions import tell
from phoihop.people.models import Party

MOST_OPEN = 10  # proposals of one party that wait for an answer


def propose_topic(
    *, actor: Actor, briefing: Briefing, party: Party, title: str, text: str = "", minutes: int = 10,
    presenter: str = "", confidential: bool = False,
) -> AgendaItem:  # fmt: skip
    """Propose a topic for one's own party.

    :param confidential: only the department and the party read it until it is taken in
    """
    require(actor, Permission.BRIEFING_SPEAK, party=party)
    if not briefing.activity.participations.filter(party=party).exists():
        raise NotAllowed
    check_minutes(minutes)
    with transaction.atomic():
        now = locked(briefing, states=BEFORE)
        own = now.items.filter(proposed_by=party, status=TopicStatus.PROPOSED)
        if own.count() >= MOST_OPEN:
            raise Refused(_("Đơn vị đã có 10 đề xuất chờ trả lời. Hãy rút bớt hoặc chờ Sở trả lời."))
        item = AgendaItem.objects.create(
            briefing=now, topic=Topic.PROPOSAL, status=TopicStatus.PROPOSED, title=title.strip()[:200], text=text,
            minutes=minutes, presenter=presenter, proposed_by=party, confidential=confidential,
        )  # fmt: skip
        audit.record(actor, "briefings.topic.proposed", item, party=party)
        tell(
            actor=actor, users_of=[now.activity.programme.lead_id], permission=Permission.BRIEFING_RUN,
            text=gettext_lazy("%(party)s đề xuất nội dung giao ban: %(title)s"),
            words={"party": party.short_name, "title": item.title}, url=_page(now), key=f"topic.proposed:{item.pk}",
            icon="bulb",
        )  # fmt: skip
    return item


def withdraw_topic(*, actor: Actor, item: AgendaItem) -> None:
    """Take back what one's own party proposed, as long as it waits for an answer."""
    if item.proposed_by is None:
        raise NotAllowed
    require(actor, Permission.BRIEFING_SPEAK, party=item.proposed_by)
    with transaction.atomic():
        locked(item.briefing, states=BEFORE)
        row = AgendaItem.objects.filter(pk=item.pk, status=TopicStatus.PROPOSED).first()
        if row is None:
            raise Stale
        audit.record(actor, "briefings.topic.withdrawn", row, party=item.proposed_by)
        row.delete()


def accept_topic(*, actor: Actor, item: AgendaItem, minutes: int | None = None) -> AgendaItem:
    """Take a proposal in: from now on all parties read it."""
    lead = item.briefing.activity.programme.lead_id
    require(actor, Permission.BRIEFING_RUN, party=lead)
    values: dict[str, Any] = {"status": TopicStatus.ACCEPTED, "confidential": False, "reason": ""}
    if minutes is not None:
        check_minutes(minutes)
        values["minutes"] = minutes
    with transaction.atomic():
        now = locked(item.briefing)
        if not AgendaItem.objects.filter(pk=item.pk, status=TopicStatus.PROPOSED).update(**values):
            raise Stale
        item.refresh_from_db()
        put_last(now, item)
        told_anew(now)
        audit.record(actor, "briefings.topic.accepted", item, party=lead)
        _tell_proposer(actor, item, gettext_lazy("Nội dung “%(title)s” đã được đưa vào chương trình giao ban"))
    return item


def decline_topic(*, actor: Actor, item: AgendaItem, reason: str) -> AgendaItem:
    """Leave a proposal out, with a reason that its party reads."""
    lead = item.briefing.activity.programme.lead_id
    require(actor, Permission.BRIEFING_RUN, party=lead)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do không đưa vào chương trình; đơn vị đề xuất sẽ đọc lý do này."), field="reason")
    with transaction.atomic():
        locked(item.briefing)
        waiting = AgendaItem.objects.filter(pk=item.pk, status=TopicStatus.PROPOSED)
        if not waiting.update(status=TopicStatus.DECLINED, reason=reason.strip()[:300]):
            raise Stale
        item.refresh_from_db()
        audit.record(actor, "briefings.topic.declined", item, party=lead, after={"reason": item.reason})
        _tell_proposer(actor, item, gettext_lazy("Nội dung “%(title)s” không đưa vào chương trình: %(reason)s"))
    return item


def add_file(*, actor: Actor, item: AgendaItem, party: Party, upload: UploadedFile[Any]) -> AgendaFile:
    """Attach a paper to a topic: the department to any, a party to its own."""
    lead = item.briefing.activity.programme.lead_id
    if not actor.may(Permission.BRIEFING_RUN, lead):
        require(actor, Permission.BRIEFING_SPEAK, party=party)
        if item.proposed_by_id != party.pk:
            raise NotAllowed
    with transaction.atomic():
        locked(item.briefing)
        stored = files.keep_upload(actor, upload, item)
        row = AgendaFile.objects.create(item=item, party=party, file=stored)
        audit.record(actor, "briefings.topic.file_added", item, party=party, after={"name": stored.name})
    return row


def remove_file(*, actor: Actor, item: AgendaItem, file: AgendaFile) -> None:
    """Take a paper off again: the department any, a party its own."""
    if not actor.may(Permission.BRIEFING_RUN, item.briefing.activity.programme.lead_id):
        require(actor, Permission.BRIEFING_SPEAK, party=file.party_id)
    with transaction.atomic():
        locked(item.briefing)
        audit.record(actor, "briefings.topic.file_removed", item, party=file.party_id, before={"name": file.file.name})
        file.delete()


def _page(briefing: Briefing) -> str:
    return reverse("briefings:briefing_detail", args=[briefing.pk])


def _tell_proposer(actor: Actor, item: AgendaItem, text: Any) -> None:
    if item.proposed_by_id is not None:
        tell(
            actor=actor, users_of=[item.proposed_by_id], text=text, words={"title": item.title, "reason": item.reason},
            url=_page(item.briefing), key=f"topic.answered:{item.pk}:{item.status}", icon="list-numbers",
        )  # fmt: skip
