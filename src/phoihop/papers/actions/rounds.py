"""Signing rounds as a whole: open them, take them back, close them when a party declines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.papers.actions.checking import prepare_pdf
from phoihop.papers.actions.turns import waiting_slot
from phoihop.papers.hooks import hook_of
from phoihop.papers.models import (
    PAPER_TRANSITIONS,
    ROUND_TRANSITIONS,
    SLOT_TRANSITIONS,
    Paper,
    PaperStatus,
    RoundStatus,
    SigningMode,
    SigningRound,
    SigningSlot,
    SlotStatus,
)
from phoihop.people.models import Party


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """Who signs in which place."""

    party: Party
    signer_name: str
    signer_position: str = ""


def open_round(
    *, actor: Actor, paper: Paper, slots: Sequence[SlotPlan], mode: SigningMode, due_on: dt.date | None = None
) -> SigningRound:
    """Give a paper's PDF out for signature.

    :raises Refused: nobody signs, a party has two places, or the paper is past signing
    """
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    if not slots:
        raise Refused(_("Chưa có bên nào ký. Hãy thêm ít nhất một bên."))
    if len({slot.party.pk for slot in slots}) < len(slots):
        raise Refused(_("Mỗi bên chỉ ký một chỗ. Hãy bỏ bên bị lặp."))
    if paper.pdf is None:
        raise Refused(_("Văn bản chưa có tệp PDF. Hãy tạo lại văn bản."))
    with transaction.atomic():
        if paper.status == PaperStatus.DRAFT:
            move(paper, PaperStatus.FINAL, PAPER_TRANSITIONS)
        if paper.status != PaperStatus.FINAL or SigningRound.objects.filter(paper=paper).exists():
            raise Refused(_("Văn bản này đã qua bước ký. Hãy tạo văn bản khác rồi mở đợt ký."))
        pdf = prepare_pdf(files.read(paper.pdf), [slot.signer_name for slot in slots])
        circulated = files.keep(actor, pdf, paper.pdf.name, paper)
        round_ = SigningRound.objects.create(
            paper=paper, mode=mode, circulated=circulated, latest=circulated, due_on=due_on
        )
        SigningSlot.objects.bulk_create(
            SigningSlot(
                round=round_, party=slot.party, order=order, party_name=slot.party.name, signer_name=slot.signer_name,
                signer_position=slot.signer_position,
            )
            for order, slot in enumerate(slots, start=1)
        )  # fmt: skip
        paper.audience.add(*[slot.party for slot in slots])
        audit.record(actor, "papers.round.opened", round_, party=paper.party, after={"mode": mode, "slots": len(slots)})
    return round_


def decline(*, actor: Actor, round_: SigningRound, party: Party, reason: str) -> SigningSlot:
    """Refuse to sign, with a reason that everyone is told; the round is over."""
    require(actor, Permission.DOCUMENT_SIGN, party=party)
    reason = reason.strip()
    if not reason:
        raise Refused(_("Hãy nêu lý do từ chối ký; các bên sẽ được thông báo."), field="reason")
    with transaction.atomic():
        slot = waiting_slot(round_, party)
        move(slot, SlotStatus.DECLINED, SLOT_TRANSITIONS, reason=reason, recorded_by_id=actor.user_id)
        _close(actor, round_, RoundStatus.DECLINED)
        audit.record(actor, "papers.slot.declined", round_, party=party, after={"reason": reason})
        hook = hook_of(round_.paper.subject_label)
        if hook:
            hook.declined(actor, round_, slot)
    return slot


def withdraw_round(*, actor: Actor, round_: SigningRound, reason: str) -> SigningRound:
    """Take a paper back before all have signed, with a reason that everyone is told."""
    require(actor, Permission.PAPER_WRITE, party=round_.paper.party)
    reason = reason.strip()
    if not reason:
        raise Refused(_("Hãy nêu lý do rút lại; các bên sẽ được thông báo."), field="reason")
    with transaction.atomic():
        _close(actor, round_, RoundStatus.WITHDRAWN)
        after = {"reason": reason}
        audit.record(actor, "papers.round.withdrawn", round_, party=round_.paper.party, after=after)
        hook = hook_of(round_.paper.subject_label)
        if hook and hook.withdrawn:
            hook.withdrawn(actor, round_, reason)
    return round_


def _close(actor: Actor, round_: SigningRound, status: RoundStatus) -> None:
    """End an open round without a signed paper."""
    move(round_, status, ROUND_TRANSITIONS, closed_at=actor.at)
    move(round_.paper, PaperStatus.VOID, PAPER_TRANSITIONS)
