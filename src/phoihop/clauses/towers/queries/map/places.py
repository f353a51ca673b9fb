"""What a map shows, as a table: masts with their facts, and the few words above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.kept import kept
from phoihop.clauses.towers.cells import ROUNDED, outline
from phoihop.clauses.towers.models import AdminUnit, DisclosedMast, Mast, MastClass, Tenancy
from phoihop.clauses.towers.queries.disclosure.looks import told
from phoihop.clauses.towers.queries.map.narrowing import Box, Narrow, kept_masts, shared_masts, within
from phoihop.clauses.towers.queries.map.tiles import points_from
from phoihop.clauses.towers.queries.map.tones import owners as owners_of
from phoihop.people.models import Party

MARGIN = 0.02  # degrees around what there is, about 2 km


@dataclass(frozen=True, slots=True)
class Summary:
    """How many masts a map shows, how many of them are shared, and the rectangle around them."""

    count: int = 0
    shared: int = 0
    box: Box | None = None

    @property
    def points_from(self) -> int:
        """The zoom from which so many masts are drawn one by one."""
        return points_from(self.count)


def summary(*, actor: Actor, by: Narrow) -> Summary:
    """The masts that ``by`` describes, without the drawn area; counted anew only after something was done."""
    return kept(actor, f"towers.map.summary {by}", lambda: _summary(actor, by))


def _summary(actor: Actor, by: Narrow) -> Summary:
    masts = kept_masts(actor, by)
    whole = masts.aggregate(
        count=Count("pk"), west=Min("site__longitude"), south=Min("site__latitude"), east=Max("site__longitude"),
        north=Max("site__latitude"),
    )  # fmt: skip
    shared = masts.filter(pk__in=shared_masts()).count()
    if not whole["count"]:
        return Summary()
    box = (whole["west"] - MARGIN, whole["south"] - MARGIN, whole["east"] + MARGIN, whole["north"] + MARGIN)
    return Summary(whole["count"], shared, box)


def ids_inside(*, actor: Actor, by: Narrow) -> QuerySet[Mast, UUID] | list[UUID]:
    """The masts that ``by`` describes, in order: a list that is fetched page by page, or of what lies in an area."""
    found = kept_masts(actor, by).order_by("site__code", "code")
    if not by.area:
        return found.values_list("pk", flat=True)
    lons, lats = zip(*by.area, strict=True)
    near = within(found, (min(lons), min(lats), max(lons), max(lats)))
    return _inside(list(near.values_list("pk", "site__longitude", "site__latitude")), by.area)


def _inside(rows: list[tuple[UUID, float, float]], corners: Sequence[tuple[float, float]]) -> list[UUID]:
    """Those in a polygon, its edge included; one that crosses itself is what its corners go around."""
    from shapely import Polygon, intersects_xy, make_valid, prepare  # noqa: PLC0415 - compiled code

    area = make_valid(Polygon(corners))
    prepare(area)
    hits = intersects_xy(area, [row[1] for row in rows], [row[2] for row in rows])
    return [row[0] for row, hit in zip(rows, hits, strict=True) if hit]


def facts_of(*, actor: Actor, ids: Sequence[UUID]) -> list[Mast]:
    """The masts of one page of the table, in the order given; one query."""
    standing = Q(tenancies__until__isnull=True)
    rows = (
        Mast.objects.kept_by(actor)
        .filter(pk__in=list(ids))
        .select_related("site__owner", "site__unit__parent", "mast_class")
        .annotate(tenants=Count("tenancies__operator", filter=standing, distinct=True))
    )
    by_id = {row.pk: row for row in rows}
    return [by_id[pk] for pk in ids if pk in by_id]


def rented_places(*, actor: Actor) -> list[dict[str, Any]]:
    """Masts of others on which one stands, as GeoJSON: their exact place is known since the agreement."""
    rows = Tenancy.objects.visible_to(actor).current().filter(operator_id__in=actor.party_ids)
    rows = rows.exclude(mast__site__owner_id__in=actor.party_ids).select_related(
        "mast__site__owner", "mast__mast_class"
    )
    return [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [row.mast.site.longitude, row.mast.site.latitude]},
            "properties": {
                "name": str(row.mast),
                "url": reverse("towers:mast_detail", args=[row.mast_id]),
                "facts": [_("Chủ cột: %(name)s") % {"name": row.mast.site.owner.short_name}, row.mast.mast_class.code],
            },
        }
        for row in rows
    ]


def disclosed_places(*, actor: Actor) -> list[dict[str, Any]]:
    """Masts of others that one was shown, as GeoJSON: hexagons, never points."""
    rows = DisclosedMast.objects.shown_to(actor).select_related("owner").order_by("place", "code")
    by_place: dict[int, list[DisclosedMast]] = {}
    for row in rows:
        by_place.setdefault(row.place, []).append(row)
    return [
        {
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": [outline(place, ROUNDED)]},
            "properties": {"name": _("Cột sẵn sàng cho dùng chung"), "facts": told(masts)},
        }
        for place, masts in by_place.items()
    ]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer."""

    owners: list[Party]
    classes: list[MastClass]
    units: list[AdminUnit]


def choices(*, actor: Actor) -> Choices:
    """Classes, and the owners and districts that occur among the masts that ``actor`` keeps."""
    return kept(actor, "towers.map.choices", lambda: _choices(actor))


def _choices(actor: Actor) -> Choices:
    masts = Mast.objects.kept_by(actor)
    classes = MastClass.objects.visible_to(actor).order_by("code")
    here = masts.exclude(site__unit=None)
    districts = AdminUnit.objects.visible_to(actor).filter(
        Q(pk__in=here.values("site__unit__parent_id")) | Q(pk__in=here.values("site__unit_id"))
    )
    return Choices(owners_of(actor), list(classes), list(districts.defer("outline").order_by("level", "name")))
