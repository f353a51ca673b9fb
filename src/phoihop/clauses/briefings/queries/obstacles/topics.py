"""The department's list of topics."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import ObstacleTopic
from phoihop.people.models import Party


def desk(*, actor: Actor) -> Party:
    """The department for which the person keeps topics.

    :raises NotVisible: there is none
    """
    found = Party.objects.filter(pk__in=actor.parties_with(Permission.OBSTACLE_HANDLE)).first()
    if found is None:
        raise NotVisible
    return found


def used_topics(*, actor: Actor) -> list[ObstacleTopic]:
    """Every topic of the department, with how many obstacles name it as ``used``."""
    found = ObstacleTopic.objects.filter(regulator_id__in=actor.parties_with(Permission.OBSTACLE_HANDLE))
    return list(found.annotate(used=Count("obstacles")).order_by("retired_at", "position", "name"))


def editable_topic(*, actor: Actor, pk: UUID) -> ObstacleTopic:
    """One topic.

    :raises NotVisible: another department keeps it
    """
    found = ObstacleTopic.objects.filter(pk=pk, regulator_id__in=actor.parties_with(Permission.OBSTACLE_HANDLE)).first()
    if found is None:
        raise NotVisible
    return found
