"""How far the signing is: every party knows who has signed."""

from __future__ import annotations

from dataclasses import dataclass

from phoihop.base.access import Actor
from phoihop.papers.models import Paper, SigningRound, SigningSlot, SlotStatus
from phoihop.programme.models import Memorandum


@dataclass(frozen=True, slots=True)
class SigningState:
    """The paper being signed, or signed, and its round."""

    paper: Paper
    round: SigningRound | None
    slots: list[SigningSlot]

    @property
    def signed(self) -> int:
        """How many have signed."""
        return sum(slot.status in {SlotStatus.DIGITAL, SlotStatus.PAPER} for slot in self.slots)


def signing_state(*, actor: Actor, memorandum: Memorandum) -> SigningState | None:
    """The present paper of a memorandum with its signatures, where the reader may see the paper; three queries."""
    if memorandum.paper_id is None:
        return None
    found = Paper.objects.visible_to(actor).filter(pk=memorandum.paper_id)
    paper = found.select_related("pdf", "docx", "signed_file").first()
    if paper is None:
        return None
    round_ = SigningRound.objects.visible_to(actor).filter(paper=paper).select_related("latest").first()
    slots = list(round_.slots.order_by("order")) if round_ else []
    return SigningState(paper, round_, slots)
