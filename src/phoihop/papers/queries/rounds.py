"""Signing rounds for pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.papers.models import Paper, RoundStatus, SigningMode, SigningRound, SigningSlot, SlotStatus
from phoihop.papers.queries.checks import instant
from phoihop.papers.queries.papers import papers_of
from phoihop.papers.signatures import CheckResult, Severity, SignatureFacts, describe
from phoihop.people.models import Party

SIGNED = (SlotStatus.DIGITAL, SlotStatus.PAPER)


def visible_round(*, actor: Actor, pk: UUID) -> SigningRound:
    """One round with its slots in order.

    :raises NotVisible: no such round for this person
    """
    slots = SigningSlot.objects.select_related("party", "file", "recorded_by").order_by("order")
    found = (
        SigningRound.objects.visible_to(actor)
        .select_related("paper__party", "circulated", "latest")
        .prefetch_related(Prefetch("slots", slots))
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def round_of(*, actor: Actor, paper: UUID) -> SigningRound | None:
    """A paper's round, for those who sign or issue it; other readers of the paper have none."""
    return SigningRound.objects.visible_to(actor).filter(paper_id=paper).first()


def log_of(*, actor: Actor, round_: SigningRound) -> Paper | None:
    """The log of a round in the register, where it is there and ``actor`` may see it."""
    return papers_of(actor=actor, subject_label=round_._meta.label_lower, subject_id=round_.pk).first()


def own_slots(*, actor: Actor, round_: SigningRound) -> list[SigningSlot]:
    """The places in which ``actor`` may sign."""
    mine = actor.parties_with(Permission.DOCUMENT_SIGN)
    return [slot for slot in round_.slots.all() if slot.party_id in mine]


def may_record_on_paper(*, actor: Actor, round_: SigningRound, party_id: UUID) -> bool:
    """Whether ``actor`` may record that a party signed on paper.

    Whoever records for the issuing body may, for every party. Where an enterprise issued the paper, nobody stands above
    the parties: each records its own signature alone, or one could sign for the other.
    """
    if round_.paper.party.kind == PartyKind.REGULATOR:
        return actor.may(Permission.SIGN_ON_BEHALF, round_.paper.party_id)
    return actor.may(Permission.DOCUMENT_SIGN, party_id)


def is_turn(round_: SigningRound, slot: SigningSlot) -> bool:
    """Whether the slot may sign now; reads slots that were fetched with the round."""
    if round_.status != RoundStatus.OPEN or slot.status != SlotStatus.WAITING:
        return False
    if round_.mode != SigningMode.ORDERED:
        return True
    return all(one.status != SlotStatus.WAITING for one in round_.slots.all() if one.order < slot.order)


def party_of_slot(*, actor: Actor, round_: SigningRound, party_id: UUID) -> Party:
    """The party of a place in a round that ``actor`` sees.

    :raises NotVisible: the party has no place in it
    """
    for slot in round_.slots.all():
        if slot.party_id == party_id:
            return slot.party
    raise NotVisible


def open_rounds(*, actor: Actor) -> QuerySet[SigningRound]:
    """Rounds in which signatures are missing."""
    found = SigningRound.objects.visible_to(actor).filter(status=RoundStatus.OPEN)
    return found.select_related("paper__party").prefetch_related("slots").order_by("due_on", "created_at")


@dataclass(frozen=True, slots=True)
class SlotLine:
    """One party's place with what the technical check says of its signature."""

    slot: SigningSlot
    turn: bool
    mine: bool
    facts: SignatureFacts | None
    subject: str  # of the certificate; it may hold an identity number: for the party itself and the issuing body alone
    claimed_at: dt.datetime | None  # by the signer's own clock
    stamped_at: dt.datetime | None  # by a time stamp
    remarks: list[str]
    records: bool  # whether the reader may record that it was signed on paper


def slot_lines(*, actor: Actor, round_: SigningRound, language: str) -> list[SlotLine]:
    """The places in order."""
    lines, issues = [], round_.paper.party_id in actor.party_ids
    for slot in round_.slots.all():
        result = CheckResult.from_json(slot.check_result) if slot.check_result else None
        remarks = [describe(finding, language) for finding in result.of(Severity.FLAG)] if result else []
        mine = slot.party_id in actor.party_ids
        facts = result.new_signature if result else None
        subject = facts.subject if facts and (mine or issues) else ""
        claimed_at, stamped_at = (instant(facts.claimed_at), instant(facts.stamped_at)) if facts else (None, None)
        turn = is_turn(round_, slot)
        records = turn and may_record_on_paper(actor=actor, round_=round_, party_id=slot.party_id)
        lines.append(SlotLine(slot, turn, mine, facts, subject, claimed_at, stamped_at, remarks, records))
    return lines
