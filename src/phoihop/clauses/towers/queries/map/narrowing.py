"""Narrowing the masts of a map down; the same for its tiles and for the table beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Count, Q

from phoihop.base.access import Actor
from phoihop.clauses.towers.models import Mast, MastState, Tenancy
from phoihop.clauses.towers.models.registry.masts import MastQuerySet

NEAR_DAYS = 30  # a certificate that expires within so many days is due
Box = tuple[float, float, float, float]  # west, south, east, north in degrees
Corners = tuple[tuple[float, float], ...]  # longitude and latitude in degrees


@dataclass(frozen=True, slots=True)
class Narrow:
    """What a map is narrowed down to; empty means everything."""

    owner: UUID | None = None
    mast_class: UUID | None = None
    height_from: Decimal | None = None
    height_to: Decimal | None = None
    sharing: str = ""  # shared, alone, offered
    certificate: str = ""  # valid, due, expired, missing
    unit: UUID | None = None  # a commune, or a district with its communes
    box: Box | None = None
    area: Corners = ()


def kept_masts(actor: Actor, by: Narrow) -> MastQuerySet:
    """Masts that ``actor`` keeps and that are not removed, narrowed down by all but the drawn area."""
    found: MastQuerySet = Mast.objects.kept_by(actor).exclude(state=MastState.REMOVED)
    same = {"site__owner_id": by.owner, "mast_class_id": by.mast_class}
    found = found.filter(**{column: value for column, value in same.items() if value})
    if by.height_from is not None:
        found = found.filter(height_m__gte=by.height_from)
    if by.height_to is not None:
        found = found.filter(height_m__lte=by.height_to)
    if by.unit:
        found = found.filter(Q(site__unit_id=by.unit) | Q(site__unit__parent_id=by.unit))
    found = _by_certificate(_by_sharing(found, by.sharing), by.certificate, actor.today)
    return within(found, by.box) if by.box else found


def within(found: MastQuerySet, box: Box) -> MastQuerySet:
    """Those of ``found`` in a rectangle."""
    west, south, east, north = box
    return found.filter(site__latitude__range=(south, north), site__longitude__range=(west, east))


def _by_sharing(found: MastQuerySet, sharing: str) -> MastQuerySet:
    if sharing == "offered":
        return found.filter(offered_for_sharing=True)
    if sharing not in {"shared", "alone"}:
        return found
    shared = shared_masts()
    return found.filter(pk__in=shared) if sharing == "shared" else found.exclude(pk__in=shared)


def shared_masts() -> models.QuerySet[Tenancy, Any]:
    """Masts on which two operators or more stand, to be asked within those that somebody may see."""
    counted = Tenancy.objects.current().values("mast_id").annotate(operators=Count("operator_id", distinct=True))
    return counted.filter(operators__gte=2).values("mast_id")


def _by_certificate(found: MastQuerySet, certificate: str, today: dt.date) -> MastQuerySet:
    near = today + dt.timedelta(days=NEAR_DAYS)
    ways = {
        "valid": Q(certificate_expires_on__gt=near),
        "due": Q(certificate_expires_on__range=(today, near)),
        "expired": Q(certificate_expires_on__lt=today),
        "missing": Q(certificate_expires_on__isnull=True),
    }
    return found.filter(ways[certificate]) if certificate in ways else found
