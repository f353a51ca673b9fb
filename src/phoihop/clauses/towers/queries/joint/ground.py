"""The ground on which needs stand: kinds of area, existing masts nearby, distances."""

from __future__ import annotations

import datetime as dt
import math
from uuid import UUID

import numpy as np
from django.db.models import Max, Min, Q

from phoihop.base.access import Actor
from phoihop.clauses.towers.models import AdminUnit, Mast
from phoihop.cores.towerplan.points import Points, distances
from phoihop.people.places import unit_around

TOWN, ELSEWHERE = "town", "elsewhere"
METRES_A_DEGREE = 111_320.0


def zone_at(*, actor: Actor, latitude: float, longitude: float, day: dt.date) -> str:
    """``town`` where an urban unit's outline holds the point, ``elsewhere`` otherwise."""
    units = AdminUnit.objects.visible_to(actor).valid_on(day).filter(is_urban=True).around(latitude, longitude)
    return ELSEWHERE if unit_around(units, latitude, longitude) is None else TOWN


def territory(*, actor: Actor) -> list[float] | None:
    """West, south, east and north of the units that the installation knows; None where it knows none."""
    units = AdminUnit.objects.visible_to(actor).valid_on(actor.today)
    box = units.aggregate(Min("west"), Min("south"), Max("east"), Max("north"))
    found = [box["west__min"], box["south__min"], box["east__max"], box["north__max"]]
    return None if None in found else found


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
