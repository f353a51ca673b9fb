"""Masts and sites for pages; a tenant sees of a mast only what it stands on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Count, F, Model, Prefetch, Q, QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.base.search import matches
from phoihop.clauses.towers.models import (
    AdminUnit,
    Mast,
    MastState,
    Site,
    SiteFile,
    SlotBand,
    Station,
    Tenancy,
    TenancyChange,
)
from phoihop.clauses.towers.models.registry.masts import MastQuerySet
from phoihop.people.models import Party

Row = TypeVar("Row", bound=Model)
OUTLINES = ("site__unit__outline", "site__unit__parent__outline")  # long, and drawn by no page of a mast
SEARCHED = ("site__code", "site__name", "site__address", "code", "site__unit__name", "site__unit__parent__name")
ORDERS: dict[str, tuple[Any, ...]] = {
    "": ("site__code", "code"),
    "height": ("-height_m", "site__code"),
    "certificate": (F("certificate_expires_on").asc(nulls_last=True), "site__code"),
    "tenants": ("-tenants", "site__code"),
}
NEAR_DAYS = 30  # a certificate that expires within so many days is due


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list of masts is narrowed down to; empty means everything."""

    text: str = ""
    owner: UUID | None = None
    mast_class: UUID | None = None
    area: UUID | None = None  # a commune, or a district with its communes
    state: str = MastState.IN_USE
    sharing: str = ""  # shared, alone, offered
    certificate: str = ""  # expired, due (expired or soon), missing
    order: str = ""  # see ORDERS


def masts(*, actor: Actor, by: Filter | None = None) -> MastQuerySet:
    """Masts that ``actor`` keeps, with the number of operators that stand on each (``tenants``)."""
    by = by or Filter()
    found: MastQuerySet = Mast.objects.kept_by(actor).select_related("site__owner", "site__unit__parent", "mast_class")
    there = Q(tenancies__until__isnull=True)
    found = found.defer(*OUTLINES).annotate(tenants=Count("tenancies__operator", filter=there, distinct=True))
    if by.state:
        found = found.filter(state=by.state)
    if by.text:
        found = found.filter(matches(by.text, *SEARCHED))
    if by.owner:
        found = found.filter(site__owner_id=by.owner)
    if by.mast_class:
        found = found.filter(mast_class_id=by.mast_class)
    if by.area:
        found = found.filter(Q(site__unit_id=by.area) | Q(site__unit__parent_id=by.area))
    found = _by_certificate(_by_sharing(found, by.sharing), by.certificate, actor.today)
    return found.order_by(*ORDERS.get(by.order, ORDERS[""]))


def _by_sharing(found: MastQuerySet, sharing: str) -> MastQuerySet:
    if sharing == "shared":
        return found.filter(Q(tenants__gte=2))
    if sharing == "alone":
        return found.filter(Q(tenants__lte=1))
    return found.filter(offered_for_sharing=True) if sharing == "offered" else found


def _by_certificate(found: MastQuerySet, certificate: str, today: dt.date) -> MastQuerySet:
    if certificate == "expired":
        return found.filter(certificate_expires_on__lt=today)
    if certificate == "due":
        return found.filter(certificate_expires_on__lte=today + dt.timedelta(days=NEAR_DAYS))
    return found.filter(certificate_expires_on__isnull=True) if certificate == "missing" else found


def rented(*, actor: Actor) -> QuerySet[Tenancy]:
    """One's own tenancies on masts of others."""
    found = Tenancy.objects.visible_to(actor).filter(operator_id__in=actor.party_ids)
    found = found.exclude(mast__site__owner_id__in=actor.party_ids)
    return found.select_related("mast__site__owner", "mast__mast_class", "operator").order_by("mast__site__code")


def visible_mast(*, actor: Actor, pk: UUID) -> Mast:
    """One mast with its site.

    :raises NotVisible: no such mast for this person
    """
    found = Mast.objects.visible_to(actor).select_related(
        "site__owner", "site__regulator", "site__unit__parent", "mast_class"
    )
    found = found.defer(*OUTLINES)
    mast = found.filter(pk=pk).first()
    if mast is None:
        raise NotVisible
    return mast


def own_mast(*, actor: Actor, pk: UUID) -> Mast:
    """A mast that ``actor`` may change.

    :raises NotVisible: somebody else's
    """
    mast = visible_mast(actor=actor, pk=pk)
    if not actor.may(Permission.MAST_MANAGE, mast.site.owner_id):
        raise NotVisible
    return mast


def own_site(*, actor: Actor, pk: UUID) -> Site:
    """A site that ``actor`` may change.

    :raises NotVisible: somebody else's
    """
    owners = actor.parties_with(Permission.MAST_MANAGE)
    found = Site.objects.visible_to(actor).filter(pk=pk, owner_id__in=owners).select_related("owner").first()
    if found is None:
        raise NotVisible
    return found


def keeps(*, actor: Actor, mast: Mast) -> bool:
    """Whether ``actor`` may read every detail: the owner and its department, not a tenant."""
    return mast.site.owner_id in actor.party_ids or mast.site.regulator_id in actor.regulator_ids


@dataclass(frozen=True, slots=True)
class BandLine:
    """A height band with how many operators stand in it."""

    band: SlotBand
    taken: int

    @property
    def free(self) -> int:
        """How many more find room; negative where more stand there than the band has slots."""
        return self.band.slots - self.taken


@dataclass(frozen=True, slots=True)
class MastSheet:
    """What stands on a mast, as far as the reader may know."""

    tenancies: list[Tenancy] = field(default_factory=list)  # current ones first
    bands: list[BandLine] = field(default_factory=list)
    files: list[SiteFile] = field(default_factory=list)
    siblings: list[Mast] = field(default_factory=list)  # other masts of the same site
    wind_used_m2: Decimal = Decimal(0)

    @property
    def current(self) -> list[Tenancy]:
        """Those that have not ended."""
        return [tenancy for tenancy in self.tenancies if tenancy.until is None]


def mast_sheet(*, actor: Actor, mast: Mast) -> MastSheet:
    """Tenancies, bands and files of one mast; a tenant gets its own tenancy and nothing else."""
    stations = Prefetch("stations", Station.objects.visible_to(actor), to_attr="shown_stations")
    changes = Prefetch("changes", TenancyChange.objects.visible_to(actor).waiting(), to_attr="open_changes")
    found = Tenancy.objects.visible_to(actor).filter(mast=mast).select_related("operator")
    found = found.prefetch_related(stations, changes)
    tenancies = sorted(found, key=lambda one: (one.until is not None, -(one.antenna_height_m or 0)))
    if not keeps(actor=actor, mast=mast):
        return MastSheet(tenancies)
    current = [one for one in tenancies if one.until is None]
    bands = [BandLine(band, _taken(band, current)) for band in SlotBand.objects.visible_to(actor).filter(mast=mast)]
    files = list(SiteFile.objects.visible_to(actor).filter(site_id=mast.site_id).select_related("file"))
    siblings = list(
        Mast.objects.visible_to(actor).filter(site_id=mast.site_id).exclude(pk=mast.pk).select_related("site")
    )
    used = sum((one.wind_area_m2 or Decimal(0) for one in current), Decimal(0))
    return MastSheet(tenancies, bands, files, siblings, used)


def _taken(band: SlotBand, tenancies: list[Tenancy]) -> int:
    heights = [one.antenna_height_m for one in tenancies if one.antenna_height_m is not None]
    return sum(band.from_m <= height < band.to_m for height in heights)


def _one(found: QuerySet[Row], pk: UUID) -> Row:
    """The row among those; somebody else's does not exist."""
    row = found.filter(pk=pk).first()
    if row is None:
        raise NotVisible
    return row


def own_tenancy(*, actor: Actor, pk: UUID) -> Tenancy:
    """A tenancy of a mast that ``actor`` may change.

    :raises NotVisible: somebody else's
    """
    owners = actor.parties_with(Permission.MAST_MANAGE)
    found = Tenancy.objects.visible_to(actor).filter(mast__site__owner_id__in=owners)
    return _one(found.select_related("mast__site__owner", "operator"), pk)


def operated_tenancy(*, actor: Actor, pk: UUID) -> Tenancy:
    """A tenancy whose stations are ``actor``'s own.

    :raises NotVisible: somebody else's
    """
    operators = actor.parties_with(Permission.MAST_MANAGE)
    found = Tenancy.objects.visible_to(actor).filter(operator_id__in=operators)
    return _one(found.select_related("mast__site__owner", "operator"), pk)


def operated_station(*, actor: Actor, pk: UUID) -> Station:
    """A station of one's own.

    :raises NotVisible: somebody else's
    """
    operators = actor.parties_with(Permission.MAST_MANAGE)
    found = Station.objects.visible_to(actor).filter(tenancy__operator_id__in=operators)
    return _one(found.select_related("tenancy__operator", "tenancy__mast__site"), pk)


def own_band(*, actor: Actor, pk: UUID) -> SlotBand:
    """A height band of a mast that ``actor`` may change.

    :raises NotVisible: somebody else's
    """
    owners = actor.parties_with(Permission.MAST_MANAGE)
    found = SlotBand.objects.visible_to(actor).filter(mast__site__owner_id__in=owners)
    return _one(found.select_related("mast__site"), pk)


def own_file(*, actor: Actor, pk: UUID) -> SiteFile:
    """A file of a site that ``actor`` may change.

    :raises NotVisible: somebody else's
    """
    owners = actor.parties_with(Permission.MAST_MANAGE)
    found = SiteFile.objects.visible_to(actor).filter(site__owner_id__in=owners)
    return _one(found.select_related("site", "file"), pk)


def file_is_visible(actor: Actor, pk: UUID) -> bool:
    """Guard of the files that sites hold."""
    return SiteFile.objects.visible_to(actor).filter(site_id=pk).exists()


def own_parties(*, actor: Actor) -> QuerySet[Party]:
    """The enterprises whose part of the registry ``actor`` keeps."""
    return Party.objects.visible_to(actor).filter(
        pk__in=actor.parties_with(Permission.MAST_MANAGE), kind=PartyKind.ENTERPRISE.value
    )


def owners(*, actor: Actor) -> QuerySet[Party]:
    """The owners of masts that ``actor`` keeps, to choose from."""
    return Party.objects.visible_to(actor).filter(pk__in=Site.objects.kept_by(actor).values("owner_id"))


def possible_tenants(*, actor: Actor, mast: Mast) -> QuerySet[Party]:
    """Enterprises of the same department: names that every party of it knows."""
    found = Party.objects.visible_to(actor).valid_on(actor.today).filter(registered_by_id=mast.site.regulator_id)
    return found.filter(kind=PartyKind.ENTERPRISE.value)


def areas(*, actor: Actor) -> QuerySet[AdminUnit]:
    """Communes, and the districts above them, in which ``actor`` keeps masts."""
    used = Site.objects.kept_by(actor).exclude(unit=None)
    found = AdminUnit.objects.visible_to(actor).defer("outline")
    return found.filter(Q(pk__in=used.values("unit_id")) | Q(pk__in=used.values("unit__parent_id"))).order_by(
        "-level", "name"
    )


def stations(*, actor: Actor, tenancy: Tenancy) -> QuerySet[Station]:
    """The stations of a tenancy, to change or take out."""
    return Station.objects.visible_to(actor).filter(tenancy=tenancy)


def own_party(*, actor: Actor, pk: UUID) -> Party:
    """An enterprise whose part of the registry ``actor`` keeps.

    :raises NotVisible: somebody else's
    """
    party = own_parties(actor=actor).filter(pk=pk).first()
    if party is None:
        raise NotVisible
    return party


def first_mast(*, actor: Actor, site: Site) -> Mast:
    """A mast of a site, to go back to.

    :raises NotVisible: there is none that ``actor`` sees
    """
    mast = Mast.objects.visible_to(actor).filter(site=site).first()
    if mast is None:
        raise NotVisible
    return mast
