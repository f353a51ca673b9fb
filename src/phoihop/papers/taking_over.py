"""What papers say when one party takes over from another."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.papers.models import RoundStatus, SigningSlot, SlotStatus
from phoihop.people.models import Party


def refuse_open_rounds(predecessor: Party, successor: Party, on: dt.date, actor: Actor) -> None:
    """A paper that is being signed names its parties: the old one signs it, or it is drawn again for the new one.

    :raises Refused: the predecessor has not yet signed in a round that is open
    """
    waiting = SigningSlot.objects.filter(party=predecessor, status=SlotStatus.WAITING, round__status=RoundStatus.OPEN)
    slot = waiting.select_related("round__paper").first()
    if slot is not None:
        raise Refused(
            _("%(party)s chưa ký “%(paper)s”. Hãy ký xong, hoặc thu hồi vòng ký ấy, rồi ghi nhận kế thừa.")
            % {"party": predecessor.short_name, "paper": slot.round.paper}
        )
