"""Needs, opened for those who may read them: their owner at any time, the department after the closing date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Count

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.joint.sealing import canonical, digest, unseal
from phoihop.clauses.towers.models import JointNeed, JointRound, NeedReceipt, ShareHint


@dataclass(frozen=True, slots=True)
class ShownNeed:
    """A need with its facts in the clear."""

    row: JointNeed
    facts: NeedFacts
    hint: str = ""  # a code of ``actions.joint.hints.HintCode``; only for its owner


def open_facts(row: JointNeed, round_: JointRound) -> NeedFacts:
    """What a row says; whoever calls this has found the row through ``visible_to``."""
    return open_need(row, round_).facts


def open_need(row: JointNeed, round_: JointRound) -> ShownNeed:
    """A row with its facts and the answer that its owner was given; as for ``open_facts``."""
    content = unseal(round_.salt, f"need:{row.pk}", row.sealed)
    return ShownNeed(row, NeedFacts.of(content["facts"]), content["hint"])


def own_needs(*, actor: Actor, round_: JointRound) -> list[ShownNeed]:
    """The needs of the reader's own party."""
    rows = JointNeed.objects.visible_to(actor).filter(round=round_, party_id__in=actor.party_ids)
    return [open_need(row, round_) for row in rows.select_related("party").order_by("number")]


def filed_needs(*, actor: Actor, round_: JointRound) -> list[ShownNeed]:
    """Every need that stands, for the department after the closing date.

    :raises NotVisible: the round is sealed, or the reader does not lead it
    """
    if round_.sealed_at(actor.at) or round_.programme.lead_id not in actor.party_ids:
        raise NotVisible
    rows = JointNeed.objects.visible_to(actor).filed().filter(round=round_).select_related("party")
    return [replace(open_need(row, round_), hint="") for row in rows.order_by("party__short_name", "number")]


def counts_by_party(*, actor: Actor, round_: JointRound) -> list[tuple[str, int]]:
    """How many needs stand, by operator, for the department after the closing date.

    :raises NotVisible: the round is sealed, or the reader does not lead it
    """
    if round_.sealed_at(actor.at) or round_.programme.lead_id not in actor.party_ids:
        raise NotVisible
    rows = JointNeed.objects.visible_to(actor).filed().filter(round=round_).order_by()
    counted = rows.values_list("party__short_name").annotate(count=Count("pk"))
    return sorted(counted)


def visible_need(*, actor: Actor, pk: UUID) -> JointNeed:
    """One of one's own needs; of the department's, after the closing date.

    :raises NotVisible: a rival's, or sealed
    """
    rows = JointNeed.objects.visible_to(actor).select_related("round__programme__lead", "party")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def shown_need(*, actor: Actor, pk: UUID) -> ShownNeed:
    """One need with its facts.

    :raises NotVisible: a rival's, or sealed
    """
    row = visible_need(actor=actor, pk=pk)
    shown = open_need(row, row.round)
    return shown if row.party_id in actor.party_ids else replace(shown, hint="")


def own_need(*, actor: Actor, pk: UUID) -> ShownNeed:
    """One of the needs for whose party the reader files.

    :raises NotVisible: somebody else's
    """
    shown = shown_need(actor=actor, pk=pk)
    if not actor.may(Permission.NEEDS_FILE, shown.row.party_id):
        raise NotVisible
    return shown


@dataclass(frozen=True, slots=True)
class CheckedReceipt:
    """What a file says it is, held against the receipts that the reader may see."""

    hash: str
    receipt: NeedReceipt | None  # the one with that hash

    @property
    def known(self) -> bool:
        """Whether such a receipt was given."""
        return self.receipt is not None


def check_receipt(*, actor: Actor, content: bytes) -> CheckedReceipt:
    """Hold a file against the receipts: the department proves with it what a party filed, a party what it filed."""
    found = digest(content)
    rows = NeedReceipt.objects.visible_to(actor).select_related("need__round__programme", "need__party")
    return CheckedReceipt(found, rows.filter(commitment=found).first())


@dataclass(frozen=True, slots=True)
class ShownReceipt:
    """A receipt with the content that its hash commits to."""

    row: NeedReceipt
    content: bytes

    @property
    def fits(self) -> bool:
        """Whether the content gives the hash."""
        return digest(self.content) == self.row.commitment


def _content(row: NeedReceipt, round_: JointRound) -> bytes:
    return canonical(unseal(round_.salt, f"receipt:{row.pk}", row.sealed))


def receipts(*, actor: Actor, need: JointNeed) -> list[ShownReceipt]:
    """The receipts of a need, oldest first."""
    rows = NeedReceipt.objects.visible_to(actor).filter(need=need).order_by("number")
    return [ShownReceipt(row, _content(row, need.round)) for row in rows]


def receipt_file(*, actor: Actor, pk: UUID) -> ShownReceipt:
    """One receipt as a file.

    :raises NotVisible: a rival's, or sealed
    """
    row = NeedReceipt.objects.visible_to(actor).select_related("need__round__programme").filter(pk=pk).first()
    if row is None:
        raise NotVisible
    return ShownReceipt(row, _content(row, row.need.round))


@dataclass(frozen=True, slots=True)
class HintLine:
    """How much one party was answered at once, for the department after the closing date."""

    party: str
    asked: int
    near: int
    budget: int
    abandoned: int  # needs filed and withdrawn again

    @property
    def used_up(self) -> bool:
        """Whether the party asked as often as it could."""
        return self.asked >= self.budget


def hint_lines(*, actor: Actor, round_: JointRound) -> list[HintLine]:
    """The log of answers by party.

    :raises NotVisible: the round is sealed, or the reader does not lead it
    """
    if round_.sealed_at(actor.at) or round_.programme.lead_id not in actor.party_ids:
        raise NotVisible
    rows = ShareHint.objects.visible_to(actor).filter(round=round_).select_related("party")
    answers: dict[UUID, list[str]] = {}
    names: dict[UUID, str] = {}
    for row in rows.order_by("party__short_name"):
        names[row.party_id] = row.party.short_name
        answers.setdefault(row.party_id, []).append(str(unseal(round_.salt, f"hint:{row.pk}", row.sealed)["answer"]))
    gone: dict[UUID, int] = {}
    withdrawn = JointNeed.objects.visible_to(actor).filter(round=round_, status="withdrawn")
    for party_id in withdrawn.values_list("party_id", flat=True):
        gone[party_id] = gone.get(party_id, 0) + 1
    return [
        HintLine(names[pk], len(said), said.count("near"), round_.hint_budget, gone.get(pk, 0))
        for pk, said in answers.items()
    ]
