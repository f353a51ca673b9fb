"""The ground on which needs stand: kinds of area, existing masts nearby, distances."""

from __future__ import annotations

import datetime as dt
import math
from uuid import UUID

import numpy as np
from django.db.models import Q
from shapely.geometry import Point, shape

from phoihop.base.access import Actor
from phoihop.clauses.towers.models import AdminUnit, Mast
from phoihop.cores.towerplan.points import Points, distances

TOWN, ELSEWHERE = "town", "elsewhere"
METRES_A_DEGREE = 111_320.0


def zone_at(*, actor: Actor, latitude: float, longitude: float, day: dt.date) -> str:
    """``town`` where an urban unit's outline holds the point, ``elsewhere`` otherwise."""
    point = Point(longitude, latitude)
    units = AdminUnit.objects.visible_to(actor).valid_on(day).filter(is_urban=True).around(latitude, longitude)
    for outline in units.values_list("outline", flat=True):
        if outline and shape({"type": "MultiPolygon", "coordinates": outline}).covers(point):
            return TOWN
    return ELSEWHERE


def near(latitude: float, longitude: float, metres: float) -> Q:
    """Sites in the box around a circle."""
    south, west = metres / METRES_A_DEGREE, metres / (METRES_A_DEGREE * math.cos(math.radians(latitude)))
    return Q(
        site__latitude__range=(latitude - south, latitude + south),
        site__longitude__range=(longitude - west, longitude + west),
    )


def mast_within(
    *, actor: Actor, lead_id: UUID, latitude: float, longitude: float, metres: float, own: UUID, mine: bool
) -> bool:
    """Whether a standing mast lies within a distance: of the party ``own`` itself, or of anybody else.

    It answers yes or no about masts that ``actor`` may not see; ``actions.joint.hints`` alone asks it for a rival's,
    and limits how often.
    """
    found = Mast.objects.standing().filter(near(latitude, longitude, metres), site__regulator_id=lead_id)
    found = found.filter(site__owner_id=own) if mine else found.exclude(site__owner_id=own)
    places = list(found.values_list("site__longitude", "site__latitude"))
    if not places:
        return False
    here = Points(np.array([[longitude, latitude]]), geographic=True)
    return bool((distances(Points(np.array(places), geographic=True), here) <= metres).any())
