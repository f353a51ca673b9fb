"""VNPT's part of the tower registry, full of secrets, with a tenant that is neither of the rivals that are asked."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.clauses.towers.actions.registry import changing, codes, files, importing, masts, sites, tenancies, vetoes
from phoihop.clauses.towers.models import Mast, MastClass
from tests.access.markers import secret

if TYPE_CHECKING:
    from tests.access.world import World

SHEET = "Mã vị trí;Tên;Vĩ độ;Kinh độ;Loại cột;Chiều cao\nHDMOI;Mới;20,95;106,35;A2b;30\n"


def registry(world: World) -> None:
    """Two sites close to one another, a tenant, a station, a photo, a sheet that waits; the department's codes."""
    officer, vnpt = world.people["regulator"], world.people["vnpt"]
    codes.load_samples(actor=officer, regulator=officer.party)
    mast = _mast(world, "vi-tri", 20.9401, offered_for_sharing=True)
    other = _mast(world, "vi-tri-kia", 20.9402)
    planned = _mast(world, "du-kien", 20.97, state="planned")
    band = masts.add_band(actor=vnpt, mast=mast, from_m=Decimal(20), to_m=Decimal(23), slots=1)
    tenancy = tenancies.add_tenancy(
        actor=vnpt, mast=mast, operator=world.people["post"].party, antenna_height_m=Decimal(30),
        agreement_ref=secret("thoa-thuan"),
    )  # fmt: skip
    own = mast.tenancies.get(operator=vnpt.party)
    agreed = _agreed(world)
    station = tenancies.set_station(actor=vnpt, tenancy=own, technology="5G")
    upload = SimpleUploadedFile(f"{secret('anh-cot')}.txt", secret("giay-phep").encode())
    kept = files.add_file(actor=vnpt, site=mast.site, upload=upload, caption=secret("tai-lieu-cot"))
    sheet = importing.begin_import(
        actor=vnpt, owner=vnpt.party, upload=SimpleUploadedFile("so.csv", SHEET.encode(), "text/csv")
    )
    zone = codes.save_zone(
        actor=officer, regulator=officer.party, name="Khu di tích", rule="none", source="Quyết định",
        outline=[[[[106.3, 20.9], [106.31, 20.9], [106.31, 20.91], [106.3, 20.9]]]],
    )  # fmt: skip
    named = {
        "mast": mast, "planned_mast": planned, "band": band, "tenancy": tenancy, "own_tenancy": own,
        "station": station, "site_file": kept, "mast_sheet": sheet, "zone": zone,
        "mast_class": MastClass.objects.get(keeper=None, code="A2b"), "rule": officer.party.local_rules.first(),
    }  # fmt: skip
    named |= agreed | _closed(world, mast)
    world.args |= {name: (row.pk,) for name, row in named.items()}
    world.args |= {
        "export": ("csv",), "site_merge": (mast.site_id, other.site_id), "site_stored": (kept.file_id,),
    }  # fmt: skip


def _agreed(world: World) -> dict[str, Any]:
    """Tenancies by agreement: one as it is, one that the tenant would change, one that the owner would."""
    vnpt, post = world.people["vnpt"], world.people["post"]
    found = []
    for place, latitude in enumerate((20.98, 20.985, 20.99)):
        mast = _mast(world, f"thoa-thuan-{place}", latitude)
        found.append(
            tenancies.begin_tenancy(
                vnpt, mast, post.party, antenna_height_m=Decimal(30), agreement_id=uuid4(), agreement_ref="DC-1"
            )
        )
    kept, asked, own = found
    changes = {
        name: changing.propose_change(
            actor=one, tenancy=tenancy, party=one.party, text=secret(f"sua-{name}"), antenna_height_m=Decimal(20)
        )
        for name, one, tenancy in (("change_asked", post, asked), ("change_own", vnpt, own))
    }
    return {"agreed_tenancy": kept, **changes}


def _closed(world: World, mast: Mast) -> dict[str, Any]:
    """A mast of which VNPT has stated that it takes nobody, and one of which it has not."""
    vnpt = world.people["vnpt"]
    closed = _mast(world, "khong-nhan", 20.995)
    veto = vetoes.state_veto(actor=vnpt, mast=closed, reason="chiu-luc", text=secret("het-chiu-luc"))
    return {"veto": veto, "open_mast": mast}


def _mast(world: World, mark: str, latitude: float, **values: object) -> Mast:
    vnpt = world.people["vnpt"]
    return sites.add_site(
        actor=vnpt, owner=vnpt.party, code=secret(mark)[:40], name=secret("ten-" + mark), landlord=secret("chu-dat"),
        latitude=latitude, longitude=106.33, address=secret("dia-chi"),
        mast={
            "mast_class": MastClass.objects.get(keeper=None, code="A2b"), "height_m": Decimal(42),
            "rent_asked_vnd": 7_654_321, "in_use_since": dt.date(2020, 1, 1),
            "certificate_expires_on": dt.date(2026, 7, 1), **values,
        },
    )  # fmt: skip
