"""What follows when all have signed a memorandum, or one party declines; papers calls these inside its transaction."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission
from phoihop.base.transitions import move
from phoihop.notices.actions import tell
from phoihop.papers.hooks import RoundHook
from phoihop.papers.models import SigningMode, SigningRound, SigningSlot, SlotStatus
from phoihop.programme.memorandum_notices import address, back_to_draft
from phoihop.programme.memorandum_rows import lead_of, locked, party_ids
from phoihop.programme.models import MEMORANDUM_TRANSITIONS, Memorandum, MemorandumStatus

SUBJECT = "programme.memorandum"


def signing_complete(actor: Actor, round_: SigningRound) -> None:
    """All have signed: the memorandum is in force."""
    memorandum = _signed(round_)
    move(memorandum, MemorandumStatus.IN_FORCE, MEMORANDUM_TRANSITIONS, in_force_at=actor.at)
    audit.record(actor, "programme.memorandum.in_force", memorandum, party=lead_of(memorandum))
    tell(
        actor=actor, users_of=[lead_of(memorandum), *party_ids(memorandum)], permission=Permission.MEMORANDUM_ANSWER,
        text=format_lazy(gettext_lazy("Các bên đã ký đủ: {title}"), title=memorandum.title), icon="circle-check",
        url=address(memorandum), key=f"memorandum.in_force:{memorandum.pk}", also_self=True,
    )  # fmt: skip


def signing_declined(actor: Actor, round_: SigningRound, slot: SigningSlot) -> None:
    """One declined: back to the desk; everyone is told who and why."""
    words = gettext_lazy("{party} từ chối ký: {reason}")
    reason = format_lazy(words, party=slot.party_name, reason=slot.reason)
    back_to_draft(actor, _signed(round_), reason, event="declined")


def signing_withdrawn(actor: Actor, round_: SigningRound, reason: str) -> None:
    """The lead took the paper back, from this page or from the round's."""
    back_to_draft(actor, _signed(round_), reason)


def signing_progressed(actor: Actor, round_: SigningRound, slot: SigningSlot) -> None:
    """One more has signed; in an ordered round the next is told that it is their turn."""
    following = round_.slots.filter(status=SlotStatus.WAITING).order_by("order").first()
    if round_.mode != SigningMode.ORDERED or following is None:
        return
    memorandum = _signed(round_)
    tell(
        actor=actor, users_of=[following.party_id], permission=Permission.DOCUMENT_SIGN, icon="writing-sign",
        text=format_lazy(gettext_lazy("Đến lượt đơn vị ký: {title}"), title=memorandum.title),
        url=reverse("papers:round_detail", args=[round_.pk]), key=f"memorandum.turn:{following.pk}",
    )  # fmt: skip


def _signed(round_: SigningRound) -> Memorandum:
    return locked(Memorandum.objects.get(paper=round_.paper_id))


HOOK = RoundHook(
    complete=signing_complete, declined=signing_declined, progressed=signing_progressed, withdrawn=signing_withdrawn
)
