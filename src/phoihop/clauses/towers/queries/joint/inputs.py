"""From rows to what the core plans with: masts, needs, zones, rules; places in degrees of WGS 84."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import Q
from django.utils.translation import gettext as _
from shapely import make_valid
from shapely.geometry import shape

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible, Refused
from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.joint.rulebook import PriceList, Rulebook
from phoihop.clauses.towers.models import AdminUnit, JointRound, Mast, MastState, ProposalKind, RestrictedZone, ZoneRule
from phoihop.clauses.towers.queries.joint.needs import ShownNeed
from phoihop.clauses.towers.queries.registry.vetoes import closed_masts
from phoihop.cores.towerplan import model
from phoihop.cores.towerplan.points import Points


@dataclass(frozen=True, slots=True)
class Inputs:
    """One case for the core, and whose rows its positions are."""

    masts: model.Masts
    needs: model.Needs
    rules: model.Rules
    costs: model.Costs
    operators: tuple[UUID, ...]
    mast_ids: tuple[UUID, ...]
    need_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """What earlier proposals settled: what stays, and what is not tried again."""

    fixed: tuple[model.Fixed, ...] = ()
    need_mast: frozenset[tuple[str, str]] = frozenset()
    need_need: frozenset[tuple[str, str]] = frozenset()

    def among(self, ids: set[str]) -> Answered:
        """What speaks of needs and masts that are still there."""
        pairs = (frozenset(one for one in found if set(one) <= ids) for found in (self.need_mast, self.need_need))
        fixed = tuple(one for one in self.fixed if {*one.needs, *((one.mast,) if one.mast else ())} <= ids)
        return Answered(fixed, *pairs)


def inputs_of(
    *,
    actor: Actor,
    round_: JointRound,
    needs: Sequence[ShownNeed],
    book: Rulebook,
    prices: PriceList,
    answered: Answered,
) -> Inputs:
    """The case of a round under one set of rules, for the department after the closing date.

    :raises Refused: nobody filed a need
    """
    if round_.programme.lead_id not in actor.party_ids:
        raise NotVisible
    if not needs:
        raise Refused(_("Chưa có nhu cầu nào trong đợt này nên chưa lập được phương án."))
    places = np.array([[one.facts.longitude, one.facts.latitude] for one in needs])
    rows = _mast_rows(round_, places)
    known = {str(one.row.pk) for one in needs} | {str(row["id"]) for row in rows}
    operators = tuple(sorted({one.row.party_id for one in needs} | {row["owner"] for row in rows}, key=str))
    kept = answered.among(known)
    masts = _masts(rows, operators, book)
    _hold_kept(masts, needs, book, kept.fixed)
    return Inputs(
        masts=masts, needs=_needs(needs, operators, book, places),
        rules=_rules(actor, round_.programme.lead_id, operators, book, kept), costs=prices.for_core(),
        operators=operators, mast_ids=tuple(row["id"] for row in rows),
        need_ids=tuple(one.row.pk for one in needs),
    )  # fmt: skip


def _needs(needs: Sequence[ShownNeed], operators: tuple[UUID, ...], book: Rulebook, places: Any) -> model.Needs:
    facts = [one.facts for one in needs]
    return model.Needs(
        ids=np.array([str(one.row.pk) for one in needs]),
        operator=np.array([operators.index(one.row.party_id) for one in needs]), points=Points(places, True),
        radius_m=np.array([fact.radius_m * book.radius_percent / 100 for fact in facts]),
        height_m=np.array([fact.height_m for fact in facts]), technology=np.array([fact.technology for fact in facts]),
        year=np.array([fact.year for fact in facts]), load_m2=np.array([fact.wind_m2 for fact in facts]),
    )  # fmt: skip


REACH_DEGREES = 0.06  # some 6 km: masts beyond it neither serve a need nor keep a new mast away


def _mast_rows(round_: JointRound, places: Any) -> list[dict[str, Any]]:
    """Masts around the needs, with their tenancies and bands; six queries however many there are.

    Masts that other rounds are to build keep new ones away too. What this round's own proposals brought into the
    registry is left out: the plan has it as what is agreed.
    """
    own = dict(round_.proposals.exclude(mast=None).values_list("pk", "mast_id"))
    built = round_.proposals.filter(kind=ProposalKind.BUILD).exclude(mast=None).values("mast_id")
    there = Q(state=MastState.IN_USE) | Q(state=MastState.PLANNED, joint_proposals__isnull=False)
    (west, south), (east, north) = places.min(axis=0) - REACH_DEGREES, places.max(axis=0) + REACH_DEGREES
    found = (
        Mast.objects.filter(there)
        .exclude(pk__in=built)
        .filter(
            site__regulator_id=round_.programme.lead_id,
            site__longitude__range=(west, east),
            site__latitude__range=(south, north),
        )
    )
    found = found.select_related("site", "mast_class").prefetch_related("tenancies", "bands").order_by("pk")
    rows = [_mast_row(mast, own) for mast in found.distinct()]
    closed = closed_masts(masts=[row["id"] for row in rows])
    return [row | {"closed": row["id"] in closed} for row in rows]


def _mast_row(mast: Mast, own: Collection[UUID]) -> dict[str, Any]:
    tenancies = [one for one in mast.tenancies.all() if one.until is None and one.agreement_id not in own]
    loads = [one.wind_area_m2 for one in tenancies if one.wind_area_m2 is not None]
    left = math.nan
    if mast.wind_area_limit_m2 is not None:
        left = float(max(mast.wind_area_limit_m2 - sum(loads, Decimal(0)), Decimal(0)))
    return {
        "id": mast.pk, "owner": mast.site.owner_id, "longitude": mast.site.longitude, "latitude": mast.site.latitude,
        "height": float(mast.height_m), "class": mast.mast_class.code, "offered": mast.offered_for_sharing,
        "wind": left, "stands": mast.state == MastState.IN_USE,
        "tenants": [(one.operator_id, float(one.antenna_height_m or 0)) for one in tenancies],
        "bands": [(float(band.from_m), float(band.to_m), band.slots) for band in mast.bands.all()],
    }  # fmt: skip


def _masts(rows: list[dict[str, Any]], operators: tuple[UUID, ...], book: Rulebook) -> model.Masts:
    """Every rent is the one of the price list: what an owner asks is its own secret, from the department too."""
    place = {pk: at for at, pk in enumerate(operators)}
    bands = 1 + max((math.floor(row["height"] / book.band_m) for row in rows), default=0)
    free = np.zeros((len(rows), bands), dtype=np.int64)
    for at, row in enumerate(rows):
        # A mast that is still to be built keeps others away, and takes nobody before it stands.
        if row["stands"] and not row["closed"] and (row["offered"] or not book.honour_offers):
            for band, slots in free_bands(row, book).items():
                free[at, band] = slots
    xy = np.array([[row["longitude"], row["latitude"]] for row in rows]).reshape(-1, 2)
    tenants = [sum(1 << place[pk] for pk, _height in set(row["tenants"]) if pk in place) for row in rows]
    return model.Masts(
        ids=np.array([str(row["id"]) for row in rows], dtype=np.str_), points=Points(xy, True),
        owner=np.array([place[row["owner"]] for row in rows], dtype=np.int64),
        tenants=np.array(tenants, dtype=np.int64), height_m=np.array([row["height"] for row in rows], dtype=np.float64),
        class_code=np.array([row["class"] for row in rows], dtype=np.str_), free=free,
        rent_vnd=np.full(len(rows), math.nan),
        wind_left_m2=np.array([row["wind"] for row in rows], dtype=np.float64),
    )  # fmt: skip


def _hold_kept(masts: model.Masts, needs: Sequence[ShownNeed], book: Rulebook, fixed: Sequence[model.Fixed]) -> None:
    """Agreed rents keep their places and their wind area, whatever the owner states or withdraws afterwards.

    Only what is lacking is added: a place that is free anyway is not counted twice.
    """
    facts = {str(one.row.pk): one.facts for one in needs}
    rented: defaultdict[str, list[NeedFacts]] = defaultdict(list)
    for one in fixed:
        if one.mast is not None:
            rented[one.mast].extend(facts[need] for need in one.needs)
    rows = {str(name): at for at, name in enumerate(masts.ids)}
    for name, there in rented.items():
        at, last = rows[name], masts.free.shape[1] - 1
        wanted = [min(math.floor(fact.height_m / book.band_m + 1e-9), last) for fact in there]
        for band in sorted(set(wanted), reverse=True):
            lacking = sum(it >= band for it in wanted) - int(masts.free[at, band:].sum())
            masts.free[at, band] += max(lacking, 0)
        # In thousandths, as the core adds loads; a mast without limit (NaN) stays so.
        load = sum(round(fact.wind_m2 * 1000) for fact in there) / 1000
        if masts.wind_left_m2[at] < load:
            masts.wind_left_m2[at] = load


def free_bands(row: dict[str, Any], book: Rulebook) -> dict[int, int]:
    """Free slots by the core's band.

    Where the owner recorded bands, each holds what it says less who is there. Where nobody did, the rulebook's number
    of rooms is assumed, below the antennas that are there, the highest first.
    """
    top = math.floor(row["height"] / book.band_m + 1e-9)
    if row["bands"]:
        found: dict[int, int] = defaultdict(int)
        for low, high, slots in row["bands"]:
            taken = sum(low <= height < high or height == high == row["height"] for _pk, height in row["tenants"])
            found[min(math.floor(low / book.band_m + 1e-9), top)] += max(slots - taken, 0)
        return dict(found)
    used = {math.floor(height / book.band_m + 1e-9) for _pk, height in row["tenants"]} or {top}
    rooms = [band for band in range(top, 0, -1) if band not in used]
    return dict.fromkeys(rooms[: book.assumed_slots], 1)


def _rules(actor: Actor, lead_id: UUID, operators: tuple[UUID, ...], book: Rulebook, answered: Answered) -> model.Rules:
    return model.Rules(
        operators=tuple(str(pk) for pk in operators), band_m=book.band_m, zones=_zones(actor, lead_id),
        spacing_m=book.for_core(), max_operators=book.max_operators,
        vetoes=model.Vetoes(need_mast=answered.need_mast, need_need=answered.need_need), fixed=answered.fixed,
        years=book.years, discount=book.discount_percent / 100,
    )  # fmt: skip


def _zones(actor: Actor, lead_id: UUID) -> tuple[model.Zone, ...]:
    """Towns with their own spacing; where no mast, or none but concealed ones, may stand."""
    day: dt.date = actor.today
    towns = AdminUnit.objects.visible_to(actor).valid_on(day).filter(is_urban=True).exclude(outline=[]).order_by("code")
    kinds = {ZoneRule.NONE: model.ZoneKind.FORBIDDEN, ZoneRule.NOT_BULKY: model.ZoneKind.AESTHETIC}
    closed = RestrictedZone.objects.visible_to(actor).valid_on(day).filter(regulator_id=lead_id).order_by("name")
    return (
        *(model.Zone(model.TOWN, model.ZoneKind.SPACING, _shape(town.outline)) for town in towns),
        *(model.Zone(zone.name, kinds[ZoneRule(zone.rule)], _shape(zone.outline)) for zone in closed),
    )


def _shape(outline: Any) -> Any:
    return make_valid(shape({"type": "MultiPolygon", "coordinates": outline}))
