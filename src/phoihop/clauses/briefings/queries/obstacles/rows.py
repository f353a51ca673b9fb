"""Obstacles as their readers may see them: lists, boards, one of them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import (
    AWAITED,
    Audience,
    Obstacle,
    ObstacleState,
    ObstacleTopic,
    Urgency,
)
from phoihop.clauses.briefings.models.obstacles import ObstacleQuerySet
from phoihop.clauses.briefings.queries.obstacles.searching import found_by
from phoihop.notices.actions import people_of
from phoihop.people.models import Party, User
from phoihop.programme.models import Programme

BOARD = (
    ObstacleState.RAISED, ObstacleState.WORKING, ObstacleState.FORWARDED, ObstacleState.ANSWERED, ObstacleState.SOLVED,
)  # fmt: skip
COLUMN = 30  # cards of a column; the list has them all
Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class By:
    """What a list is narrowed to; empty where not."""

    text: str = ""
    state: str = ""
    topic: str = ""
    party: str = ""
    owner: str = ""
    urgency: str = ""
    audience: str = ""
    whose: str = ""  # own, open, late, mine
    programme: str = ""

    @property
    def kept(self) -> dict[str, str]:
        """What is asked, by the names that addresses use."""
        return {"q" if name == "text" else name: getattr(self, name) for name in self.__slots__ if getattr(self, name)}

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked."""
        return any(getattr(self, name) for name in self.__slots__)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def obstacles(*, actor: Actor, by: By | None = None) -> ObstacleQuerySet:
    """What the reader may see, newest first.

    Those that go along with another are left out for whoever leads: the other one stands for them.
    """
    by = by or By()
    found = Obstacle.objects.visible_to(actor).once(actor)
    if by.state == "open":
        found = found.under_way()
    elif by.state in ObstacleState.values:
        found = found.filter(state=by.state)
    for name, value in (("topic_id", by.topic), ("party_id", by.party), ("owner_id", by.owner),
                        ("programme_id", by.programme)):  # fmt: skip
        if value:
            found = found.filter(**{name: _uuid(value)})
    if by.urgency in Urgency.values:
        found = found.filter(urgency=by.urgency)
    if by.audience in Audience.values:
        found = found.filter(audience=by.audience)
    found = _whose(actor, found, by.whose)
    if by.text.strip():
        found = found.filter(found_by(actor=actor, text=by.text))
    return found.select_related("party", "topic", "unit", "owner", "programme").order_by("-raised_at", "pk")


def _whose(actor: Actor, found: ObstacleQuerySet, whose: str) -> ObstacleQuerySet:
    if whose == "own":
        return found.filter(party_id__in=actor.party_ids)
    if whose == "open":
        return found.filter(audience=Audience.ALL)
    if whose == "late":
        return found.filter(state__in=AWAITED, due_on__lt=actor.today)
    if whose == "mine":
        return found.filter(owner_id__in=[actor.user_id])
    return found


def late(*, actor: Actor, obstacle: Obstacle) -> bool:
    """Whether its answer is overdue."""
    return obstacle.state in AWAITED and obstacle.due_on is not None and obstacle.due_on < actor.today


def visible_obstacle(*, actor: Actor, pk: UUID) -> Obstacle:
    """One obstacle.

    :raises NotVisible: no such obstacle for this person
    """
    found = Obstacle.objects.visible_to(actor).filter(pk=pk)
    row = found.select_related("party", "topic", "unit__parent", "owner", "programme__lead", "raised_by").first()
    if row is None:
        raise NotVisible
    return row


def handled_obstacle(*, actor: Actor, pk: UUID) -> Obstacle:
    """One obstacle that the department's person deals with.

    :raises NotVisible: no such obstacle for this person
    """
    row = visible_obstacle(actor=actor, pk=pk)
    if not actor.may(Permission.OBSTACLE_HANDLE, row.programme.lead_id):
        raise NotVisible
    return row


def board(*, actor: Actor, by: By) -> list[tuple[str, str, int, list[Obstacle]]]:
    """State, its name, how many, and the first cards: late and urgent ones come first. Two queries a column."""
    columns = []
    for state in BOARD:
        found = obstacles(actor=actor, by=by).filter(state=state)
        if state == ObstacleState.SOLVED:
            shown = found.order_by("-solved_at", "pk")
        else:
            shown = found.order_by("due_on", "-raised_at", "pk")
        columns.append((state.value, str(state.label), found.count(), list(shown[:COLUMN])))
    return columns


def programmes(*, actor: Actor) -> list[Programme]:
    """The programmes whose obstacles the reader may see, by name."""
    return list(Programme.objects.visible_to(actor).select_related("lead"))


def raising_places(*, actor: Actor) -> list[tuple[Programme, Party]]:
    """In which programme, and for which party, the person may raise obstacles."""
    parties = actor.parties_with(Permission.OBSTACLE_RAISE)
    found = Programme.objects.visible_to(actor).filter(participants__party_id__in=parties,
                                                       participants__left_on__isnull=True)  # fmt: skip
    named = {party.pk: party for party in Party.objects.filter(pk__in=parties)}
    rows = found.values_list("pk", "participants__party_id").distinct()
    by_pk = {one.pk: one for one in found.select_related("lead")}
    return [(by_pk[programme], named[party]) for programme, party in rows if party in named]


def topics(*, actor: Actor, with_retired: bool = False) -> list[ObstacleTopic]:
    """The topics of the departments whose programmes the reader knows."""
    leads = Programme.objects.visible_to(actor).values("lead_id")
    found = ObstacleTopic.objects.filter(Q(regulator_id__in=leads) | Q(regulator_id__in=actor.regulator_ids))
    return list(found if with_retired else found.filter(retired_at__isnull=True))


def party_choices(*, actor: Actor) -> Choices:
    """The enterprises whose obstacles the reader may see; names of parties are known to all."""
    raised = Obstacle.objects.visible_to(actor).order_by().values("party_id").distinct()
    return [(str(party.pk), party.short_name) for party in Party.objects.filter(pk__in=raised)]


def owner_choices(*, actor: Actor) -> Choices:
    """The officers who may deal with obstacles, for the department alone."""
    desks = actor.parties_with(Permission.OBSTACLE_HANDLE)
    people = people_of(desks, Permission.OBSTACLE_HANDLE, actor.today) if desks else []
    return sorted(((str(one.pk), one.full_name) for one in people), key=lambda pair: pair[1])


def owner(*, actor: Actor, pk: str) -> User | None:
    """The officer of that identifier, of those that may deal with obstacles; None where nobody is meant."""
    able = {key for key, _name in owner_choices(actor=actor)}
    return User.objects.filter(pk=pk).first() if pk in able else None


def state_choices(*, actor: Actor) -> Choices:
    """The states, for a select box; "merged" is for one's own duplicates."""
    return [(value, str(label)) for value, label in ObstacleState.choices] if actor.seats else []
