"""Stopping the limits for a reason, and letting them run again."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.towers.models import (
    CLOSED,
    ReasonUse,
    RequestStatus,
    SharingPause,
    SharingRequest,
)
from phoihop.clauses.towers.sharing.clock import Stop, paused_working_days
from phoihop.clauses.towers.sharing.reasons import reason_label
from phoihop.clauses.towers.sharing.rows import advance, locked
from phoihop.people.models import Party
from phoihop.programme.queries.days import holidays


def pause(*, actor: Actor, request: SharingRequest, party: Party, reason: str, text: str = "") -> SharingPause:
    """Stop every limit of a request; a side may do so for a number of working days in all, the department without.

    :raises Refused: it is stopped already, the reason is not on the list, or the side has used up its days
    """
    with transaction.atomic():
        row = locked(request)
        _require_part(actor, row, party)
        if row.status in (*CLOSED, RequestStatus.IN_USE):
            raise Refused(_("Yêu cầu này không còn thời hạn nào đang tính."))
        if row.pauses.filter(ends_on__isnull=True).exists():
            raise Refused(_("Thời hạn đang tạm dừng rồi."))
        label = reason_label(row, ReasonUse.PAUSE, reason)
        if party.pk != row.lead_id and days_left(row, party, actor) <= 0:
            raise Refused(_("Đơn vị đã dùng hết số ngày được tạm dừng. Hãy đề nghị Sở xem xét."))
        stopped = SharingPause.objects.create(
            request=row, by=party, starts_on=actor.today, reason_code=reason, reason_label=label, text=text.strip()
        )
        told = [pk for pk in (*row.sides, row.lead_id) if pk != party.pk]
        advance(actor, row, "paused", party=party.pk, text=label, after={"reason": reason}, tell_to=told)
    return stopped


def resume(*, actor: Actor, request: SharingRequest, party: Party) -> SharingRequest:
    """Let the limits run again; whoever stopped them may, and the department."""
    with transaction.atomic():
        row = locked(request)
        _require_part(actor, row, party)
        stopped = row.pauses.filter(ends_on__isnull=True).first()
        if stopped is None:
            raise Refused(_("Thời hạn đang tính, không có gì để tiếp tục."))
        if party.pk not in (stopped.by_id, row.lead_id):
            raise Refused(_("Chỉ bên đã tạm dừng hoặc Sở được cho tính tiếp."))
        _run_again(actor, row, stopped, party)
    return row


def end_long_pause(*, actor: Actor, request: SharingRequest) -> bool:
    """By the clock: let the limits run again where a side has used up its days; returns whether it did.

    :raises NotAllowed: a person calls this; only the clock may
    """
    if actor.user_id is not None:
        raise NotAllowed
    with transaction.atomic():
        row = locked(request)
        stopped = row.pauses.filter(ends_on__isnull=True).select_related("by").first()
        if stopped is None or stopped.by_id == row.lead_id or days_left(row, stopped.by, actor) > 0:
            return False
        _run_again(actor, row, stopped, None)
    return True


def _run_again(actor: Actor, request: SharingRequest, stopped: SharingPause, party: Party | None) -> None:
    SharingPause.objects.filter(pk=stopped.pk).update(ends_on=actor.today)
    told = [pk for pk in (*request.sides, request.lead_id) if party is None or pk != party.pk]
    advance(actor, request, "resumed", party=party.pk if party else None, tell_to=told)


def days_left(request: SharingRequest, party: Party, actor: Actor) -> int:
    """How many working days a side may still stop the limits."""
    year = request.clock_on.year
    off = holidays(actor=actor, lead_id=request.lead_id, first_year=year, last_year=actor.today.year)
    own = [Stop(row.starts_on, row.ends_on) for row in request.pauses.all() if row.by_id == party.pk]
    return request.pause_days - paused_working_days(own, holidays=off, today=actor.today)


def _require_part(actor: Actor, request: SharingRequest, party: Party) -> None:
    if party.pk == request.lead_id:
        require(actor, Permission.SHARING_MEDIATE, party=party)
    elif party.pk == request.asker_id:
        require(actor, Permission.SHARING_ASK, party=party)
    elif party.pk == request.owner_id:
        require(actor, Permission.SHARING_ANSWER, party=party)
    else:
        raise NotAllowed
