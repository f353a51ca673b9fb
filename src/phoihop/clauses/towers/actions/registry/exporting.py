"""Taking the registry away as a sheet or a map layer; the history says who took how much."""

from __future__ import annotations

import json
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Prefetch

from phoihop.base import audit
from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotAllowed
from phoihop.base.sheets import Sheet, csv_bytes, xlsx_bytes
from phoihop.clauses.towers.models import Mast, MastState, Station, Tenancy
from phoihop.clauses.towers.queries.registry.masts import OUTLINES
from phoihop.clauses.towers.registry.sheet import Cell, cells, features, head
from phoihop.people.models import Party

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
}


@dataclass(frozen=True, slots=True)
class Export:
    """A file to take away."""

    name: str
    media_type: str
    content: bytes


def _keepers(actor: Actor) -> frozenset[UUID]:
    return actor.parties_with(Permission.MAST_MANAGE) | actor.parties_with(Permission.MAST_REVIEW)


def export_registry(*, actor: Actor, form: str, language: str = "vi") -> Export:
    """Every mast that is not taken down, of the party that ``actor`` keeps the registry for; never a rival's.

    :param form: ``csv``, ``xlsx`` or ``geojson``
    :raises NotAllowed: the person keeps no part of the registry
    """
    party = Party.objects.filter(pk__in=_keepers(actor)).first()
    if party is None:
        raise NotAllowed
    rows = _rows(actor)
    with transaction.atomic():
        audit.record(actor, "towers.registry.exported", party, party=party, after={"form": form, "masts": len(rows)})
    return Export(f"so-cot-ang-ten-{actor.today:%Y%m%d}.{form}", FORMS[form], _content(form, rows))


def _rows(actor: Actor) -> list[list[Cell]]:
    stations = Prefetch("stations", Station.objects.visible_to(actor), to_attr="shown_stations")
    current = Tenancy.objects.visible_to(actor).current().select_related("operator").prefetch_related(stations)
    masts = Mast.objects.kept_by(actor).exclude(state=MastState.REMOVED).defer(*OUTLINES)
    masts = masts.select_related("site__owner", "site__unit__parent", "mast_class")
    masts = masts.prefetch_related(Prefetch("tenancies", current, to_attr="current")).order_by("site__code", "code")
    return [
        cells(mast, mast.current, rent=mast.site.owner_id in actor.party_ids)  # type: ignore[attr-defined]
        for mast in masts
    ]


def _content(form: str, rows: list[list[Cell]]) -> bytes:
    if form == "csv":
        return csv_bytes(head(), rows)
    if form == "xlsx":
        return xlsx_bytes([Sheet("Sổ cột ăng ten", head(), rows, [14, 30, 30, 11, 11, 14])])
    made = {"type": "FeatureCollection", "features": list(features(rows))}
    return json.dumps(made, ensure_ascii=False).encode()
