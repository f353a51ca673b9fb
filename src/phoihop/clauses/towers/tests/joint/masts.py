"""Masts for the tests of the joint plan."""

from __future__ import annotations

from phoihop.clauses.towers.models import Mast, MastClass, Site, Tenancy
from phoihop.clauses.towers.tests.joint.conftest import DEGREE_M, MIDDLE


def put_mast(owner, regulator, *, north_m=0.0, east_m=0.0, height_m=42, offered=True, rent_vnd=None) -> Mast:
    """A standing mast with its owner's antennas near the top, so many metres from the middle."""
    kind, _new = MastClass.objects.get_or_create(keeper=None, code="A2b", defaults={"label": "Cột trên mặt đất"})
    site = Site.objects.create(
        owner=owner, regulator=regulator, code=f"CU{Site.objects.count() + 1:03d}", name="Cột cũ",
        latitude=MIDDLE[0] + north_m / DEGREE_M, longitude=MIDDLE[1] + east_m / (DEGREE_M * 0.934),
    )  # fmt: skip
    mast = Mast.objects.create(
        site=site, mast_class=kind, height_m=height_m, offered_for_sharing=offered, rent_asked_vnd=rent_vnd
    )
    Tenancy.objects.create(mast=mast, operator=owner, antenna_height_m=height_m - 1)
    return mast
