"""More rows of everything that the pages of the towers list."""

from __future__ import annotations

import itertools
from decimal import Decimal

from phoihop.clauses.towers.actions.registry import masts, sites, tenancies
from phoihop.clauses.towers.models import (
    AdminUnit,
    LocalRule,
    Mast,
    MastClass,
    MastVeto,
    RegistryImport,
    RestrictedZone,
    SharingTarget,
    SiteFile,
    TenancyChange,
    UnitLevel,
)
from phoihop.testing.factories import PartyFactory

_numbers = itertools.count(1)


def registry(world, more: int) -> None:
    """Masts side by side with tenants and stations, files, bands, sheets, codes."""
    officer, vnpt = world.people["regulator"], world.people["vnpt"]
    shown = Mast.objects.get(pk=world.args["mast"][0])
    kept = SiteFile.objects.get(pk=world.args["site_file"][0])
    own = MastClass.objects.get(keeper=None, code="A2b")
    for number in itertools.islice(_numbers, more):
        tenant = PartyFactory(registered_by=officer.party)
        unit = AdminUnit.objects.create(level=UnitLevel.DISTRICT, code=f"{number}", name=f"Huyện {number}")
        mast = sites.add_site(
            actor=vnpt, owner=vnpt.party, code=f"HD{number:04}", name=f"Trạm {number}", latitude=20.9,
            longitude=106 + number / 1000,
            mast={"mast_class": own, "height_m": Decimal(40), "certificate_expires_on": "2026-06-20"},
        )  # fmt: skip
        mast.site.unit = unit
        mast.site.save()
        for one in (mast, shown):
            stay = tenancies.add_tenancy(actor=vnpt, mast=one, operator=tenant, antenna_height_m=Decimal(19))
            TenancyChange.objects.create(tenancy=stay, by=tenant, text="Thêm ăng ten", antenna_height_m=18)
        MastVeto.objects.create(mast=mast, reason_code="khac", reason_label="Khác", text="Hết chỗ", stated_at=vnpt.at)
        tenancies.set_station(actor=vnpt, tenancy=mast.tenancies.get(operator=vnpt.party), technology="4G")
        masts.add_band(actor=vnpt, mast=mast, from_m=Decimal(10), to_m=Decimal(13), slots=1)
        Mast.objects.create(site=shown.site, code=f"C{number}", mast_class=own, height_m=20)
        SiteFile.objects.create(site=shown.site, file=kept.file, caption="Ảnh")
        RegistryImport.objects.create(owner=vnpt.party, name="so.csv", content=b"")
        MastClass.objects.create(keeper=officer.party, code=f"B{number}", label="Loại riêng")
        LocalRule.objects.create(regulator=officer.party, zone="urban", spacing_m=100, source="Quyết định")
        RestrictedZone.objects.create(
            regulator=officer.party, name=f"Khu {number}", rule="none", outline=[], source="Quyết định"
        )
        SharingTarget.objects.create(regulator=officer.party, year=2030 + number)
