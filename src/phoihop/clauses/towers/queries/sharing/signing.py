"""How far the signing of an agreement is: for the two sides the paper, for the department only how many."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.clauses.towers.models import SharingRequest
from phoihop.papers.models import Paper, SigningRound, SlotStatus


@dataclass(frozen=True, slots=True)
class SigningState:
    """Who has signed; the paper and its round where the reader may open them."""

    signed: list[str]
    waiting: list[str]
    paper_id: UUID | None = None
    round_id: UUID | None = None
    pdf_id: UUID | None = None


def signing_state(*, actor: Actor, request: SharingRequest) -> SigningState | None:
    """The state of the present agreement; nothing before it is drawn."""
    if request.paper_id is None or not {*request.sides, request.lead_id} & actor.party_ids:
        return None
    round_ = SigningRound.objects.filter(paper_id=request.paper_id).prefetch_related("slots").first()
    slots = list(round_.slots.all()) if round_ else []
    done = (SlotStatus.DIGITAL, SlotStatus.PAPER)
    signed = [slot.party_name for slot in slots if slot.status in done]
    waiting = [slot.party_name for slot in slots if slot.status == SlotStatus.WAITING]
    paper = Paper.objects.visible_to(actor).filter(pk=request.paper_id).first()
    if paper is None or round_ is None:
        return SigningState(signed, waiting)
    return SigningState(signed, waiting, paper.pk, round_.pk, paper.signed_file_id or paper.pdf_id)
