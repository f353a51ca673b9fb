"""Whose place in a round it is, and whether it may sign now."""

from __future__ import annotations

from django.utils.translation import gettext as _

from phoihop.base.errors import NotVisible, Refused, Stale
from phoihop.papers.models import RoundStatus, SigningMode, SigningRound, SigningSlot, SlotStatus
from phoihop.people.models import Party


class NotYourTurn(Refused):
    """In an ordered round somebody before has not signed yet."""


def waiting_slot(round_: SigningRound, party: Party, *, lock: bool = True) -> SigningSlot:
    """The party's place in an open round, as the database has it now.

    :param lock: hold the round until the transaction ends, so that two parties cannot overtake each other
    :raises NotVisible: the party has no place in it
    :raises Refused: the round is over
    :raises Stale: the party has answered already
    """
    if lock:
        SigningRound.objects.select_for_update().get(pk=round_.pk)
    round_.refresh_from_db()
    slots = SigningSlot.objects.select_for_update(of=("self",)) if lock else SigningSlot.objects.all()
    slot = slots.select_related("party").filter(round=round_, party=party).first()
    if slot is None:
        raise NotVisible
    if round_.status != RoundStatus.OPEN:
        raise Refused(_("Đợt ký đã khép lại. Hãy xem trạng thái mới trên trang này."))
    if slot.status != SlotStatus.WAITING:
        raise Stale
    return slot


def require_turn(round_: SigningRound, slot: SigningSlot) -> None:
    """Hold back whoever is not yet due.

    :raises NotYourTurn: in an ordered round, while somebody before has not signed
    """
    if round_.mode != SigningMode.ORDERED:
        return
    before = round_.slots.filter(order__lt=slot.order, status=SlotStatus.WAITING).first()
    if before is not None:
        words = _("Chưa đến lượt đơn vị ký. %(party)s ký trước; hệ thống sẽ báo khi đến lượt.")
        raise NotYourTurn(words % {"party": before.party_name})
