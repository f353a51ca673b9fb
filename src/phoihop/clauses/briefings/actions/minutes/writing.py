"""Writing minutes by topic: every paragraph is saved alone, so that two secretaries lose nothing of each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused, Stale
from phoihop.clauses.briefings.models import (
    AgendaItem,
    Briefing,
    EntryKind,
    Minutes,
    MinutesEntry,
    MinutesStatus,
)
from phoihop.people.models import Party

WRITABLE = (MinutesStatus.DRAFT, MinutesStatus.AMENDING)


@dataclass(frozen=True, slots=True)
class Written:
    """One paragraph as it was typed.

    :ivar owner, due_on: of a decision or task
    :ivar confidential_to: the one enterprise that reads it beside the department
    """

    text: str
    kind: str = EntryKind.INFORMATION
    owner: Party | None = None
    due_on: dt.date | None = None
    confidential_to: Party | None = None


class ParagraphChanged(Stale):
    """Another secretary saved the paragraph first; ``there`` is theirs."""

    def __init__(self, there: MinutesEntry) -> None:
        words = _("Người khác vừa sửa đoạn này. Bản của họ hiện bên cạnh; hãy ghép hai bản rồi lưu lại.")
        super().__init__(words, field="text")
        self.there = there


def start_minutes(*, actor: Actor, briefing: Briefing) -> Minutes:
    """The minutes of a briefing, made when somebody first writes; safe to repeat."""
    lead = briefing.activity.programme.lead_id
    require(actor, Permission.MINUTES_WRITE, party=lead)
    with transaction.atomic():
        chair, secretary = briefing.activity.chair, briefing.activity.secretary or actor.name
        row, fresh = Minutes.objects.get_or_create(
            briefing=briefing, defaults={"chair": chair, "secretary": secretary[:150]}
        )
        if fresh:
            audit.record(actor, "briefings.minutes.started", row, party=lead)
    return row


def set_heads(*, actor: Actor, minutes: Minutes, chair: str, secretary: str) -> Minutes:
    """Who chaired and who wrote: they sign."""
    with transaction.atomic():
        row = writable(actor, minutes)
        if not chair.strip():
            raise Refused(_("Hãy ghi người chủ trì; người này ký biên bản."), field="chair")
        if not secretary.strip():
            raise Refused(_("Hãy ghi người làm thư ký; người này ký biên bản."), field="secretary")
        before = {"chair": row.chair, "secretary": row.secretary}
        after = {"chair": chair.strip(), "secretary": secretary.strip()}
        if before != after:
            Minutes.objects.filter(pk=row.pk).update(**after)
            audit.record(actor, "briefings.minutes.heads", row, party=_lead(row), before=before, after=after)
    return row


def add_entry(*, actor: Actor, minutes: Minutes, item: AgendaItem | None, written: Written) -> MinutesEntry:
    """Add a paragraph under a topic, behind those that are there.

    :raises Refused: it says nothing, or a task has no owner
    """
    with transaction.atomic():
        row = writable(actor, minutes)
        if item is not None and item.briefing_id != row.briefing_id:
            raise Refused(_("Nội dung này không thuộc cuộc giao ban."))
        last = MinutesEntry.objects.filter(minutes=row).aggregate(Max("position"))["position__max"]
        entry = MinutesEntry.objects.create(
            minutes=row, item=item, position=(last or 0) + 1, edited_by_id=actor.user_id, edited_at=actor.at,
            **_values(row, written),
        )  # fmt: skip
        audit.record(actor, "briefings.minutes.added", row, party=_lead(row), after=_facts(entry))
    return entry


def edit_entry(*, actor: Actor, entry: MinutesEntry, version: int, written: Written) -> MinutesEntry:
    """Save a paragraph, if nobody saved it since ``version``.

    :raises ParagraphChanged: somebody did; nothing is written over
    """
    with transaction.atomic():
        row = writable(actor, entry.minutes)
        there = MinutesEntry.objects.select_for_update(of=("self",)).select_related("edited_by").get(pk=entry.pk)
        if there.removed_at is not None:
            raise Stale(_("Người khác vừa bỏ đoạn này. Hãy chép lại phần đã nhập rồi thêm thành đoạn mới."))
        values = _values(row, written)
        if all(getattr(there, name) == value for name, value in values.items()):
            return there
        if there.version != version:
            raise ParagraphChanged(there)
        before = _facts(there)
        MinutesEntry.objects.filter(pk=there.pk).update(
            version=there.version + 1, edited_by_id=actor.user_id, edited_at=actor.at, **values
        )
        there.refresh_from_db()
        audit.record(actor, "briefings.minutes.edited", row, party=_lead(row), before=before, after=_facts(there))
    return there


def remove_entry(*, actor: Actor, entry: MinutesEntry) -> None:
    """Take a paragraph out; versions kept before still have it."""
    with transaction.atomic():
        row = writable(actor, entry.minutes)
        if MinutesEntry.objects.filter(pk=entry.pk, removed_at=None).update(removed_at=actor.at):
            audit.record(actor, "briefings.minutes.removed", row, party=_lead(row), before=_facts(entry))


def move_entry(*, actor: Actor, entry: MinutesEntry, up: bool) -> None:
    """Change places with the paragraph before or behind, under the same topic."""
    with transaction.atomic():
        row = writable(actor, entry.minutes)
        beside = MinutesEntry.objects.standing().filter(minutes=row, item_id=entry.item_id)
        here = beside.get(pk=entry.pk)
        if up:
            other = beside.filter(position__lt=here.position).order_by("-position").first()
        else:
            other = beside.filter(position__gt=here.position).order_by("position").first()
        if other is None:
            return
        MinutesEntry.objects.filter(pk=here.pk).update(position=other.position)
        MinutesEntry.objects.filter(pk=other.pk).update(position=here.position)
        audit.record(actor, "briefings.minutes.moved", row, party=_lead(row), after={"up": up})


def writable(actor: Actor, minutes: Minutes) -> Minutes:
    """The minutes as the database has them, while they may still be written.

    :raises Refused: they are final
    """
    found = Minutes.objects.select_for_update(of=("self",)).select_related("briefing__activity__programme__lead")
    row = found.get(pk=minutes.pk)
    require(actor, Permission.MINUTES_WRITE, party=_lead(row))
    if row.status not in WRITABLE:
        raise Refused(_("Biên bản đã hoàn chỉnh nên không sửa được. Hãy đưa về lấy ý kiến trước khi sửa."))
    return row


def _lead(row: Minutes) -> Any:
    return row.briefing.activity.programme.lead_id


def _values(row: Minutes, written: Written) -> dict[str, Any]:
    if not written.text.strip():
        raise Refused(_("Hãy ghi nội dung của đoạn này."), field="text")
    binding = written.kind in {EntryKind.DECISION, EntryKind.TASK}
    if binding and written.owner is None:
        raise Refused(_("Kết luận, nhiệm vụ cần có đơn vị thực hiện."), field="owner")
    private = written.confidential_to
    if private is not None and binding and written.owner and written.owner.pk not in {private.pk, _lead(row)}:
        raise Refused(
            _("Đoạn riêng của một doanh nghiệp chỉ giao được cho doanh nghiệp đó hoặc cho Sở."), field="owner"
        )
    return {
        "text": written.text.strip(),
        "kind": written.kind,
        "owner_id": written.owner.pk if binding and written.owner else None,
        "due_on": written.due_on if binding else None,
        "confidential_to_id": private.pk if private else None,
    }


def _facts(entry: MinutesEntry) -> dict[str, Any]:
    """What the history keeps; the text of what is confidential stays in the minutes."""
    return {
        "kind": entry.kind,
        "text": "" if entry.confidential_to_id else entry.text,
        "owner": str(entry.owner_id) if entry.owner_id else None,
        "due_on": entry.due_on.isoformat() if entry.due_on else None,
    }
