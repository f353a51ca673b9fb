"""Looks for pages: one's own, those at one's own masts, those that the department watches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.cells import ASKED, ROUNDED, area_km2, outline
from phoihop.clauses.towers.models import (
    DisclosedCell,
    DisclosedMast,
    Disclosure,
    DisclosurePeriod,
    Extent,
    ShownMast,
)


def looks(*, actor: Actor) -> QuerySet[Disclosure]:
    """Looks of one's own party, and those that one's department watches, newest first, with the hexagons of each."""
    found = Disclosure.objects.visible_to(actor).select_related("asker").annotate(cell_count=Count("cells"))
    return found.order_by("-asked_at")


def visible_look(*, actor: Actor, pk: UUID) -> Disclosure:
    """One look.

    :raises NotVisible: another party's
    """
    found = Disclosure.objects.visible_to(actor).select_related("asker", "programme", "period").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


@dataclass(frozen=True, slots=True)
class Answer:
    """What a look showed."""

    cells: list[DisclosedCell]
    masts: list[DisclosedMast]
    expired: bool  # the period is over: its masts are no longer shown

    @property
    def area_km2(self) -> float:
        """How large the hexagons are together."""
        return area_km2([cell.key for cell in self.cells], ASKED)

    @property
    def more(self) -> bool:
        """Whether some hexagon holds more than may be seen."""
        return any(cell.extent == Extent.MORE for cell in self.cells)

    @property
    def layers(self) -> list[dict[str, Any]]:
        """The hexagons asked for, and those to which masts are rounded, as layers of a map."""
        asked = [
            _hexagon(cell.key, ASKED, name=_("Ô đã hỏi"), facts=[str(cell.get_extent_display())]) for cell in self.cells
        ]
        places: dict[int, list[DisclosedMast]] = {}
        for mast in self.masts:
            places.setdefault(mast.place, []).append(mast)
        rounded = [
            _hexagon(place, ROUNDED, name=_("Có cột ở đây"), facts=told(masts)) for place, masts in places.items()
        ]
        layers = [("asked", _("Vùng đã hỏi"), 7, asked), ("places", _("Vị trí làm tròn của cột"), 3, rounded)]
        return [
            {
                "id": name,
                "label": label,
                "kind": "areas",
                "tone": tone,
                "data": {"type": "FeatureCollection", "features": rows},
            }
            for name, label, tone, rows in layers
            if rows
        ]

    @property
    def bounds(self) -> list[float] | None:
        """The rectangle around the hexagons, in degrees."""
        corners = [at for cell in self.cells for at in outline(cell.key, ASKED)]
        if not corners:
            return None
        lons, lats = zip(*corners, strict=True)
        return [min(lons), min(lats), max(lons), max(lats)]


def answer(*, actor: Actor, look: Disclosure) -> Answer:
    """The hexagons and masts of a look; two queries."""
    cells = list(DisclosedCell.objects.visible_to(actor).filter(disclosures=look))
    masts = DisclosedMast.objects.visible_to(actor).filter(cell__in=cells).select_related("owner", "cell")
    expired = look.period.ends_on < actor.today and look.asker_id in actor.party_ids
    return Answer(cells, list(masts), expired)


def _hexagon(key: int, resolution: int, **properties: Any) -> dict[str, Any]:
    ring = outline(key, resolution)
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": properties}


def told(masts: Iterable[DisclosedMast]) -> list[str]:
    """A line for each mast."""
    return [
        f"{row.code} · {row.owner.short_name} · {row.class_code} · {row.height_from_m}–{row.height_to_m} m"
        for row in masts
    ]


def looks_at_mine(*, actor: Actor) -> QuerySet[ShownMast]:
    """Who was shown one's own masts, when and for what; neither the area nor anybody else's mast."""
    found = ShownMast.objects.visible_to(actor).of_owner(actor)
    return found.select_related("disclosure__asker", "mast__mast__site").order_by("-disclosure__asked_at", "mast__code")


@dataclass(frozen=True, slots=True)
class Watch:
    """One party's use of a period, for the department."""

    name: str
    asks: int
    cells: int
    masts: int


def watched(*, actor: Actor) -> list[Watch]:
    """How much each party has been shown in the periods that hold today, for its department."""
    now = Q(starts_on__lte=actor.today, ends_on__gte=actor.today, regulator_id__in=actor.regulator_ids)
    rows = DisclosurePeriod.objects.visible_to(actor).filter(now)
    asked = rows.annotate(asks=Count("disclosures")).order_by("asker__short_name")
    return [Watch(*line) for line in asked.values_list("asker__short_name", "asks", "cells", "masts")]
