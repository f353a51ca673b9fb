"""Invented masts on the real ground of Hải Dương, with tenants, stations, certificates and gaps in the paperwork."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
from shapely import MultiPolygon, Polygon

from phoihop.base import audit
from phoihop.base.files import keep
from phoihop.clauses.towers.actions.registry import codes
from phoihop.clauses.towers.actions.registry.vetoes import review_veto, state_veto
from phoihop.clauses.towers.demo.picture import mast_picture
from phoihop.clauses.towers.demo.rows import Builder, permits
from phoihop.clauses.towers.demo.stage import Stage
from phoihop.clauses.towers.models import (
    AdminUnit,
    Mast,
    RegistryConfirmation,
    Site,
    SiteFile,
    SlotBand,
    Station,
    Tenancy,
    UnitLevel,
    ZoneRule,
)
from phoihop.clauses.towers.queries.registry.standing import half_to_confirm
from phoihop.clauses.towers.registry.structures import structures_of
from phoihop.clauses.towers.sharing.rates import by_party
from phoihop.cores.towerplan.invented import Town, invent
from phoihop.people.unit_loading import load_units, sample_units

MASTS = 420
SEED = 2604
TARGETS = {-2: ("18.0", "30.0"), -1: ("20.0", "33.0"), 0: ("22.0", "36.0")}
DECISION = "Số liệu minh họa, không phải quyết định thật"


def build_registry(stage: Stage) -> None:
    """Codes, rules, zones, targets, units, then the masts of each operator."""
    officer = stage.officer(stage.now)
    load_units(sample_units(), valid_until=None)  # the demo lives on in the province as it was
    codes.load_samples(actor=officer, regulator=stage.regulator)
    for step, (masts, stations) in TARGETS.items():
        codes.set_target(
            actor=officer, regulator=stage.regulator, year=officer.today.year + step, masts_percent=masts,
            stations_percent=stations, source=DECISION,
        )  # fmt: skip
    for name, rule, longitude, latitude, size in ZONES:
        codes.save_zone(
            actor=officer, regulator=stage.regulator, name=name, rule=rule, source="Ranh giới minh họa",
            outline=[[_square(longitude, latitude, size)]], valid_from=None, valid_until=None,
        )  # fmt: skip
    stage.masts = _masts(stage, officer.today)
    _pictures(stage)
    _closed(stage)
    _confirm(stage)


ZONES = (
    ("Khu di tích Côn Sơn – Kiếp Bạc", ZoneRule.NOT_BULKY, 106.385, 21.157, 0.012),
    ("Trung tâm hành chính tỉnh", ZoneRule.NOT_BULKY, 106.315, 20.938, 0.004),
    ("Văn miếu Mao Điền", ZoneRule.NONE, 106.193, 20.928, 0.003),
)


def _square(longitude: float, latitude: float, half: float) -> list[list[float]]:
    west, east, south, north = longitude - half, longitude + half, latitude - half, latitude + half
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def _masts(stage: Stage, today: dt.date) -> list[Mast]:
    units = list(AdminUnit.objects.filter(level=UnitLevel.COMMUNE).select_related("parent"))
    province = AdminUnit.objects.get(level=UnitLevel.PROVINCE)
    towns = [_town(unit) for unit in AdminUnit.objects.filter(level=UnitLevel.DISTRICT)]
    area = MultiPolygon([Polygon(rings[0], rings[1:]) for rings in province.outline])
    network = invent(MASTS, 0, seed=SEED, area=area, towns=towns, operators=[one.short_name for one in stage.operators])
    builder = Builder(stage, units, today, np.random.default_rng(SEED))
    builder.build(network)
    Site.objects.bulk_create(builder.sites)
    Mast.objects.bulk_create(builder.masts)
    SlotBand.objects.bulk_create(builder.bands)
    Tenancy.objects.bulk_create(builder.tenancies)
    Station.objects.bulk_create(builder.stations)
    for operator in stage.operators:
        count = sum(site.owner_id == operator.pk for site in builder.sites)
        focal = stage.focal(operator, stage.now - dt.timedelta(days=300))
        audit.record(focal, "towers.import.committed", operator, party=operator, after={"masts": count})
    return builder.masts


def _town(unit: AdminUnit) -> Town:
    middle = MultiPolygon([Polygon(rings[0], rings[1:]) for rings in unit.outline]).centroid
    return Town(middle.x, middle.y, unit.population or 1)


def _pictures(stage: Stage) -> None:
    """A few sites have a drawn picture and a permit, so that the pages have something to show."""
    shared = [mast for mast in stage.masts if mast.offered_for_sharing][:4]
    for number, mast in enumerate(shared):
        owner: Any = mast.site.owner
        focal = stage.focal(owner, stage.now - dt.timedelta(days=200))
        picture = keep(focal, mast_picture(mast.site.code, number), f"{mast.site.code}.jpg", mast.site)
        SiteFile.objects.create(site=mast.site, file=picture, caption=f"Cột {mast.site.code} (hình minh họa)")
        paper = keep(focal, permits(mast).encode(), f"giay-phep-{mast.site.code}.txt", mast.site)
        SiteFile.objects.create(site=mast.site, file=paper, caption="Giấy phép xây dựng (minh họa)")


def _closed(stage: Stage) -> None:
    """Two owners have stated that a mast takes nobody more; the department has reviewed one of them."""
    for number, operator in enumerate(stage.operators[:2]):
        mast = next(
            one
            for one in stage.masts
            if one.site.owner_id == operator.pk and one.state == "in_use" and not one.offered_for_sharing
        )
        veto = state_veto(
            actor=stage.focal(operator, stage.now - dt.timedelta(days=30 - 20 * number)), mast=mast, reason="chiu-luc",
            text="Kiểm định gần nhất cho thấy cột không chịu thêm tải. Số liệu minh họa.",
        )  # fmt: skip
        if number == 0:
            officer = stage.officer(stage.now - dt.timedelta(days=21))
            review_veto(actor=officer, veto=veto, upheld=True, review="Đã xem hồ sơ kiểm định.")


def _confirm(stage: Stage) -> None:
    """All but the last have confirmed the half year that is asked for."""
    actor = stage.officer(stage.now)
    half = half_to_confirm(actor=actor)
    day = min(actor.today, half.ends_on)
    rates = by_party(structures_of(regulator_id=stage.regulator.pk), day)
    for operator in stage.operators[:2]:
        focal = stage.focal(operator, stage.now - dt.timedelta(days=3))
        found = rates[operator.pk]
        RegistryConfirmation.objects.create(
            owner=operator, regulator=stage.regulator, year=half.year, half=half.half, masts=found.masts,
            shared_masts=found.shared_masts, stations=found.stations, shared_stations=found.shared_stations,
            confirmed_at=focal.at, confirmed_by_id=focal.user_id,
        )  # fmt: skip
    begun = half.ends_on - dt.timedelta(days=60)
    Site.objects.filter(regulator=stage.regulator).update(
        created_at=stage.now.replace(year=begun.year, month=begun.month, day=begun.day)
    )
