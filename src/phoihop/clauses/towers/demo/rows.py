"""Rows of the registry made from an invented network."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray
from shapely import MultiPolygon, Point, Polygon, STRtree

from phoihop.clauses.towers.demo.stage import Stage
from phoihop.clauses.towers.models import (
    AdminUnit,
    Mast,
    MastClass,
    MastState,
    Site,
    SlotBand,
    Station,
    StationState,
    Technology,
    Tenancy,
    Zone,
)
from phoihop.cores.towerplan.invented import Network

BAND_M = 3
LANDLORDS = ("Ủy ban nhân dân xã (minh họa)", "Hộ dân cho thuê đất (minh họa)", "Hợp tác xã nông nghiệp (minh họa)",
             "Công ty cho thuê mặt bằng (minh họa)", "")  # fmt: skip
TERRAINS = ("Đồng bằng", "Ven sông", "Đồi thấp", "")


def permits(mast: Mast) -> str:
    """The text of an invented permit."""
    return (
        f"GIẤY PHÉP XÂY DỰNG (bản minh họa, không có giá trị)\nSố: {mast.permit_number}\n"
        f"Công trình: cột ăng ten {mast.site.code}, cao {mast.height_m} m\n"
    )


class Builder:
    """Makes rows without saving them."""

    def __init__(self, stage: Stage, units: list[AdminUnit], today: dt.date, rng: np.random.Generator) -> None:
        self.stage, self.today, self.rng = stage, today, rng
        self.units = units
        shapes = [MultiPolygon([Polygon(rings[0], rings[1:]) for rings in unit.outline]) for unit in units]
        self.tree, self.shapes = STRtree(shapes), shapes
        self.classes = {one.code: one for one in MastClass.objects.filter(keeper=None)}
        self.sites: list[Site] = []
        self.masts: list[Mast] = []
        self.bands: list[SlotBand] = []
        self.tenancies: list[Tenancy] = []
        self.stations: list[Station] = []
        self.counts = dict.fromkeys([one.pk for one in stage.operators], 0)

    def build(self, network: Network) -> None:
        """One site a mast."""
        places = network.masts.points.xy
        for number in range(len(network.masts)):
            self._mast(network, number, float(places[number][0]), float(places[number][1]))

    def _mast(self, network: Network, number: int, longitude: float, latitude: float) -> None:
        owner = self.stage.operators[int(network.masts.owner[number])]
        unit = self._unit(longitude, latitude)
        self.counts[owner.pk] += 1
        code, name = f"HD{owner.code}{self.counts[owner.pk]:04}", unit.name if unit else "Hải Dương"
        site = Site(
            owner=owner, regulator=self.stage.regulator, code=code, name=f"{name} {self.counts[owner.pk]}", unit=unit,
            latitude=round(latitude, 6), longitude=round(longitude, 6), zone=unit.zone if unit else Zone.OTHER,
            landlord=self._one_of(LANDLORDS), terrain=self._one_of(TERRAINS), address=self._address(unit),
        )  # fmt: skip
        height = Decimal(str(float(network.masts.height_m[number])))
        since = self.today - dt.timedelta(days=int(self.rng.integers(200, 6500)))
        rent = float(network.masts.rent_vnd[number]) / 12
        mast = Mast(
            site=site, mast_class=self.classes[str(network.masts.class_code[number])], height_m=height,
            in_use_since=since, permit_number=f"{int(self.rng.integers(10, 990))}/GPXD-{since.year}",
            permit_on=since - dt.timedelta(days=70), offered_for_sharing=bool(network.masts.free[number].any()),
            rent_asked_vnd=None if np.isnan(rent) else round(rent, -5), **self._certificate(),
        )  # fmt: skip
        if self.rng.random() < 0.02:
            mast.state, mast.in_use_since = MastState.PLANNED, None
        self.sites.append(site)
        self.masts.append(mast)
        self._free(mast, network.masts.free[number])
        if mast.state == MastState.IN_USE:
            self._tenants(mast, int(network.masts.tenants[number]), owner.pk)

    def _unit(self, longitude: float, latitude: float) -> AdminUnit | None:
        found = self.tree.query(Point(longitude, latitude), predicate="intersects")
        return self.units[int(found[0])] if len(found) else None

    def _one_of(self, choices: tuple[str, ...]) -> str:
        return choices[int(self.rng.integers(len(choices)))]

    def _address(self, unit: AdminUnit | None) -> str:
        word = "Khu phố" if unit and unit.is_urban else "Thôn"
        return f"{word} {int(self.rng.integers(1, 9))}"

    def _certificate(self) -> dict[str, object]:
        """One in sixteen has expired, one in twenty has none."""
        luck = self.rng.random()
        if luck < 0.05:
            return {}
        days = int(self.rng.integers(-150, -1)) if luck < 0.11 else int(self.rng.integers(10, 1400))
        number = f"KD-{int(self.rng.integers(1000, 9999))}"
        return {"certificate_number": number, "certificate_expires_on": self.today + dt.timedelta(days=days)}

    def _free(self, mast: Mast, free: NDArray[np.int8]) -> None:
        """Neighbouring free places of three metres as one band."""
        places = np.flatnonzero(free)
        for run in np.split(places, np.flatnonzero(np.diff(places) > 1) + 1):
            if len(run):
                low, high = Decimal(int(run[0]) * BAND_M), Decimal(int(run[-1] + 1) * BAND_M)
                self.bands.append(SlotBand(mast=mast, from_m=low, to_m=min(high, mast.height_m), slots=len(run)))

    def _tenants(self, mast: Mast, bits: int, owner_id: object) -> None:
        """The owner highest, the others below it; others came later."""
        height = mast.height_m
        others = [one for place, one in enumerate(self.stage.operators) if bits >> place & 1 and one.pk != owner_id]
        owner = next(one for one in self.stage.operators if one.pk == owner_id)
        for place, operator in enumerate([owner, *others]):
            since = mast.in_use_since or self.today
            if place:
                since += dt.timedelta(days=int(self.rng.integers(30, max(31, (self.today - since).days))))
            tenancy = Tenancy(
                mast=mast, operator=operator, antenna_height_m=max(Decimal(3), height - 1 - 3 * place), since=since,
                wind_area_m2=Decimal(str(round(float(self.rng.uniform(0.8, 3.0)), 2))),
                agreement_ref=f"{int(self.rng.integers(1, 300)):02}/TT-{since.year}" if place else "",
            )  # fmt: skip
            self.tenancies.append(tenancy)
            self._stations(tenancy, since)

    def _stations(self, tenancy: Tenancy, since: dt.date) -> None:
        urban = tenancy.mast.site.zone == Zone.URBAN
        chances = {Technology.G2: 0.55, Technology.G3: 0.6, Technology.G4: 0.97, Technology.G5: 0.35 if urban else 0.06}
        for technology, chance in chances.items():
            if self.rng.random() < chance:
                on = since if technology != Technology.G5 else max(since, self.today - dt.timedelta(days=500))
                self.stations.append(
                    Station(tenancy=tenancy, technology=technology, state=StationState.ON_AIR, since=on,
                            power_w=Decimal(int(self.rng.choice([40, 60, 80, 120]))))
                )  # fmt: skip
