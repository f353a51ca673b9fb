"""What follows from the signing round of a joint agreement; papers calls these inside its transaction."""

from __future__ import annotations

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.joint.answering import proposal_url
from phoihop.clauses.towers.actions.joint.entering import enter_registry
from phoihop.clauses.towers.models import PROPOSAL_TRANSITIONS, JointProposal, ProposalStatus
from phoihop.notices.actions import tell
from phoihop.papers.hooks import RoundHook
from phoihop.papers.models import SigningRound, SigningSlot

SUBJECT = "towers.jointproposal"


def _of(round_: SigningRound) -> JointProposal:
    rows = JointProposal.objects.select_for_update(of=("self",)).select_related(
        "round__programme__lead", "lead_builder", "mast"
    )
    return rows.get(paper=round_.paper_id)


def _tell(actor: Actor, proposal: JointProposal, words: object, key: str) -> None:
    parties = list(proposal.parts.values_list("party_id", flat=True))
    tell(
        actor=actor, users_of=[*parties, proposal.round.programme.lead_id], also_self=True, icon="writing-sign",
        text=format_lazy(words, code=proposal.code), url=proposal_url(proposal),  # type: ignore[arg-type]
        key=f"joint.{key}:{proposal.pk}",
    )  # fmt: skip


def _complete(actor: Actor, round_: SigningRound) -> None:
    """All have signed: the mast and its tenancies enter the registry by themselves."""
    proposal = _of(round_)
    move(proposal, ProposalStatus.SIGNED, PROPOSAL_TRANSITIONS)
    enter_registry(actor=actor, proposal=proposal)
    audit.record(actor, "towers.proposal.signed", proposal, party=proposal.round.programme.lead_id)
    _tell(actor, proposal, gettext_lazy("Các bên đã ký thỏa thuận của đề xuất dùng chung {code}."), "signed")


def _reopen(actor: Actor, round_: SigningRound, key: str) -> None:
    """The proposal stays agreed; the department draws another agreement."""
    proposal = _of(round_)
    JointProposal.objects.filter(pk=proposal.pk).update(paper=None)
    audit.record(actor, "towers.proposal.signing_stopped", proposal, party=proposal.round.programme.lead_id)
    _tell(actor, proposal, gettext_lazy("Thỏa thuận của đề xuất dùng chung {code} chưa ký được."), f"{key}:{round_.pk}")


def _declined(actor: Actor, round_: SigningRound, slot: SigningSlot) -> None:
    _reopen(actor, round_, "declined")


def _withdrawn(actor: Actor, round_: SigningRound, reason: str) -> None:
    _reopen(actor, round_, "withdrawn")


def _progressed(actor: Actor, round_: SigningRound, slot: SigningSlot) -> None:
    """Any order will do: the others have been asked to sign already."""


HOOK = RoundHook(complete=_complete, declined=_declined, progressed=_progressed, withdrawn=_withdrawn)
