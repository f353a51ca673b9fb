"""Where obstacles are: the commune at a position, and the points of the map."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import Obstacle, ObstacleState
from phoihop.clauses.briefings.queries.obstacles.rows import By, obstacles
from phoihop.people.models import AdminUnit
from phoihop.people.places import unit_around

LEVELS = {"commune": 0, "district": 1, "province": 2}
TONES = {
    ObstacleState.RAISED: 3,
    ObstacleState.WORKING: 1,
    ObstacleState.FORWARDED: 4,
    ObstacleState.ANSWERED: 2,
    ObstacleState.SOLVED: 6,
}  # fmt: skip
AROUND = 0.08  # degrees: some eight kilometres, so that names of districts are in the picture
POINTS = 3000  # the newest that a map shows


def unit_at(*, actor: Actor, latitude: float, longitude: float) -> AdminUnit | None:
    """The commune at a position today, or the smallest unit that is known there."""
    found = AdminUnit.objects.visible_to(actor).valid_on(actor.today).around(latitude, longitude)
    smallest_first = sorted(found.select_related("parent"), key=lambda unit: LEVELS[unit.level])
    return unit_around(smallest_first, latitude, longitude)


def unit_name(*, actor: Actor, latitude: float, longitude: float) -> str:
    """What the commune at a position is called, with its district; empty where nothing is known."""
    unit = unit_at(actor=actor, latitude=latitude, longitude=longitude)
    if unit is None:
        return ""
    return f"{unit.name}, {unit.parent.name}" if unit.parent else unit.name


def map_of(*, actor: Actor, by: By) -> dict[str, Any]:
    """The options of a map: one point each of what the reader may see, coloured by state. One query and the scope."""
    rows = list(obstacles(actor=actor, by=by).filter(latitude__isnull=False)[:POINTS])
    features = [_point(row) for row in rows]
    key = [{"tone": tone, "label": str(state.label)} for state, tone in TONES.items()]
    layer = {
        "id": "obstacles", "label": _("Vướng mắc"), "kind": "points", "tone": 1, "key": key,
        "data": {"type": "FeatureCollection", "features": features},
    }  # fmt: skip
    options: dict[str, Any] = {"layers": [layer], "wheel": "zoom"}
    places = [(row.longitude, row.latitude) for row in rows if row.longitude is not None and row.latitude is not None]
    if places:
        longitudes, latitudes = zip(*places, strict=True)
        options["bounds"] = [
            min(longitudes) - 0.02, min(latitudes) - 0.02, max(longitudes) + 0.02, max(latitudes) + 0.02
        ]  # fmt: skip
    return options


def spot_of(*, actor: Actor, obstacle: Obstacle) -> dict[str, Any]:
    """The options of a small map of one obstacle that the reader sees."""
    data = {"type": "FeatureCollection", "features": [_point(obstacle)]}
    layer = {"id": "obstacle", "kind": "points", "tone": 4, "data": data}
    longitude, latitude = obstacle.longitude or 0.0, obstacle.latitude or 0.0
    return {
        "layers": [layer], "bounds": [longitude - AROUND, latitude - AROUND, longitude + AROUND, latitude + AROUND]
    }  # fmt: skip


def _point(row: Obstacle) -> dict[str, Any]:
    facts = [row.party.short_name, str(row.get_state_display()), row.topic.name if row.topic else "", row.place]
    return {
        "type": "Feature", "geometry": {"type": "Point", "coordinates": [row.longitude, row.latitude]},
        "properties": {
            "name": row.title, "tone": TONES.get(ObstacleState(row.state), 8),
            "url": reverse("briefings:obstacle_detail", args=[row.pk]), "facts": [fact for fact in facts if fact],
        },
    }  # fmt: skip
