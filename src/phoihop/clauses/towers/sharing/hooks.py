"""What follows from the signing round of an agreement; papers calls these inside its transaction."""

from __future__ import annotations

from phoihop.base.access import Actor
from phoihop.clauses.towers.actions.sharing.use import record_signed, reopen_terms
from phoihop.papers.hooks import RoundHook
from phoihop.papers.models import SigningRound, SigningSlot

SUBJECT = "towers.sharingrequest"


def _complete(actor: Actor, round_: SigningRound) -> None:
    record_signed(actor=actor, round_=round_)


def _declined(actor: Actor, round_: SigningRound, slot: SigningSlot) -> None:
    reopen_terms(actor=actor, round_=round_, reason=slot.reason)


def _progressed(actor: Actor, round_: SigningRound, slot: SigningSlot) -> None:
    """The other side's signature is due already: both may sign in any order."""


def _withdrawn(actor: Actor, round_: SigningRound, reason: str) -> None:
    reopen_terms(actor=actor, round_=round_, reason=reason)


HOOK = RoundHook(complete=_complete, declined=_declined, progressed=_progressed, withdrawn=_withdrawn)
