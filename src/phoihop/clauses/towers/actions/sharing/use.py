"""After the agreement: signed, put to use, ended, or lapsed because nobody used it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.clauses.towers.actions.registry.room import held_mast
from phoihop.clauses.towers.actions.registry.tenancies import enter_agreed
from phoihop.clauses.towers.actions.sharing.closing import end_tenancy
from phoihop.clauses.towers.models import Mast, OfferStatus, RequestStatus, SharingOffer, SharingRequest, Tenancy
from phoihop.clauses.towers.sharing.rows import advance, locked, require_side, require_state
from phoihop.papers.models import SigningRound
from phoihop.people.models import Party

S = RequestStatus


def record_signed(*, actor: Actor, round_: SigningRound) -> SharingRequest:
    """Both have signed: the tenancy enters the registry by itself. Called by the signing round.

    :raises NotAllowed: the actor is at neither side
    :raises Refused: the mast no longer stands, or is lower than was agreed
    """
    row = locked(SharingRequest.objects.get(paper=round_.paper_id))
    if not set(row.sides) & actor.party_ids:
        raise NotAllowed
    offer = SharingOffer.objects.get(request=row, status=OfferStatus.ACCEPTED)
    mast = held_mast(Mast.objects.get(sharing_requests=row.pk).pk)
    tenancy = enter_agreed(
        actor, mast, row.asker, antenna_height_m=offer.antenna_height_m, wind_area_m2=offer.wind_area_m2,
        since=max(offer.starts_on, actor.today), agreement_ref=row.reference, agreement_id=row.pk,
    )  # fmt: skip
    advance(
        actor, row, "signed", party=None, signed_on=actor.today, moved_on=actor.today, tenancy_id=tenancy.pk,
        tell_to=[*row.sides, row.lead_id], escalated_at=None,
    )  # fmt: skip
    return row


def reopen_terms(*, actor: Actor, round_: SigningRound, reason: str) -> SharingRequest:
    """The round came to nothing: back to the terms. Called by the signing round."""
    row = locked(SharingRequest.objects.get(paper=round_.paper_id))
    if not set(row.sides) & actor.party_ids:
        raise NotAllowed
    SharingOffer.objects.filter(request=row, status=OfferStatus.ACCEPTED).update(
        status=OfferStatus.DECLINED, answer=reason
    )
    advance(
        actor, row, "agreement_failed", party=None, to=S.OFFERED, agreed_on=None, awaited_id=row.owner_id,
        offer_stands=False, paper_id=None, tell_to=row.sides,
    )  # fmt: skip
    return row


def record_in_use(*, actor: Actor, request: SharingRequest, on: dt.date) -> SharingRequest:
    """The asker has put up its equipment.

    :raises Refused: not signed yet, the place was given back, or the day is to come or lies before the signature
    """
    require(actor, Permission.SHARING_ASK, party=request.asker_id)
    with transaction.atomic():
        row = locked(request)
        require_state(row, S.AGREED)
        if row.signed_on is None:
            raise Refused(_("Hai bên chưa ký đủ thỏa thuận. Hãy ký xong rồi ghi ngày sử dụng."))
        _require_day(actor, on, row.signed_on)
        tenancies = Tenancy.objects.filter(agreement_id=row.pk)
        if tenancies.filter(until__lt=on).exists():
            raise Refused(_("Sổ cột ghi việc dùng này đã kết thúc trước ngày đó. Hãy chọn ngày sớm hơn."), field="on")
        tenancies.update(since=on)
        advance(
            actor, row, "in_use", party=row.asker_id, to=S.IN_USE, in_use_on=on,
            tell_to=[row.owner_id, row.lead_id], escalated_at=None,
        )  # fmt: skip
    return row


def end_sharing(*, actor: Actor, request: SharingRequest, party: Party, on: dt.date, text: str) -> SharingRequest:
    """The sharing ends; the place on the mast is free from that day.

    :raises Refused: no reason, or the day is to come or lies before the use
    """
    with transaction.atomic():
        row = locked(request)
        side = require_side(actor, row, party)
        require_state(row, S.IN_USE)
        _require_day(actor, on, row.in_use_on or on)
        if not text.strip():
            raise Refused(_("Hãy nêu lý do kết thúc."), field="text")
        end_tenancy(actor, row, on)
        advance(
            actor, row, "ended", party=side, to=S.ENDED, ended_on=on, text=text.strip(), closing_text=text.strip(),
            tell_to=[row.other_side(side), row.lead_id],
        )  # fmt: skip
    return row


def expire(*, actor: Actor, request: SharingRequest, code: str) -> SharingRequest:
    """By the clock: an offer that nobody answered, or a permission that nobody used.

    :param request: as the clock saw it
    :raises NotAllowed: a person calls this; only the clock may
    :raises Stale: a side moved it on since the clock looked
    """
    if actor.user_id is not None:
        raise NotAllowed
    with transaction.atomic():
        row = locked(request)
        if row.status != request.status:
            raise Stale
        SharingOffer.objects.filter(request=row, status=OfferStatus.OPEN).update(status=OfferStatus.LAPSED)
        end_tenancy(actor, row)
        advance(
            actor, row, code, party=None, to=S.EXPIRED, awaited_id=None, ended_on=actor.today,
            tell_to=[*row.sides, row.lead_id],
        )  # fmt: skip
    return row


def _require_day(actor: Actor, on: dt.date, first: dt.date) -> None:
    if on > actor.today:
        raise Refused(_("Ngày không thể ở tương lai."), field="on")
    if on < first:
        raise Refused(_("Ngày phải từ %(day)s trở đi.") % {"day": f"{first:%d/%m/%Y}"}, field="on")
