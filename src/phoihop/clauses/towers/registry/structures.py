"""The masts of a department with everyone on them: for counting, never to be shown row by row."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from uuid import UUID

from django.db.models import Q

from phoihop.clauses.towers.models import Mast, MastState, Station, StationState, Tenancy, UnitLevel
from phoihop.clauses.towers.sharing.rates import Stay, Structure


def structures_of(*, regulator_id: UUID) -> list[Structure]:
    """Every mast that stands or stood under a department, with its tenants and stations, in three questions."""
    stations = _stations(regulator_id)
    stays: defaultdict[UUID, list[Stay]] = defaultdict(list)
    tenancies = Tenancy.objects.filter(mast__site__regulator_id=regulator_id)
    for pk, mast, operator, since, until in tenancies.values_list("pk", "mast_id", "operator_id", "since", "until"):
        stays[mast].append(Stay(operator, since, until, stations.get(pk, ())))
    masts = Mast.objects.filter(site__regulator_id=regulator_id).exclude(state=MastState.PLANNED)
    named = masts.values_list(
        "pk", "site__owner_id", "mast_class__code", "site__unit__level", "site__unit__name", "site__unit__parent__name",
        "in_use_since", "removed_on",
    )  # fmt: skip
    return [
        Structure(owner, code, _area(level, unit, parent), since, until, stays.get(pk, []))
        for pk, owner, code, level, unit, parent, since, until in named
    ]


def _stations(regulator_id: UUID) -> dict[UUID, list[dt.date | None]]:
    found: defaultdict[UUID, list[dt.date | None]] = defaultdict(list)
    stations = Station.objects.filter(tenancy__mast__site__regulator_id=regulator_id)
    on_air = stations.filter(Q(state=StationState.ON_AIR) | Q(tenancy__until__isnull=False))
    for tenancy, since in on_air.values_list("tenancy_id", "since"):
        found[tenancy].append(since)
    return found


def _area(level: str | None, unit: str | None, parent: str | None) -> str:
    """The district of a commune where there are districts, the commune itself where there are none."""
    if unit is None:
        return ""
    return parent if level == UnitLevel.COMMUNE and parent else unit
