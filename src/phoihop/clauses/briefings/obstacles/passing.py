"""Obstacles when an officer hands over, and when one party takes over from another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import F
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import AWAITED, Obstacle, ObstacleFollower, ObstacleTopic
from phoihop.clauses.briefings.obstacles import rows
from phoihop.people.handover import OpenWork
from phoihop.people.models import Party, User


def open_obstacles(user: User, party: Party) -> Iterable[OpenWork]:
    """What the person still has to answer for a department."""
    for row in Obstacle.objects.filter(owner=user, programme__lead=party, state__in=AWAITED).order_by("due_on"):
        yield OpenWork(_("Vướng mắc phụ trách"), row.title, rows.address(row), row.due_on)


def pass_obstacles(from_user: User, to_user: User, party: Party, actor: Actor) -> None:
    """The successor answers them from now on."""
    Obstacle.objects.filter(owner=from_user, programme__lead=party, state__in=AWAITED).update(owner=to_user)


def take_over_obstacles(predecessor: Party, successor: Party, on: dt.date, actor: Actor) -> None:
    """What is under way goes on with the successor, ended ones stay where they were raised; topics go with the desk."""
    for found in Obstacle.objects.filter(party=predecessor).under_way():
        row = rows.locked(found)
        rows.set_values(row, party_id=successor.pk)
        row.party = successor
        rows.advance(actor, row, "taken_over", by=successor.pk, note=successor.short_name)
        rows.index(row)
    joined = ObstacleFollower.objects.filter(party=successor).values("obstacle_id")
    ObstacleFollower.objects.filter(party=predecessor).exclude(obstacle_id__in=joined).update(party=successor)
    ObstacleFollower.objects.filter(party=successor, obstacle__party_id=F("party_id")).delete()
    known = list(ObstacleTopic.objects.filter(regulator=successor).values_list("name", flat=True))
    ObstacleTopic.objects.filter(regulator=predecessor).exclude(name__in=known).update(regulator=successor)
