"""Whether the mast of a request can take what is offered, and what was agreed."""

from __future__ import annotations

from decimal import Decimal

from phoihop.clauses.towers.actions.registry.room import Load, held_mast
from phoihop.clauses.towers.actions.registry.room import require_room as require_room_on
from phoihop.clauses.towers.models import Mast, SharingRequest


def require_room(
    request: SharingRequest, *, height_m: Decimal, wind_area_m2: Decimal | None, lock: bool = False
) -> None:
    """Refuse what does not fit on the mast of a request, whose own place is not counted twice.

    :param lock: hold the mast until the transaction ends, so that two requests cannot take the last place
    :raises NoRoom: too high, no place left at that height or in all, too much wind area, or on the mast already
    """
    found = Mast.objects.select_related("site").get(sharing_requests=request.pk)
    mast = held_mast(found.pk) if lock else found
    require_room_on(mast, Load(request.asker_id, height_m, wind_area_m2 or Decimal(0)), but_agreement=request.pk)
