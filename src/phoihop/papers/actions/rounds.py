"""Signing rounds: give out the PDF, take it back signed, hold back whoever is not yet due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused, Stale
from phoihop.base.models import StoredFile
from phoihop.base.transitions import move
from phoihop.papers.actions.checking import check_signed_file, explain, prepare_pdf
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


class NotYourTurn(Refused):
    """In an ordered round somebody before has not signed yet."""


class FileRefused(Refused):
    """The file given back did not pass the technical check; ``result`` says why."""

    def __init__(self, message: str, result: dict[str, object]) -> None:
        super().__init__(message, field="file")
        self.result = result


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

    :raises WrongState: the paper is not a draft or final
    """
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    if not slots:
        raise Refused(_("Chưa có bên nào ký. Hãy thêm ít nhất một bên."))
    if paper.pdf is None:
        raise Refused(_("Văn bản chưa có tệp PDF. Hãy tạo lại văn bản."))
    with transaction.atomic():
        if paper.status == PaperStatus.DRAFT:
            move(paper, PaperStatus.FINAL, PAPER_TRANSITIONS)
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


def _locked_slot(round_: SigningRound, party: Party) -> SigningSlot:
    """The party's slot and its round, locked, so that two parties cannot overtake each other."""
    SigningRound.objects.select_for_update().get(pk=round_.pk)
    round_.refresh_from_db()
    slot = SigningSlot.objects.select_for_update(of=("self",)).select_related("party").filter(round=round_, party=party).first()
    if slot is None:
        raise NotVisible
    if round_.status != RoundStatus.OPEN:
        raise Refused(_("Đợt ký đã khép lại. Hãy xem trạng thái mới trên trang này."))
    if slot.status != SlotStatus.WAITING:
        raise Stale
    return slot


def _require_turn(round_: SigningRound, slot: SigningSlot) -> None:
    if round_.mode != SigningMode.ORDERED:
        return
    before = round_.slots.filter(order__lt=slot.order, status=SlotStatus.WAITING).first()
    if before is not None:
        raise NotYourTurn(
            _("Chưa đến lượt đơn vị ký. %(party)s ký trước; hệ thống sẽ báo khi đến lượt.") % {"party": before.party_name}
        )


def take_file(*, actor: Actor, round_: SigningRound, party: Party) -> StoredFile:
    """The PDF with all signatures so far, for the party to sign with its own token or service."""
    require(actor, Permission.DOCUMENT_SIGN, party=party)
    with transaction.atomic():
        slot = _locked_slot(round_, party)
        _require_turn(round_, slot)
        SigningSlot.objects.filter(pk=slot.pk).update(taken_at=actor.at, taken_sha256=round_.latest.sha256)
        audit.record(actor, "papers.slot.taken", slot.round, party=party, after={"sha256": round_.latest.sha256})
    return round_.latest


def give_back(*, actor: Actor, round_: SigningRound, party: Party, upload: UploadedFile) -> SigningSlot:
    """Take a signed PDF back, if it passes the technical check.

    :raises NotYourTurn: somebody before has not signed
    :raises FileRefused: tampered, truncated, foreign, expired, revoked, of an unknown issuer …; nothing is kept
    """
    require(actor, Permission.DOCUMENT_SIGN, party=party)
    if upload.size is not None and upload.size > files.MAX_BYTES:
        raise Refused(_("Tệp lớn hơn 25 MB. Hãy kiểm tra lại: tệp ký chỉ lớn hơn bản đã lấy một ít."), field="file")
    data = upload.read()
    with transaction.atomic():
        slot = _locked_slot(round_, party)
        _require_turn(round_, slot)
        result = check_signed_file(round_, slot, data, actor.at)
        if not result.accepted:
            raise FileRefused(explain(result, get_language() or "vi"), result.as_json())
        stored = files.keep(actor, data, upload.name or "signed.pdf", round_.paper, as_is=True)
        SigningRound.objects.filter(pk=round_.pk).update(latest=stored)
        round_.latest = stored
        facts = {"signed_at": actor.at, "file": stored, "check_result": result.as_json()}
        move(slot, SlotStatus.DIGITAL, SLOT_TRANSITIONS, recorded_by_id=actor.user_id, **facts)
        audit.record(actor, "papers.slot.signed", round_, party=party, after={"sha256": stored.sha256})
        _after_signature(actor, round_, slot)
    return slot


def sign_on_paper(
    *, actor: Actor, round_: SigningRound, party: Party, signed_on: dt.date, scan: UploadedFile
) -> SigningSlot:
    """Record on a party's behalf that it signed on paper, with the scan."""
    require(actor, Permission.SIGN_ON_BEHALF, party=round_.paper.party)
    if signed_on > actor.today:
        raise Refused(_("Ngày ký không thể ở tương lai."), field="signed_on")
    with transaction.atomic():
        slot = _locked_slot(round_, party)
        _require_turn(round_, slot)
        stored = files.keep_upload(actor, scan, round_.paper)
        signed_at = dt.datetime.combine(signed_on, dt.time(0), tzinfo=actor.at.tzinfo)
        move(
            slot, SlotStatus.PAPER, SLOT_TRANSITIONS, signed_at=signed_at, file=stored, recorded_by_id=actor.user_id
        )
        audit.record(actor, "papers.slot.signed_on_paper", round_, party=party, after={"sha256": stored.sha256})
        _after_signature(actor, round_, slot)
    return slot


def decline(*, actor: Actor, round_: SigningRound, party: Party, reason: str) -> SigningSlot:
    """Refuse to sign, with a reason that everyone is told; the round is over."""
    require(actor, Permission.DOCUMENT_SIGN, party=party)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do từ chối ký; các bên sẽ được thông báo."), field="reason")
    with transaction.atomic():
        slot = _locked_slot(round_, party)
        move(slot, SlotStatus.DECLINED, SLOT_TRANSITIONS, reason=reason.strip(), recorded_by_id=actor.user_id)
        move(round_, RoundStatus.DECLINED, ROUND_TRANSITIONS, closed_at=actor.at)
        move(round_.paper, PaperStatus.VOID, PAPER_TRANSITIONS)
        audit.record(actor, "papers.slot.declined", round_, party=party, after={"reason": reason})
        hook = hook_of(round_.paper.subject_label)
        if hook:
            hook.declined(actor, round_, slot)
    return slot


def withdraw_round(*, actor: Actor, round_: SigningRound, reason: str) -> SigningRound:
    """Take a paper back before all have signed."""
    require(actor, Permission.PAPER_WRITE, party=round_.paper.party)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do rút lại; các bên sẽ được thông báo."), field="reason")
    with transaction.atomic():
        move(round_, RoundStatus.WITHDRAWN, ROUND_TRANSITIONS, closed_at=actor.at)
        move(round_.paper, PaperStatus.VOID, PAPER_TRANSITIONS)
        audit.record(actor, "papers.round.withdrawn", round_, party=round_.paper.party, after={"reason": reason})
    return round_


def _after_signature(actor: Actor, round_: SigningRound, slot: SigningSlot) -> None:
    hook = hook_of(round_.paper.subject_label)
    if round_.slots.filter(status=SlotStatus.WAITING).exists():
        if hook:
            hook.progressed(actor, round_, slot)
        return
    move(round_, RoundStatus.COMPLETE, ROUND_TRANSITIONS, closed_at=actor.at)
    move(
        round_.paper, PaperStatus.SIGNED, PAPER_TRANSITIONS, signed_on=actor.today, signed_file=round_.latest
    )
    audit.record(actor, "papers.round.completed", round_, party=round_.paper.party)
    if hook:
        hook.complete(actor, round_)
