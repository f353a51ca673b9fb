"""What passes between the two sides, and what they let the department read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.clauses.towers.actions.sharing.attachments import attach
from phoihop.clauses.towers.models import RequestStatus, SharingMessage, SharingRequest
from phoihop.clauses.towers.sharing.rows import advance, locked, require_side, set_values, tell_others
from phoihop.people.models import Party


def send_message(
    *, actor: Actor, request: SharingRequest, party: Party, text: str, files: Iterable[UploadedFile[Any]] = ()
) -> SharingMessage:
    """Write to the other side; the history keeps that something was written, not what.

    :raises Refused: nothing was written, or there is nobody to write to yet
    """
    with transaction.atomic():
        row = locked(request)
        side = require_side(actor, row, party)
        if not text.strip():
            raise Refused(_("Hãy nhập nội dung tin nhắn."), field="text")
        if row.owner_id is None or row.status == RequestStatus.ROUTING:
            raise Refused(_("Chưa có chủ cột để nhắn tin. Hãy chờ Sở chuyển yêu cầu."))
        message = SharingMessage.objects.create(
            request=row, by_id=side, person_id=actor.user_id, at=actor.at, text=text.strip()
        )
        attach(actor, row, files, message=message)
        audit.record(actor, "towers.sharing.messaged", row, party=side)
        tell_others(actor, row, "messaged", key=str(message.pk), to=[row.other_side(side)])
    return message


def open_to_lead(*, actor: Actor, request: SharingRequest, party: Party, opened: bool) -> SharingRequest:
    """Let the department read price and conditions, or no longer; it reads them once both sides agree to it."""
    with transaction.atomic():
        row = locked(request)
        side = require_side(actor, row, party)
        field = "asker_opens_at" if side == row.asker_id else "owner_opens_at"
        if (getattr(row, field) is not None) == opened:
            return row
        set_values(row, **{field: actor.at if opened else None})
        code = "opened_to_lead" if opened else "closed_to_lead"
        advance(actor, row, code, party=side, tell_to=[row.other_side(side), row.lead_id])
    return row
