"""The owner of a decision says what it did."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils.text import Truncator, format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.briefings.actions.decisions.following import locked
from phoihop.clauses.briefings.models import DECISION_TRANSITIONS, Decision, DecisionState, DecisionUpdate
from phoihop.notices.actions import tell
from phoihop.people.models import Party

S = DecisionState


def report_progress(
    *,
    actor: Actor,
    decision: Decision,
    party: Party,
    text: str,
    upload: UploadedFile[Any] | None = None,
    finished: bool = False,
) -> DecisionUpdate:
    """Say what was done, with evidence; ``finished`` asks the department to confirm.

    :param party: the owner, or the department where it writes on what it heard
    :raises Refused: nothing is said, or the decision is closed
    """
    if party.pk not in {decision.owner_id, decision.programme.lead_id}:
        raise Refused(_("Chỉ đơn vị được giao hoặc Sở ghi tình hình thực hiện."))
    require(actor, Permission.DECISION_REPORT, party=party)
    if not text.strip():
        raise Refused(_("Hãy ghi tình hình thực hiện."), field="text")
    with transaction.atomic():
        row = locked(decision)
        if row.state in {S.DONE, S.DROPPED}:
            raise Refused(_("Nhiệm vụ này đã khép lại. Hãy đề nghị Sở mở lại nếu còn việc phải làm."))
        kept = files.keep_upload(actor, upload, row) if upload else None
        update = DecisionUpdate.objects.create(
            decision=row, party=party, written_by_id=actor.user_id, text=text.strip(), file=kept
        )
        if finished and row.state == S.OPEN:
            move(row, S.REPORTED, DECISION_TRANSITIONS, field="state", reported_at=actor.at)
        after = {"text": update.text, "finished": finished}
        audit.record(actor, "briefings.decision.progress", row, party=row.owner_id, after=after)
        _tell_other_side(actor, row, update, finished=finished)
    return update


def _tell_other_side(actor: Actor, row: Decision, update: DecisionUpdate, *, finished: bool) -> None:
    lead = row.programme.lead_id
    others = {lead, row.owner_id} - {update.party_id} or {lead}
    words = gettext_lazy("Báo cáo đã làm xong: {text}") if finished else gettext_lazy("Tình hình thực hiện: {text}")
    tell(
        actor=actor, users_of=others, icon="checkbox", text=format_lazy(words, text=Truncator(row.text).chars(120)),
        permission=Permission.DECISION_REPORT, url=reverse("briefings:decision_detail", args=[row.pk]),
        key=f"decision.update:{update.pk}",
    )  # fmt: skip
