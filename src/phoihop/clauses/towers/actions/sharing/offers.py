"""Offers, counter-offers and the agreement on one: price and conditions between the two sides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible, Refused, Stale
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.sharing.attachments import attach
from phoihop.clauses.towers.actions.sharing.capacity import require_room
from phoihop.clauses.towers.models import OfferStatus, RequestStatus, SharingOffer, SharingRequest
from phoihop.clauses.towers.models.sharing.offers import OFFER_TRANSITIONS
from phoihop.clauses.towers.sharing.rows import advance, locked, require_side, require_state
from phoihop.people.models import Party

S = RequestStatus


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of the terms; amounts in whole đồng, heights in metres, wind area in square metres."""

    rent_vnd: int
    term_months: int
    starts_on: dt.date
    antenna_height_m: Decimal
    valid_until: dt.date
    one_off_vnd: int = 0
    wind_area_m2: Decimal | None = None
    conditions: str = ""


def make_offer(
    *, actor: Actor, request: SharingRequest, party: Party, terms: Terms, files: Iterable[UploadedFile[Any]] = ()
) -> SharingOffer:
    """Make the first offer (the owner) or the next version (either side); it takes the place of the one before.

    :raises NoRoom: the owner offers what its mast cannot take
    :raises Refused: it is the other side's turn to begin, or the offer would end before it is read
    """
    with transaction.atomic():
        row = locked(request)
        side = require_side(actor, row, party)
        require_state(row, S.ASKED, S.ACKNOWLEDGED, S.SURVEY, S.OFFERED)
        if side == row.asker_id and row.status != S.OFFERED:
            raise Refused(_("Chủ cột chào trước. Đơn vị đề nghị sửa sau khi có bản chào."))
        if terms.valid_until < actor.today:
            raise Refused(_("Ngày hết hạn bản chào phải từ hôm nay trở đi."), field="valid_until")
        if side == row.owner_id:
            require_room(row, height_m=terms.antenna_height_m, wind_area_m2=terms.wind_area_m2)
        last = row.offers.aggregate(last=Max("version"))["last"] or 0
        SharingOffer.objects.filter(request=row, status=OfferStatus.OPEN).update(status=OfferStatus.REPLACED)
        offer = SharingOffer.objects.create(
            request=row, version=last + 1, by_id=side, person_id=actor.user_id, made_at=actor.at, **asdict(terms)
        )
        attach(actor, row, files, offer=offer)
        _turn(actor, row, "offered" if side == row.owner_id else "countered", side, offer)
    return offer


def _turn(actor: Actor, request: SharingRequest, code: str, side: UUID, offer: SharingOffer) -> None:
    """The other side's turn; the history learns that there is a version, not what it says."""
    values: dict[str, Any] = {"awaited_id": request.other_side(side), "offer_stands": True, "escalated_at": None}
    if request.status == S.OFFERED:
        values["moved_on"] = actor.today
    advance(
        actor, request, code, party=side, to="" if request.status == S.OFFERED else S.OFFERED,
        after={"version": offer.version}, tell_to=[request.other_side(side)], **values,
    )  # fmt: skip


def decline_offer(*, actor: Actor, offer: SharingOffer, party: Party, answer: str) -> SharingOffer:
    """Say no to an offer; the owner may make another, or refuse the request with a reason."""
    with transaction.atomic():
        row, side = _awaited(actor, offer, party)
        if not answer.strip():
            raise Refused(_("Hãy nêu lý do, để bên kia biết cần sửa gì."), field="answer")
        move(offer, OfferStatus.DECLINED, OFFER_TRANSITIONS, answer=answer.strip())
        advance(
            actor, row, "offer_declined", party=side, after={"version": offer.version}, awaited_id=row.owner_id,
            offer_stands=False, moved_on=actor.today, tell_to=[row.other_side(side)],
        )  # fmt: skip
    return offer


def accept_offer(*, actor: Actor, offer: SharingOffer, party: Party) -> SharingRequest:
    """Agree to the terms; the place on the mast is held from now on.

    :raises NoRoom: somebody else took the place meanwhile
    :raises Refused: the offer has ended, or the other side has to answer
    """
    with transaction.atomic():
        row, side = _awaited(actor, offer, party)
        if offer.valid_until < actor.today:
            raise Refused(_("Bản chào đã quá hạn. Hãy đề nghị bên kia chào lại."))
        require_room(row, height_m=offer.antenna_height_m, wind_area_m2=offer.wind_area_m2, lock=True)
        move(offer, OfferStatus.ACCEPTED, OFFER_TRANSITIONS)
        advance(
            actor, row, "agreed", party=side, to=S.AGREED, after={"version": offer.version}, agreed_on=actor.today,
            awaited_id=None, escalated_at=None, tell_to=[row.other_side(side)],
        )  # fmt: skip
    return row


def _awaited(actor: Actor, offer: SharingOffer, party: Party) -> tuple[SharingRequest, UUID]:
    """The request, locked, where it is this side's turn to answer this offer."""
    row = locked(offer.request)
    side = require_side(actor, row, party)
    offer.refresh_from_db()
    if row.is_closed:
        raise NotVisible
    if row.status != S.OFFERED or offer.status != OfferStatus.OPEN:
        raise Stale
    if offer.by_id == side:
        raise Refused(_("Bản chào này do đơn vị gửi. Hãy chờ bên kia trả lời, hoặc gửi bản chào mới."))
    return row, side
