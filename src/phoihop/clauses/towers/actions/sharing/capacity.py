"""Whether a mast can take one more operator: height bands, wind area, one tenancy an operator a mast."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from phoihop.base.errors import Refused
from phoihop.clauses.towers.models import (
    Mast,
    MastState,
    OfferStatus,
    SharingOffer,
    SharingRequest,
    SlotBand,
    Tenancy,
)


class NoRoom(Refused):
    """The mast cannot take it."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one operator has, or will have, on a mast."""

    operator_id: UUID
    height_m: Decimal | None
    wind_area_m2: Decimal


def require_room(
    request: SharingRequest, *, height_m: Decimal, wind_area_m2: Decimal | None, lock: bool = False
) -> None:
    """Refuse what does not fit on the mast of a request.

    Places count by the band that holds the height; a tenancy without a height counts for the mast as a whole. What
    others have agreed and not yet signed holds its place. A mast without bands is limited by its height alone.

    :param lock: hold the mast until the transaction ends, so that two requests cannot take the last place
    :raises NoRoom: too high, no place left at that height or in all, too much wind area, or on the mast already
    """
    masts = Mast.objects.select_for_update(of=("self",)) if lock else Mast.objects.all()
    mast = masts.get(sharing_requests=request.pk)
    loads = _loads(mast, request)
    if mast.state == MastState.REMOVED:
        raise NoRoom(_("Cột đã tháo dỡ."))
    if any(load.operator_id == request.asker_id for load in loads):
        raise NoRoom(_("Bên yêu cầu đang có trên cột này rồi. Mỗi doanh nghiệp thuê một chỗ trên một cột."))
    _require_height(mast, list(SlotBand.objects.filter(mast=mast)), loads, height_m)
    limit, asked = mast.wind_area_limit_m2, wind_area_m2 or Decimal(0)
    if limit is not None and sum((load.wind_area_m2 for load in loads), asked) > limit:
        raise NoRoom(_("Vượt giới hạn diện tích cản gió còn lại của cột."), field="wind_area_m2")


def _loads(mast: Mast, request: SharingRequest) -> list[Load]:
    standing = [
        Load(tenancy.operator_id, tenancy.antenna_height_m, tenancy.wind_area_m2 or Decimal(0))
        for tenancy in Tenancy.objects.filter(mast=mast).current()
    ]
    held = SharingRequest.objects.filter(mast=mast).holding_room().exclude(pk=request.pk)
    agreed = SharingOffer.objects.filter(request__in=held, status=OfferStatus.ACCEPTED).select_related("request")
    return standing + [
        Load(offer.request.asker_id, offer.antenna_height_m, offer.wind_area_m2 or Decimal(0)) for offer in agreed
    ]


def _require_height(mast: Mast, bands: list[SlotBand], loads: list[Load], height_m: Decimal) -> None:
    if height_m > mast.height_m:
        raise NoRoom(_("Cột thấp hơn độ cao này. Hãy chọn độ cao ăng ten thấp hơn."), field="antenna_height_m")
    if not bands:
        return
    band = next((one for one in bands if _holds(one, bands, height_m)), None)
    if band is None:
        raise NoRoom(_("Cột không có chỗ lắp ở độ cao này. Hãy chọn độ cao khác."), field="antenna_height_m")
    heights = [load.height_m for load in loads]
    there = sum(1 for height in heights if height is not None and _holds(band, bands, height))
    counted = sum(1 for height in heights if height is None or any(_holds(one, bands, height) for one in bands))
    if there >= band.slots or counted >= sum(one.slots for one in bands):
        raise NoRoom(_("Cột đã hết chỗ ở độ cao này. Hãy chọn độ cao khác."), field="antenna_height_m")


def _holds(band: SlotBand, bands: list[SlotBand], height_m: Decimal) -> bool:
    """Whether a height lies in a band; the upper end belongs to the band above, and to the topmost itself."""
    return band.from_m <= height_m < band.to_m or height_m == band.to_m == max(one.to_m for one in bands)
