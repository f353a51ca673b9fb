"""A party's own steps in a round: take the PDF, give it back signed, or have its signature on paper recorded."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import StoredFile
from phoihop.base.transitions import move
from phoihop.papers.actions.checking import check_signed_file, explain, has_certificate
from phoihop.papers.actions.register import keep_scan
from phoihop.papers.actions.turns import require_turn, waiting_slot
from phoihop.papers.hooks import hook_of
from phoihop.papers.models import (
    PAPER_TRANSITIONS,
    ROUND_TRANSITIONS,
    SLOT_TRANSITIONS,
    PaperStatus,
    RoundStatus,
    SigningRound,
    SigningSlot,
    SlotStatus,
)
from phoihop.papers.queries.rounds import may_record_on_paper
from phoihop.papers.signatures import CheckResult
from phoihop.people.models import Party


class FileRefused(Refused):
    """The file given back did not pass the technical check; ``result`` says why."""

    def __init__(self, message: str, result: dict[str, object]) -> None:
        super().__init__(message, field="file")
        self.result = result


def take_file(*, actor: Actor, round_: SigningRound, party: Party) -> StoredFile:
    """The PDF with all signatures so far, for the party to sign with its own token or service.

    :raises NotYourTurn: somebody before has not signed
    """
    require(actor, Permission.DOCUMENT_SIGN, party=party)
    with transaction.atomic():
        slot = waiting_slot(round_, party)
        require_turn(round_, slot)
        SigningSlot.objects.filter(pk=slot.pk).update(taken_at=actor.at, taken_sha256=round_.latest.sha256)
        audit.record(actor, "papers.slot.taken", round_, party=party, after={"sha256": round_.latest.sha256})
    return round_.latest


def give_back(*, actor: Actor, round_: SigningRound, party: Party, upload: UploadedFile[Any]) -> SigningSlot:
    """Take a signed PDF back, if it passes the technical check.

    :raises NotYourTurn: somebody before has not signed
    :raises FileRefused: tampered, truncated, foreign, expired, revoked, of an unknown issuer …; nothing is kept
    """
    require(actor, Permission.DOCUMENT_SIGN, party=party)
    if upload.size is not None and upload.size > files.MAX_BYTES:
        raise Refused(_("Tệp lớn hơn 25 MB. Hãy kiểm tra lại: tệp ký chỉ lớn hơn bản đã lấy một ít."), field="file")
    data = upload.read()
    # Checked before anything is locked: a large or hostile file must not keep others waiting.
    result, against = _checked(actor, round_, party, data)
    with transaction.atomic():
        slot = waiting_slot(round_, party)
        require_turn(round_, slot)
        if round_.latest_id != against:
            raise Refused(_("Vừa có bên khác ký trước. Hãy lấy tệp mới nhất, ký lại rồi gửi."), field="file")
        stored = files.keep(actor, data, upload.name or "signed.pdf", round_.paper, as_is=True)
        SigningRound.objects.filter(pk=round_.pk).update(latest=stored)
        round_.latest = stored
        move(
            slot, SlotStatus.DIGITAL, SLOT_TRANSITIONS, recorded_by_id=actor.user_id, signed_at=actor.at, file=stored,
            check_result=result.as_json(),
        )  # fmt: skip
        audit.record(actor, "papers.slot.signed", round_, party=party, after={"sha256": stored.sha256})
        _after_signature(actor, round_, slot)
    return slot


def _checked(actor: Actor, round_: SigningRound, party: Party, data: bytes) -> tuple[CheckResult, object]:
    """The result of the technical check, and the file it was made against."""
    slot = waiting_slot(round_, party, lock=False)
    require_turn(round_, slot)
    if not has_certificate(party, actor.today):
        raise Refused(
            _("Đơn vị chưa đăng ký chứng thư số của người ký. Hãy đăng ký ở trang đơn vị, mục Người ký, rồi gửi lại."),
            field="file",
        )
    result = check_signed_file(round_, slot, data, actor.at)
    if not result.accepted:
        raise FileRefused(explain(result, get_language() or "vi"), result.as_json())
    return result, round_.latest_id


def sign_on_paper(
    *, actor: Actor, round_: SigningRound, party: Party, signed_on: dt.date, scan: UploadedFile[Any]
) -> SigningSlot:
    """Record that a party signed on paper, with the scan: on its behalf, or one's own where no department issued it.

    :raises NotAllowed: neither the issuing body's to record nor the party's own
    :raises NotYourTurn: somebody before has not signed
    """
    if not may_record_on_paper(actor=actor, round_=round_, party_id=party.pk):
        raise NotAllowed
    if signed_on > actor.today:
        raise Refused(_("Ngày ký không thể ở tương lai."), field="signed_on")
    with transaction.atomic():
        slot = waiting_slot(round_, party)
        require_turn(round_, slot)
        stored = keep_scan(actor, scan, round_.paper, "scan")
        signed_at = dt.datetime.combine(signed_on, dt.time(0), tzinfo=timezone.get_default_timezone())
        move(slot, SlotStatus.PAPER, SLOT_TRANSITIONS, signed_at=signed_at, file=stored, recorded_by_id=actor.user_id)
        audit.record(actor, "papers.slot.signed_on_paper", round_, party=party, after={"sha256": stored.sha256})
        _after_signature(actor, round_, slot)
    return slot


def _after_signature(actor: Actor, round_: SigningRound, slot: SigningSlot) -> None:
    """Close the round when nobody is missing any more, and tell whom the paper belongs to."""
    hook = hook_of(round_.paper.subject_label)
    statuses = set(round_.slots.values_list("status", flat=True))
    if SlotStatus.WAITING in statuses:
        if hook:
            hook.progressed(actor, round_, slot)
        return
    # With no digital signature at all, the circulated PDF bears none: the last scan is what was signed.
    signed_file = round_.latest if SlotStatus.DIGITAL in statuses else slot.file
    move(round_, RoundStatus.COMPLETE, ROUND_TRANSITIONS, closed_at=actor.at)
    move(round_.paper, PaperStatus.SIGNED, PAPER_TRANSITIONS, signed_on=actor.today, signed_file=signed_file)
    audit.record(actor, "papers.round.completed", round_, party=round_.paper.party)
    if hook:
        hook.complete(actor, round_)
