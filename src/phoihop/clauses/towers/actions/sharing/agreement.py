"""The agreement as a paper: drawn by the owner, signed by both, private to them."""

from __future__ import annotations

import dataclasses
import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, PartyKind, Permission, Role, Seat, require
from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.towers.describe.sharing import AgreementFacts, Side, agreement_paper
from phoihop.clauses.towers.models import OfferStatus, RequestStatus, SharingOffer, SharingRequest
from phoihop.clauses.towers.sharing.rows import advance, locked, require_state
from phoihop.papers.actions.papers import draw_paper
from phoihop.papers.actions.rounds import SlotPlan, open_round, withdraw_round
from phoihop.papers.models import PaperStatus, RegisteredSigner, RoundStatus, SigningMode, SigningRound
from phoihop.people.models import Party

S = RequestStatus


def draw_agreement(*, actor: Actor, request: SharingRequest, due_on: dt.date | None = None) -> SigningRound:
    """Draw the agreement from the accepted offer and give it out for signature.

    :raises Refused: nothing is agreed, it is drawn already, or a side has no registered signer
    """
    if request.owner_id is None:
        raise NotAllowed
    require(actor, Permission.SHARING_ANSWER, party=request.owner_id)
    if due_on is not None and due_on < actor.today:
        raise Refused(_("Hạn ký phải từ hôm nay trở đi."), field="due_on")
    with transaction.atomic():
        row = locked(request)
        require_state(row, S.AGREED)
        if row.paper is not None and row.paper.status != PaperStatus.VOID:
            raise Refused(_("Thỏa thuận đã được lập. Hãy xem văn bản đó."))
        offer = SharingOffer.objects.get(request=row, status=OfferStatus.ACCEPTED)
        owner, asker = _owner(row), row.asker
        signers = [_signer(actor, party) for party in (owner, asker)]
        facts = _facts(row, offer, owner, signers)
        desk = _at_the_desk(actor, owner)
        paper = draw_paper(
            actor=desk, party=owner, description=agreement_paper(facts), subject=row, audience=[asker],
            lead_id=row.lead_id,
        )  # fmt: skip
        round_ = open_round(
            actor=desk, paper=paper, mode=SigningMode.PARALLEL, due_on=due_on,
            slots=[SlotPlan(one.party, one.name, one.position) for one in signers],
        )  # fmt: skip
        advance(actor, row, "agreement_drawn", party=owner.pk, tell_to=[asker.pk], paper_id=paper.pk)
    return round_


def withdraw_agreement(*, actor: Actor, request: SharingRequest, reason: str) -> SharingRequest:
    """The owner takes the agreement back before both have signed; the request goes back to the terms.

    :raises Refused: it is not out for signature, or no reason is given
    """
    owner = _owner(request)
    require(actor, Permission.SHARING_ANSWER, party=owner)
    open_rounds = SigningRound.objects.filter(status=RoundStatus.OPEN).select_related("paper__party")
    round_ = open_rounds.filter(paper__subject_id=request.pk).first()
    if round_ is None:
        raise Refused(_("Thỏa thuận không ở trong đợt ký nào."))
    withdraw_round(actor=_at_the_desk(actor, owner), round_=round_, reason=reason)
    request.refresh_from_db()
    return request


def _at_the_desk(actor: Actor, owner: Party) -> Actor:
    """The person as one who writes this paper for its owner: whoever answers requests draws their agreement.

    Nothing else of the owner's papers is opened to them, since the seat ends with the action.
    """
    return dataclasses.replace(actor, seats=(*actor.seats, Seat(owner.pk, PartyKind.ENTERPRISE, Role.CLERK)))


def _owner(request: SharingRequest) -> Party:
    if request.owner is None:
        raise NotAllowed
    return request.owner


def _signer(actor: Actor, party: Party) -> RegisteredSigner:
    found = RegisteredSigner.objects.filter(party=party, valid_from__lte=actor.today)
    signer = found.exclude(valid_to__lt=actor.today).select_related("party").first()
    if signer is None:
        words = _("%(party)s chưa đăng ký người ký. Hãy đăng ký ở trang đơn vị, mục Người ký, rồi lập lại.")
        raise Refused(words % {"party": party.short_name})
    return signer


def _facts(
    request: SharingRequest, offer: SharingOffer, owner: Party, signers: list[RegisteredSigner]
) -> AgreementFacts:
    mast, asker = request.mast, request.asker
    if mast is None:
        raise NotAllowed
    return AgreementFacts(
        reference=request.reference, place=owner.place, symbol=f"BTT-{owner.code}",
        owner=Side(owner.name, owner.address, owner.tax_code, signers[0].name, signers[0].position),
        asker=Side(asker.name, asker.address, asker.tax_code, signers[1].name, signers[1].position),
        mast=str(mast), mast_class=mast.mast_class.code, mast_height_m=mast.height_m, address=mast.site.address,
        latitude=mast.site.latitude, longitude=mast.site.longitude, technology=request.technology,
        antenna_height_m=offer.antenna_height_m, wind_area_m2=offer.wind_area_m2, rent_vnd=offer.rent_vnd,
        one_off_vnd=offer.one_off_vnd, term_months=offer.term_months, starts_on=offer.starts_on,
        conditions=offer.conditions, unused_months=request.unused_months,
    )  # fmt: skip
