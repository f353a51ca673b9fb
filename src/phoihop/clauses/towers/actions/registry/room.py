"""Whether a mast can take an operator's antennas: height bands, wind area, one tenancy an operator a mast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from phoihop.base.errors import Refused
from phoihop.clauses.towers.models import Mast, MastState, OfferStatus, SharingOffer, SharingRequest, SlotBand, Tenancy
from phoihop.clauses.towers.queries.joint.settled import agreed_rents


class NoRoom(Refused):
    """The mast cannot take it."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one operator has, will have, or asks for on a mast."""

    operator_id: UUID
    height_m: Decimal | None
    wind_area_m2: Decimal = Decimal(0)


def held_mast(pk: UUID) -> Mast:
    """The mast, held until the transaction ends, so that two agreements cannot take the last place."""
    return Mast.objects.select_for_update(of=("self",)).select_related("site").get(pk=pk)


def require_room(
    mast: Mast,
    asked: Load,
    *,
    but_agreement: UUID | None = None,
    but_tenancy: UUID | None = None,
    noted: bool = False,
) -> None:
    """Refuse what does not fit on a mast.

    Places count by the band that holds the height; a tenancy without a height counts for the mast as a whole. What
    others have agreed and not yet signed holds its place. A mast without bands is limited by its height alone.

    :param but_agreement: the sharing request or the proposal that asks, whose own place is not counted twice
    :param but_tenancy: the tenancy that asks for more
    :param noted: the owner notes what is there: heights that nobody has described are taken too
    :raises NoRoom: too high, no place left at that height or in all, too much wind area, or on the mast already
    """
    if mast.state == MastState.REMOVED:
        raise NoRoom(_("Cột đã tháo dỡ."))
    loads = [*_standing(mast, but_tenancy), *_agreed(mast, but_agreement)]
    if any(load.operator_id == asked.operator_id for load in loads):
        raise NoRoom(_("Bên yêu cầu đang có trên cột này rồi. Mỗi doanh nghiệp thuê một chỗ trên một cột."))
    require_height(mast, asked.height_m)
    if asked.height_m is not None:
        _require_band(list(SlotBand.objects.filter(mast=mast)), loads, asked.height_m, noted=noted)
    limit = mast.wind_area_limit_m2
    if limit is not None and sum((load.wind_area_m2 for load in loads), asked.wind_area_m2) > limit:
        raise NoRoom(_("Vượt giới hạn diện tích cản gió còn lại của cột."), field="wind_area_m2")


def require_height(mast: Mast, height_m: Decimal | None) -> None:
    """Refuse antennas above the mast.

    :raises NoRoom: they would be
    """
    if height_m is not None and height_m > mast.height_m:
        raise NoRoom(_("Độ cao ăng ten không được vượt chiều cao cột."), field="antenna_height_m")


def fitting_height(mast: Mast, at_least_m: Decimal, but: UUID | None) -> Decimal:
    """The lowest height from ``at_least_m`` up at which a band still has a place; that height itself without bands.

    :param but: the agreement that asks
    """
    bands = list(SlotBand.objects.filter(mast=mast).order_by("from_m"))
    loads = [*_standing(mast, None), *_agreed(mast, but)]
    for band in bands:
        height = max(at_least_m, band.from_m)
        there = sum(1 for load in loads if load.height_m is not None and _holds(band, bands, load.height_m))
        if _holds(band, bands, height) and there < band.slots:
            return height
    return at_least_m


def wind_used(mast: Mast) -> Decimal:
    """What stands on a mast and what was agreed, square metres."""
    loads = [*_standing(mast, None), *_agreed(mast, None)]
    return sum((load.wind_area_m2 for load in loads), Decimal(0))


def _standing(mast: Mast, but: UUID | None) -> list[Load]:
    found = Tenancy.objects.filter(mast=mast).current().exclude(pk__in=[but] if but else [])
    return [Load(one.operator_id, one.antenna_height_m, one.wind_area_m2 or Decimal(0)) for one in found]


def _agreed(mast: Mast, but: UUID | None) -> list[Load]:
    """What is agreed and enters the registry once it is signed."""
    held = SharingRequest.objects.filter(mast=mast).holding_room().exclude(pk__in=[but] if but else [])
    offers = SharingOffer.objects.filter(request__in=held, status=OfferStatus.ACCEPTED).select_related("request")
    rents = agreed_rents(masts=[mast.pk], leads=[mast.site.regulator_id], but=but)
    return [
        *(Load(one.request.asker_id, one.antenna_height_m, one.wind_area_m2 or Decimal(0)) for one in offers),
        *(Load(one.operator_id, _raised(mast, one.height_m), one.wind_m2) for one in rents),
    ]


def _raised(mast: Mast, at_least_m: Decimal) -> Decimal:
    """The lowest height from ``at_least_m`` up that lies in a band; that height itself where none does."""
    bands = list(SlotBand.objects.filter(mast=mast).order_by("from_m"))
    heights = (max(at_least_m, band.from_m) for band in bands if _holds(band, bands, max(at_least_m, band.from_m)))
    return next(heights, at_least_m)


def _require_band(bands: list[SlotBand], loads: Sequence[Load], height_m: Decimal, *, noted: bool) -> None:
    if not bands:
        return
    band = next((one for one in bands if _holds(one, bands, height_m)), None)
    if band is None and noted:
        return
    if band is None:
        raise NoRoom(_("Cột không có chỗ lắp ở độ cao này. Hãy chọn độ cao khác."), field="antenna_height_m")
    heights = [load.height_m for load in loads]
    there = sum(1 for height in heights if height is not None and _holds(band, bands, height))
    counted = sum(1 for height in heights if height is None or any(_holds(one, bands, height) for one in bands))
    full = not noted and counted >= sum(one.slots for one in bands)  # what nobody knows the height of takes a place
    if there >= band.slots or full:
        raise NoRoom(_("Cột đã hết chỗ ở độ cao này. Hãy chọn độ cao khác."), field="antenna_height_m")


def _holds(band: SlotBand, bands: list[SlotBand], height_m: Decimal) -> bool:
    """Whether a height lies in a band; the upper end belongs to the band above, and to the topmost itself."""
    return band.from_m <= height_m < band.to_m or height_m == band.to_m == max(one.to_m for one in bands)
