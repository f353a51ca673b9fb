"""Who signs a draft, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, PartyKind, Permission, require
from phoihop.base.errors import Refused
from phoihop.papers.models import SigningMode
from phoihop.people.models import Party
from phoihop.programme.memorandum_rows import lead_of, locked_draft, moved, reorder, signer_facts
from phoihop.programme.models import Memorandum, MemorandumParty


def add_party(*, actor: Actor, memorandum: Memorandum, party: Party) -> MemorandumParty:
    """Let an enterprise of the programme sign too, after the others.

    :raises Refused: it is no enterprise of the programme, or signs already
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    joined = memorandum.programme.participants.filter(party=party).exists()
    if party.kind != PartyKind.ENTERPRISE or not joined:
        raise Refused(_("Chỉ doanh nghiệp tham gia chương trình mới ký được."), field="party")
    with transaction.atomic():
        row = locked_draft(memorandum)
        if row.parties.filter(party=party).exists():
            raise Refused(_("Đơn vị này đã có trong danh sách ký."), field="party")
        last = row.parties.aggregate(last=Max("order"))["last"] or 0
        seat = MemorandumParty.objects.create(memorandum=row, party=party, order=last + 1, **signer_facts(actor, party))
        audit.record(actor, "programme.memorandum.party_added", row, party=lead_of(row), after={"party": party.name})
    return seat


def remove_party(*, actor: Actor, seat: MemorandumParty) -> None:
    """Take a party out of a draft; the lead always signs."""
    memorandum = seat.memorandum
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    if seat.party_id == lead_of(memorandum):
        raise Refused(_("Cơ quan chủ trì luôn là một bên ký."))
    with transaction.atomic():
        row = locked_draft(memorandum)
        row.parties.filter(pk=seat.pk).delete()
        audit.record(actor, "programme.memorandum.party_removed", row, party=lead_of(row), before={"party": seat.name})


def edit_signer(*, actor: Actor, seat: MemorandumParty, signer_name: str, signer_position: str) -> MemorandumParty:
    """Say who signs for a party."""
    memorandum = seat.memorandum
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    before = {"signer_name": seat.signer_name, "signer_position": seat.signer_position}
    after = {"signer_name": signer_name.strip(), "signer_position": signer_position.strip()}
    with transaction.atomic():
        row = locked_draft(memorandum)
        row.parties.filter(pk=seat.pk).update(**after)
        audit.record(
            actor, "programme.memorandum.signer_named", row, party=lead_of(row), before=before | {"party": seat.name},
            after=after,
        )  # fmt: skip
    seat.signer_name, seat.signer_position = after["signer_name"], after["signer_position"]
    return seat


def order_parties(*, actor: Actor, memorandum: Memorandum, order: Sequence[UUID]) -> None:
    """Say in which order parties sign.

    :raises Stale: a party was added or removed since the person saw the list
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    with transaction.atomic():
        row = locked_draft(memorandum)
        reorder(list(row.parties.order_by("order")), order)
        after = {"order": list(order)}
        audit.record(actor, "programme.memorandum.parties_ordered", row, party=lead_of(row), after=after)


def move_party(*, actor: Actor, seat: MemorandumParty, step: int) -> None:
    """Let a party sign one place earlier (-1) or later (+1)."""
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(seat.memorandum))
    ids = list(seat.memorandum.parties.order_by("order").values_list("pk", flat=True))
    order_parties(actor=actor, memorandum=seat.memorandum, order=moved(ids, seat.pk, step))


def set_signing_mode(*, actor: Actor, memorandum: Memorandum, mode: str) -> Memorandum:
    """One after another, or in any order."""
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    with transaction.atomic():
        row = locked_draft(memorandum)
        before, row.signing_mode = row.signing_mode, SigningMode(mode)
        row.save(update_fields=["signing_mode"])
        facts = {"before": {"mode": before}, "after": {"mode": mode}}
        audit.record(actor, "programme.memorandum.mode_set", row, party=lead_of(row), **facts)
    return row
