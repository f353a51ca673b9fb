"""The department records what was concluded and follows it until it is done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils.text import Truncator, format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused, Stale
from phoihop.base.transitions import move
from phoihop.clauses.briefings.models import (
    DECISION_TRANSITIONS,
    Briefing,
    Decision,
    DecisionState,
    EntryKind,
    MinutesEntry,
    Obstacle,
)
from phoihop.notices.actions import tell
from phoihop.people.models import Party
from phoihop.programme.models import Programme

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

S = DecisionState


class Unchanged:
    """In place of a value that stays as it is."""


UNCHANGED = Unchanged()


def record_decision(
    *,
    actor: Actor,
    programme: Programme,
    text: str,
    owner: Party,
    due_on: dt.date | None,
    kind: str = EntryKind.TASK,
    briefing: Briefing | None = None,
    entry: MinutesEntry | None = None,
    obstacle: Obstacle | None = None,
    confidential_to: Party | None = None,
) -> Decision:
    """Record a conclusion or task and tell its owner.

    :param confidential_to: the one enterprise that may read it beside the department; None where all parties may
    :raises Refused: it says nothing, its owner takes no part, or its owner might not read it
    """
    require(actor, Permission.DECISION_FOLLOW, party=programme.lead_id)
    _check(programme, text, owner, confidential_to)
    with transaction.atomic():
        row = Decision.objects.create(
            programme=programme, briefing=briefing, entry=entry, obstacle=obstacle, kind=kind, text=text.strip(),
            owner=owner, confidential_to=confidential_to, due_on=due_on,
        )  # fmt: skip
        audit.record(actor, "briefings.decision.recorded", row, party=owner.pk, after=_facts(row))
        _tell(actor, row, gettext_lazy("Nhiệm vụ được giao: {text}"), "recorded")
    return row


def _check(programme: Programme, text: str, owner: Party, confidential_to: Party | None) -> None:
    if not text.strip():
        raise Refused(_("Hãy ghi nội dung kết luận hoặc nhiệm vụ."), field="text")
    if owner.pk != programme.lead_id and not programme.participants.filter(party=owner, left_on=None).exists():
        raise Refused(_("Đơn vị được giao không tham gia chương trình. Hãy chọn đơn vị khác."), field="owner")
    if confidential_to is not None and owner.pk not in {confidential_to.pk, programme.lead_id}:
        raise Refused(
            _("Nội dung riêng với một doanh nghiệp chỉ giao được cho doanh nghiệp đó hoặc cho Sở."), field="owner"
        )


def change_decision(
    *,
    actor: Actor,
    decision: Decision,
    text: str,
    owner: Party,
    due_on: dt.date | None,
    reason: str,
    confidential_to: Party | Unchanged | None = UNCHANGED,
) -> Decision:
    """Change what is asked, of whom, until when, or who may read it; the reason stays in the history.

    :raises Refused: no reason, or it is done already
    """
    require(actor, Permission.DECISION_FOLLOW, party=decision.programme.lead_id)
    with transaction.atomic():
        row = locked(decision)
        reader = row.confidential_to if isinstance(confidential_to, Unchanged) else confidential_to
        _check(row.programme, text, owner, reader)
        if row.state in {S.DONE, S.DROPPED}:
            raise Refused(_("Nhiệm vụ này đã khép lại. Hãy mở lại trước khi sửa."))
        before = _facts(row)
        wanted = {
            "text": text.strip(), "owner": str(owner.pk), "due_on": due_on.isoformat() if due_on else None,
            "confidential_to": str(reader.pk) if reader else None,
        }  # fmt: skip
        if wanted == before:
            return row
        reason = _reason(reason)
        Decision.objects.filter(pk=row.pk).update(text=text.strip(), owner=owner, due_on=due_on, confidential_to=reader)
        row.refresh_from_db()
        audit.record(
            actor,
            "briefings.decision.changed",
            row,
            party=owner.pk,
            before=before,
            after=_facts(row) | {"reason": reason},
        )
        _tell(actor, row, gettext_lazy("Nhiệm vụ được sửa: {text}"), f"changed:{actor.at.isoformat()}")
    return row


def confirm_done(*, actor: Actor, decision: Decision) -> Decision:
    """The department agrees that it is done."""
    return _step(actor, decision, S.DONE, "done", gettext_lazy("Đã xác nhận hoàn thành: {text}"), done_at=actor.at)


def reopen(*, actor: Actor, decision: Decision, reason: str) -> Decision:
    """It is not done after all, and why."""
    words = gettext_lazy("Nhiệm vụ cần làm tiếp: {text}")
    cleared = {"done_at": None, "reported_at": None}
    return _step(actor, decision, S.OPEN, "reopened", words, reason=_reason(reason), **cleared)


def drop(*, actor: Actor, decision: Decision, reason: str) -> Decision:
    """It need not be done any more, and why."""
    words = gettext_lazy("Thôi thực hiện: {text}")
    return _step(actor, decision, S.DROPPED, "dropped", words, reason=_reason(reason))


def _step(actor: Actor, decision: Decision, new: str, verb: str, words: _StrPromise, **values: object) -> Decision:
    require(actor, Permission.DECISION_FOLLOW, party=decision.programme.lead_id)
    with transaction.atomic():
        row = locked(decision)
        if row.state != decision.state:
            raise Stale
        before = {"state": row.state}
        move(row, new, DECISION_TRANSITIONS, field="state", **values)
        after = {"state": new} | ({"reason": values["reason"]} if "reason" in values else {})
        audit.record(actor, f"briefings.decision.{verb}", row, party=row.owner_id, before=before, after=after)
        _tell(actor, row, words, f"{verb}:{actor.at.isoformat()}")
    return row


def locked(decision: Decision) -> Decision:
    """The row as the database has it now, held until the transaction ends."""
    found = Decision.objects.select_for_update(of=("self",)).select_related("programme", "owner", "confidential_to")
    return found.get(pk=decision.pk)


def _reason(reason: str) -> str:
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do."), field="reason")
    return reason.strip()


def _facts(row: Decision) -> dict[str, object]:
    return {
        "text": row.text,
        "owner": str(row.owner_id),
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "confidential_to": str(row.confidential_to_id) if row.confidential_to_id else None,
    }


def _tell(actor: Actor, row: Decision, words: _StrPromise, key: str) -> None:
    """The owner learns of it; a department that gave itself a task is told too, for its other officers."""
    text = format_lazy(words, text=Truncator(row.text).chars(120))
    tell(
        actor=actor, users_of=[row.owner_id], permission=Permission.DECISION_REPORT, icon="checkbox", text=text,
        url=reverse("briefings:decision_detail", args=[row.pk]), key=f"decision.{key}:{row.pk}",
    )  # fmt: skip
