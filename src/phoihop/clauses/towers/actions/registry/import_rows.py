"""Rows of the registry made from the lines of a sheet: first prepared, then written many at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Model

from phoihop.base.access import Actor
from phoihop.clauses.towers.cells import cell_of
from phoihop.clauses.towers.models import (
    AdminUnit,
    Mast,
    MastClass,
    MastState,
    Site,
    Station,
    StationState,
    Tenancy,
    UnitLevel,
    Zone,
)
from phoihop.clauses.towers.queries.registry.codes import mast_classes
from phoihop.clauses.towers.queries.registry.imports import Preview, tenants_by_name
from phoihop.clauses.towers.registry.imports import Row, same_mast, stands
from phoihop.cores.viet import fold
from phoihop.people.models import Party
from phoihop.people.places import UnitFinder

DECIMALS = {"height_m": 1, "wind_area_limit_m2": 2}
BATCH = 500
SITE_COLUMNS = [
    "name", "address", "zone", "landlord", "terrain", "note", "latitude", "longitude", "unit", "cell", "changed_at",
]  # fmt: skip
MAST_COLUMNS = [
    "mast_class", "height_m", "in_use_since", "permit_number", "permit_on", "certificate_number",
    "certificate_expires_on", "wind_area_limit_m2", "offered_for_sharing", "rent_asked_vnd", "changed_at",
]  # fmt: skip


Tell = Callable[[int], None]  # lines prepared; may raise to stop
Stop = Callable[[], None]  # may raise, and then nothing is written


class ChangedMeanwhile(Exception):
    """Somebody changed a row after it was prepared."""


def _values(row: Model) -> tuple[Any, ...]:
    return tuple(getattr(row, column.attname) for column in row._meta.concrete_fields)


class Taker:
    """Takes the lines of one sheet: :meth:`prepare` reads alone, :meth:`write` runs in the action's transaction."""

    def __init__(self, actor: Actor, owner: Party) -> None:
        self.actor, self.owner = actor, owner
        self.added = self.changed = 0
        self.parties = tenants_by_name(actor=actor, owner=owner)
        classes = mast_classes(actor=actor, regulator_id=owner.audit_lead_id)
        self.classes: dict[str, MastClass] = {one.code: one for one in classes}
        units = AdminUnit.objects.valid_on(actor.today).filter(level=UnitLevel.COMMUNE)
        self.finder = UnitFinder(units)
        self.sites: dict[str, Site] = {}  # new ones, by folded code
        self.masts: list[Mast] = []
        self.tenancies: list[Tenancy] = []
        self.stations: list[Station] = []
        self.raised: list[Tenancy] = []  # whose antennas hang at another height now
        self.known: dict[UUID, Site] = {}
        self.overwritten: list[Mast] = []
        self._masts_there: list[UUID] = []
        self._seen: dict[UUID, tuple[Any, ...]] = {}  # rows as they were when they were read
        self._held: dict[UUID, tuple[Any, ...]] = {}  # rows as they are in the transaction

    @property
    def count(self) -> int:
        """Masts added or changed."""
        return self.added + self.changed

    def prepare(self, preview: Preview, answers: Mapping[int, str], tell: Tell = lambda lines: None) -> None:
        """Make new rows of what is new, and change those that are known, in memory.

        :param answers: line → ``site:<id>`` or ``line:<number>``, where it is the same place
        :param tell: hears every few hundred lines
        """
        known = {row.line: pk for row, pk in preview.known}
        lines: dict[int, Site] = {}
        later: list[tuple[Row, UUID]] = list(preview.known)
        for count, row in enumerate(preview.reading.rows):
            if count % BATCH == 0:
                tell(count)
            answer = answers.get(row.line, "")
            if row.line in known:
                continue
            if answer.startswith("site:"):
                later.append((row, UUID(answer[5:])))
                continue
            site = lines.get(int(answer[5:])) if answer.startswith("line:") else self.sites.get(fold(row.code))
            lines[row.line] = site = site or self._new_site(row)
            self._new_mast(row, site, code=row.mast_code or (row.code if answer.startswith("line:") else ""))
        self._change(later)

    def hold(self) -> None:
        """Hold what is known until the transaction ends: who agrees on a place, or closes a mast, holds it too."""
        masts = Mast.objects.select_for_update().filter(pk__in=self._masts_there).order_by("pk")
        sites = Site.objects.select_for_update().filter(pk__in=self.known).order_by("pk")
        raised = Tenancy.objects.select_for_update().filter(pk__in=[one.pk for one in self.raised]).order_by("pk")
        self._held = {row.pk: _values(row) for rows in (masts, sites, raised) for row in rows}

    def write(self, stop: Stop = lambda: None) -> None:
        """Write what was prepared, in the transaction of the action, after :meth:`hold`.

        :param stop: asked between the parts; raises where somebody wants to stop
        :raises ChangedMeanwhile: a row was changed since it was prepared
        """
        self._require_unchanged()
        Site.objects.bulk_create(self.sites.values(), batch_size=BATCH)
        stop()
        Site.objects.bulk_update(self.known.values(), SITE_COLUMNS, batch_size=BATCH)
        Mast.objects.bulk_update(self.overwritten, MAST_COLUMNS, batch_size=BATCH)
        stop()
        Mast.objects.bulk_create(self.masts, batch_size=BATCH)
        stop()
        Tenancy.objects.bulk_create(self.tenancies, batch_size=BATCH)
        Tenancy.objects.bulk_update(self.raised, ["antenna_height_m"], batch_size=BATCH)
        stop()
        Station.objects.bulk_create(self.stations, batch_size=BATCH)
        stop()

    def _require_unchanged(self) -> None:
        """Whole rows are compared: not every change of a row moves its time."""
        for row in (*self.known.values(), *self.overwritten, *self.raised):
            if self._held.get(row.pk) != self._seen[row.pk]:
                raise ChangedMeanwhile
        for known in self.known.values():
            known.changed_at = self.actor.at
        for changed in self.overwritten:
            changed.changed_at = self.actor.at

    def _new_site(self, row: Row) -> Site:
        values = {"name": row.code} | row.site
        site = Site(owner=self.owner, regulator_id=self.owner.audit_lead_id, **values)
        self._place(site, row)
        self.sites[fold(row.code)] = site
        return site

    def _place(self, site: Site, row: Row) -> None:
        site.latitude, site.longitude = row.latitude, row.longitude
        site.cell = cell_of(row.latitude, row.longitude)
        site.unit = self.finder.at(row.latitude, row.longitude)
        if "zone" in row.site:
            site.zone = row.site["zone"]
        elif site._state.adding:  # of a known site the zone stays as somebody chose it
            site.zone = site.unit.zone if site.unit else Zone.OTHER

    def _new_mast(self, row: Row, site: Site, code: str) -> None:
        mast = Mast(site=site, code=code, **self._columns(row))
        self.masts.append(mast)
        self.added += 1
        self._stand(row, mast, {}, {})

    def _columns(self, row: Row) -> dict[str, Any]:
        values = dict(row.mast)
        for name, places in DECIMALS.items():
            if name in values:
                values[name] = round(Decimal(repr(float(values[name]))), places)
        if "mast_class" in values:
            values["mast_class"] = self.classes[values["mast_class"]]
        if "rent_asked_vnd" in values:
            values["rent_asked_vnd"] = int(values["rent_asked_vnd"])
        return values

    def _change(self, rows: list[tuple[Row, UUID]]) -> None:
        """Overwrite what the sheet says of places that are known; what it leaves empty stays."""
        wanted = {pk for _row, pk in rows}
        sites = {one.pk: one for one in Site.objects.filter(pk__in=wanted, owner=self.owner)}
        masts: defaultdict[UUID, list[Mast]] = defaultdict(list)
        for mast in Mast.objects.filter(site_id__in=sites).exclude(state=MastState.REMOVED).select_related("site"):
            masts[mast.site_id].append(mast)
        standing = self._standing([mast.pk for some in masts.values() for mast in some])
        tenancies, stations = standing
        there = [mast for some in masts.values() for mast in some]
        self._masts_there = [mast.pk for mast in there]
        own = [one for some in tenancies.values() for one in some.values()]
        self._seen = {one.pk: _values(one) for one in (*sites.values(), *there, *own)}
        changed = []
        for row, pk in rows:
            site = sites[pk]
            for name, value in row.site.items():
                if name != "code":
                    setattr(site, name, value)
            self._place(site, row)
            same = same_mast(masts[pk], row)
            if same is None:
                self._new_mast(row, site, code=row.mast_code or (row.code if masts[pk] else ""))
                continue
            for name, value in self._columns(row).items():
                if name != "state":
                    setattr(same, name, value)
            changed.append(same)
            self._stand(row, same, tenancies[same.pk], stations)
        self.changed += len(changed)
        self.known, self.overwritten = sites, changed

    @staticmethod
    def _standing(masts: list[UUID]) -> tuple[defaultdict[UUID, dict[UUID, Tenancy]], dict[UUID, set[str]]]:
        tenancies: defaultdict[UUID, dict[UUID, Tenancy]] = defaultdict(dict)
        stations: defaultdict[UUID, set[str]] = defaultdict(set)
        found = Tenancy.objects.filter(mast_id__in=masts, until__isnull=True)
        for tenancy in found:
            tenancies[tenancy.mast_id][tenancy.operator_id] = tenancy
        for tenancy_id, technology in Station.objects.filter(tenancy__in=found).values_list("tenancy_id", "technology"):
            stations[tenancy_id].add(technology)
        return tenancies, stations

    def _stand(self, row: Row, mast: Mast, there: Mapping[UUID, Tenancy], stations: Mapping[UUID, set[str]]) -> None:
        """The owner and the tenants that the sheet names; nobody is taken off a mast by a sheet."""
        if mast.state != MastState.IN_USE or not stands(row):
            return
        height = None if row.antenna_height_m is None else round(Decimal(repr(row.antenna_height_m)), 1)
        own = there.get(self.owner.pk)
        if own is None and (mast._state.adding or row.technologies or height is not None):
            own = Tenancy(mast=mast, operator=self.owner, antenna_height_m=height, since=mast.in_use_since)
            self.tenancies.append(own)
        elif own is not None and height is not None:
            own.antenna_height_m = height
            self.raised.append(own)
        for technology in set(row.technologies) - set(stations.get(own.pk, ()) if own else ()):
            self.stations.append(Station(tenancy=own, technology=technology, state=StationState.ON_AIR))
        for party in {self.parties[name] for name in row.tenants}:
            if party.pk not in there and party.pk != self.owner.pk:
                self.tenancies.append(Tenancy(mast=mast, operator=party))
