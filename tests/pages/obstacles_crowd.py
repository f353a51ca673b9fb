"""More obstacles, and more of everything that one of them gathers."""

from __future__ import annotations

import datetime as dt
import itertools

from phoihop.clauses.briefings.models import Obstacle, ObstacleFile, ObstacleForward, ObstacleTopic
from phoihop.clauses.briefings.obstacles import rows
from phoihop.testing.cast import DAY, NOON
from phoihop.testing.factories import PartyFactory

_numbers = itertools.count(1)


def obstacles(world, more: int) -> None:
    """So many more of each."""
    officer = world.people["regulator"].party
    found = {name: Obstacle.objects.get(pk=world.args[name][0]) for name in ("obstacle", "obstacle_open")}
    forward = ObstacleForward.objects.get(pk=world.args["obstacle_forward"][0])
    for number in itertools.islice(_numbers, more):
        for row in found.values():
            rows.index(_another(row, merged_into=None))
            _parts(row, number)
        _another(Obstacle.objects.get(pk=world.args["obstacle_rival"][0]), merged_into=found["obstacle"])
        found["obstacle_open"].followers.create(party=PartyFactory(registered_by=officer))
        ObstacleTopic.objects.create(regulator=officer, name=f"Nhóm {number}", position=50)
        _asked(forward, number)


def _another(row: Obstacle, **values: object) -> Obstacle:
    facts = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in ("id", "created_at")
    }
    for name in values:
        facts.pop(f"{name}_id")
    return Obstacle.objects.create(**(facts | values))


def _parts(row: Obstacle, number: int) -> None:
    row.notes.create(party=row.party, author=row.raised_by, text="Chào", at=NOON)
    row.sites.create(name=f"Trạm {number}")
    row.events.create(state=row.state, code="taken", at=NOON, by=row.raised_by)
    file = ObstacleFile.objects.first().file
    row.files.create(party=row.party, file=file, shared=True)


def _asked(forward: ObstacleForward, number: int) -> None:
    file = forward.obstacle.files.create(party=forward.obstacle.party, file=forward.files.first().file)
    forward.files.add(file)
    forward.obstacle.forwards.create(
        body=f"Cơ quan {number}", email="a@example.vn", question="?", due_on=DAY, token_hash=f"t{number}",
        expires_at=NOON + dt.timedelta(days=9),
    )  # fmt: skip
