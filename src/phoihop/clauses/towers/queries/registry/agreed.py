"""What agreements with others keep as it is on one's own masts: the place, and what the antennas need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from phoihop.clauses.towers.models import Mast, OfferStatus, SharingOffer, SharingRequest, Site, Tenancy
from phoihop.clauses.towers.queries.joint.settled import agreed_rents
from phoihop.clauses.towers.registry.same_place import CERTAIN_M
from phoihop.people.places import distance_m


@dataclass(frozen=True, slots=True)
class Promise:
    """What was agreed of one operator on one mast."""

    mast_id: UUID
    operator_id: UUID
    reference: str
    height_m: Decimal | None


def promises(*, sites: Collection[UUID]) -> Mapping[UUID, list[Promise]]:
    """Site id → what was agreed there, signed or about to be; for the actions that change the owner's own rows."""
    found: defaultdict[UUID, list[Promise]] = defaultdict(list)
    if not sites:
        return found
    standing = Tenancy.objects.current().filter(mast__site__in=sites, agreement_id__isnull=False)
    for one in standing.select_related("mast"):
        found[one.mast.site_id].append(Promise(one.mast_id, one.operator_id, one.agreement_ref, one.antenna_height_m))
    held = SharingRequest.objects.filter(mast__site__in=sites).holding_room()
    offers = SharingOffer.objects.filter(request__in=held, status=OfferStatus.ACCEPTED)
    for offer in offers.select_related("request__mast"):
        mast = offer.request.mast
        if mast is not None:
            asker = offer.request.asker_id
            found[mast.site_id].append(Promise(mast.pk, asker, offer.request.reference, offer.antenna_height_m))
    masts = dict(Mast.objects.filter(site__in=sites).values_list("pk", "site_id"))
    leads = Site.objects.filter(pk__in=sites).values("regulator_id")
    for rent in agreed_rents(masts=masts, leads=leads):
        found[masts[rent.mast_id]].append(Promise(rent.mast_id, rent.operator_id, rent.code, rent.height_m))
    return found


def promised_sites(*, sites: Collection[UUID]) -> set[UUID]:
    """Those on which something was agreed."""
    return {pk for pk, found in promises(sites=sites).items() if found}


def moved(site: Site, latitude: float, longitude: float) -> bool:
    """Whether that is another place, not the same one measured better."""
    return distance_m(site.latitude, site.longitude, latitude, longitude) > CERTAIN_M


def too_low(promised: Collection[Promise], mast_id: UUID, height_m: Decimal) -> Promise | None:
    """What was agreed above a height, on one mast."""
    there = [one for one in promised if one.mast_id == mast_id]
    return next((one for one in there if one.height_m is not None and one.height_m > height_m), None)
