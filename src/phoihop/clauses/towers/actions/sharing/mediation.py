"""Mediation: asked for by a side or opened on a limit that has passed; recorded by the department."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.towers.models import (
    CLOSED,
    Mediation,
    MediationNote,
    MediationOutcome,
    RequestStatus,
    SharingRequest,
)
from phoihop.clauses.towers.sharing.rows import advance, locked, require_side, tell_others
from phoihop.people.models import Party


def ask_mediation(*, actor: Actor, request: SharingRequest, party: Party, text: str) -> Mediation:
    """Ask the department to mediate; what is written goes to the department alone.

    :raises Refused: nothing was written, or it is asked for already
    """
    with transaction.atomic():
        row = locked(request)
        side = require_side(actor, row, party)
        _require_going(row)
        if not text.strip():
            raise Refused(_("Hãy nêu vướng mắc cần Sở hòa giải."), field="text")
        _require_none(row)
        mediation = Mediation.objects.create(
            request=row, asked_by_id=side, asked_at=actor.at, ask_text=text.strip()
        )  # fmt: skip
        advance(actor, row, "mediation_asked", party=side, tell_to=[row.lead_id, row.other_side(side)])
    return mediation


def open_mediation(*, actor: Actor, request: SharingRequest) -> Mediation:
    """Begin; from now until it is closed the department reads price and conditions.

    :raises Refused: neither side asked for it and no limit has passed: the department cannot read prices at will
    """
    require(actor, Permission.SHARING_MEDIATE, party=request.lead_id)
    with transaction.atomic():
        row = locked(request)
        _require_going(row)
        mediation = Mediation.objects.filter(request=row, closed_at__isnull=True).first()
        if mediation is None and row.escalated_at is None:
            raise Refused(_("Chỉ mở hòa giải khi một bên đề nghị hoặc yêu cầu đã quá hạn."))
        if mediation is not None and mediation.is_open:
            raise Refused(_("Hòa giải đang mở rồi."))
        mediation = mediation or Mediation(request=row)
        mediation.opened_at, mediation.opened_by_id = actor.at, actor.user_id
        mediation.save()
        advance(actor, row, "mediation_opened", party=row.lead_id, tell_to=row.sides)
    return mediation


def note_mediation(*, actor: Actor, mediation: Mediation, party: Party, text: str, side: Party | None) -> MediationNote:
    """Write a note: for both sides, or between one side and the department.

    :param side: of a note that the other side does not read; a side writes such notes for itself alone
    :raises Refused: nothing was written, or the mediation is not open
    """
    with transaction.atomic():
        row = locked(mediation.request)
        if party.pk == row.lead_id:
            require(actor, Permission.SHARING_MEDIATE, party=party)
        else:
            require_side(actor, row, party)
        if side is not None and side.pk not in ({party.pk} if party.pk != row.lead_id else set(row.sides)):
            raise NotAllowed
        if not mediation.is_open:
            raise Refused(_("Hòa giải chưa mở hoặc đã kết thúc."))
        if not text.strip():
            raise Refused(_("Hãy nhập nội dung."), field="text")
        note = MediationNote.objects.create(
            mediation=mediation, by=party, side=side, at=actor.at, text=text.strip()
        )  # fmt: skip
        readers = {row.lead_id, *(row.sides if side is None else [side.pk])} - {party.pk}
        if side is None:
            advance(actor, row, "mediation_noted", party=party.pk, tell_to=readers)
        else:
            _quietly(actor, row, note, readers)
    return note


def _quietly(actor: Actor, request: SharingRequest, note: MediationNote, readers: set[UUID]) -> None:
    """A note apart is no step: the other side does not even learn that there is one."""
    audit.record(actor, "towers.sharing.mediation_noted", request, party=note.by_id)
    tell_others(actor, request, "mediation_noted", key=str(note.pk), to=readers)


def close_mediation(*, actor: Actor, mediation: Mediation, outcome: MediationOutcome, text: str) -> Mediation:
    """End it with an outcome that both sides read; prices are closed to the department again."""
    require(actor, Permission.SHARING_MEDIATE, party=mediation.request.lead_id)
    with transaction.atomic():
        row = locked(mediation.request)
        if not mediation.is_open:
            raise Refused(_("Hòa giải chưa mở hoặc đã kết thúc."))
        if not text.strip():
            raise Refused(_("Hãy ghi nội dung kết quả hòa giải."), field="text")
        mediation.closed_at, mediation.outcome, mediation.outcome_text = actor.at, outcome, text.strip()
        mediation.save(update_fields=["closed_at", "outcome", "outcome_text"])
        label = str(MediationOutcome(outcome).label)
        advance(actor, row, "mediation_closed", party=row.lead_id, text=label, tell_to=row.sides)
    return mediation


def _require_going(request: SharingRequest) -> None:
    if request.status in (*CLOSED, RequestStatus.ROUTING):
        raise Refused(_("Yêu cầu này không ở trạng thái cần hòa giải."))


def _require_none(request: SharingRequest) -> None:
    if Mediation.objects.filter(request=request, closed_at__isnull=True).exists():
        raise Refused(_("Đã có đề nghị hòa giải, hoặc hòa giải đang mở."))
