"""Filing needs in confidence, changing and withdrawing them, each against a receipt."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused, Stale
from phoihop.clauses.towers.actions.joint.hints import HintCode, sharing_hint
from phoihop.clauses.towers.joint.checking import check_facts
from phoihop.clauses.towers.joint.facts import NeedFacts, SealedReceipt, new_nonce
from phoihop.clauses.towers.joint.sealing import commitment, seal
from phoihop.clauses.towers.models import JointFiling, JointNeed, JointRound, NeedReceipt, NeedStatus, ReceiptVerb
from phoihop.clauses.towers.queries.joint.needs import open_facts
from phoihop.clauses.towers.queries.joint.rounds import enterprises_of
from phoihop.people.models import Party


class TooMany(Refused):
    """The party has filed as many needs as the round takes of one party."""


class FilingClosed(Refused):
    """The closing date has passed, or the round was cancelled."""


def file_need(*, actor: Actor, round_: JointRound, party: Party, facts: NeedFacts) -> tuple[JointNeed, HintCode]:
    """File one need; what it says is sealed until the closing date.

    :returns: the need, and whether sharing is compulsory where it lies
    :raises FilingClosed: needs are taken no more
    """
    require(actor, Permission.NEEDS_FILE, party=party)
    with transaction.atomic():
        round_ = _taking(actor, round_, party)
        need, hint = _file(actor, round_, party, facts, _next_number(round_, party))
        audit.record(actor, "towers.need.filed", need, party=party)
    return need, hint


def file_needs(*, actor: Actor, round_: JointRound, party: Party, listed: Iterable[NeedFacts]) -> int:
    """File many needs of one file, all or none; returns how many."""
    require(actor, Permission.NEEDS_FILE, party=party)
    with transaction.atomic():
        round_ = _taking(actor, round_, party)
        number = _next_number(round_, party)
        count = 0
        for count, facts in enumerate(listed, start=1):
            need, _hint = _file(actor, round_, party, facts, number + count - 1)
        if count:
            audit.record(actor, "towers.need.imported", need, party=party)
    return count


def change_need(*, actor: Actor, need: JointNeed, facts: NeedFacts) -> tuple[JointNeed, HintCode]:
    """Replace what a need says.

    :raises FilingClosed: needs are taken no more
    """
    require(actor, Permission.NEEDS_FILE, party=need.party_id)
    with transaction.atomic():
        round_ = _taking(actor, need.round, need.party)
        need = _standing(need)
        check_facts(facts)
        hint = sharing_hint(actor=actor, round_=round_, party=need.party, facts=facts)
        _write(actor, need, round_, facts, hint)
        _receipt(actor, need, ReceiptVerb.CHANGED, facts)
        audit.record(actor, "towers.need.changed", need, party=need.party_id)
    return need, hint


def withdraw_need(*, actor: Actor, need: JointNeed) -> JointNeed:
    """Take a need back; that it was there stays in the party's own receipts.

    :raises FilingClosed: needs are taken no more
    """
    require(actor, Permission.NEEDS_FILE, party=need.party_id)
    with transaction.atomic():
        round_ = _taking(actor, need.round, need.party)
        need = _standing(need)
        facts = open_facts(need, round_)
        need.status, need.changed_at = NeedStatus.WITHDRAWN, actor.at
        need.save(update_fields=["status", "changed_at"])
        _receipt(actor, need, ReceiptVerb.WITHDRAWN, facts)
        audit.record(actor, "towers.need.withdrawn", need, party=need.party_id)
    return need


def revise_need(
    *, actor: Actor, need: JointNeed, radius_m: int | None = None, height_m: float | None = None
) -> JointNeed:
    """Change ring or height as its party asked for in answer to a proposal; the department does it, after closing."""
    require(actor, Permission.JOINT_PLAN_RUN, party=need.round.programme.lead_id)
    with transaction.atomic():
        need = _standing(need)
        facts = open_facts(need, need.round).changed(radius_m=radius_m, height_m=height_m)
        check_facts(facts)
        _write(actor, need, need.round, facts, None)
        _receipt(actor, need, ReceiptVerb.CHANGED, facts)
        audit.record(actor, "towers.need.revised", need, party=need.party_id)
    return need


def say_all_filed(*, actor: Actor, round_: JointRound, party: Party, done: bool = True) -> None:
    """Say that the party has filed all it has, or has none; or take that word back."""
    require(actor, Permission.NEEDS_FILE, party=party)
    with transaction.atomic():
        round_ = _taking(actor, round_, party)
        if not done:
            JointFiling.objects.filter(round=round_, party=party).delete()
            return
        JointFiling.objects.get_or_create(round=round_, party=party, defaults={"said_at": actor.at})


def _taking(actor: Actor, round_: JointRound, party: Party) -> JointRound:
    """The round, held until the transaction ends, if it takes needs of the party."""
    held = JointRound.objects.select_for_update(of=("self",)).select_related("programme").get(pk=round_.pk)
    if party.pk not in enterprises_of(actor=actor, programme=held.programme):
        raise NotVisible
    if not held.takes_needs(actor.at):
        raise FilingClosed(_("Đợt này không còn nhận nhu cầu. Nhu cầu mới nộp ở đợt sau; nếu gấp, hãy liên hệ Sở."))
    return held


def _standing(need: JointNeed) -> JointNeed:
    rows = JointNeed.objects.select_for_update(of=("self",)).select_related("party", "round__programme")
    held = rows.get(pk=need.pk)
    if held.status != NeedStatus.FILED:
        raise Stale
    return held


def _next_number(round_: JointRound, party: Party) -> int:
    last = JointNeed.objects.filter(round=round_, party=party).aggregate(last=Max("number"))["last"] or 0
    return int(last) + 1


def _file(actor: Actor, round_: JointRound, party: Party, facts: NeedFacts, number: int) -> tuple[JointNeed, HintCode]:
    check_facts(facts)
    if number > round_.need_limit:  # what the plan does with each need tells of the ground: nobody asks without end
        words = _("Mỗi đơn vị nộp nhiều nhất %(n)s nhu cầu trong một đợt, kể cả đã rút. Nếu cần thêm, hãy đề nghị Sở.")
        raise TooMany(words % {"n": round_.need_limit})
    hint = sharing_hint(actor=actor, round_=round_, party=party, facts=facts)
    need = JointNeed(round=round_, party=party, number=number, filed_at=actor.at)
    _write(actor, need, round_, facts, hint)
    _receipt(actor, need, ReceiptVerb.FILED, facts)
    return need, hint


def _write(actor: Actor, need: JointNeed, round_: JointRound, facts: NeedFacts, hint: HintCode | None) -> None:
    content = {"facts": facts.as_dict(), "hint": hint.value if hint else ""}
    need.sealed = seal(round_.salt, f"need:{need.pk}", content)
    need.changed_at = actor.at
    need.save()


def _receipt(actor: Actor, need: JointNeed, verb: ReceiptVerb, facts: NeedFacts) -> NeedReceipt:
    """Write the receipt, and its hash on the need."""
    number = need.receipts.count() + 1
    said = SealedReceipt(
        round=need.round_id, party=need.party_id, need=need.number, version=number, verb=verb.value, at=actor.at,
        facts=facts, nonce=new_nonce(),
    ).as_dict()  # fmt: skip
    row_id: UUID = uuid4()
    need.commitment = commitment(said)
    JointNeed.objects.filter(pk=need.pk).update(commitment=need.commitment)
    return NeedReceipt.objects.create(
        pk=row_id, need=need, number=number, verb=verb, sealed=seal(need.round.salt, f"receipt:{row_id}", said),
        commitment=need.commitment, at=actor.at, author_id=actor.user_id,
    )  # fmt: skip
