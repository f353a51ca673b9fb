"""How long answers take, and what comes again and again; each reader's own sight, the department's for all."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import AWAITED, Obstacle, ObstacleForward, ObstacleState

RECURRING = 2  # of one topic at one place, from which on it is no accident


@dataclass(frozen=True, slots=True)
class Group:
    """Obstacles of one kind: how many, how many wait, how long the rest took."""

    name: str
    raised: int
    waiting: int
    late: int
    answered: int
    solved: int
    reopened: int
    answer_days: float | None  # median days from raising to the answer
    solve_days: float | None

    @property
    def solved_share(self) -> float | None:
        """Of all raised."""
        return self.solved / self.raised if self.raised else None


@dataclass(frozen=True, slots=True)
class Asked:
    """One body that was asked."""

    body: str
    asked: int
    answered: int
    waiting: int
    days: float | None  # median days to its answer


@dataclass(frozen=True, slots=True)
class Recurring:
    """A topic that comes again at one place."""

    topic: str
    place: str
    obstacles: int
    parties: int
    waiting: int
    last_on: dt.date


@dataclass(frozen=True, slots=True)
class Statistics:
    """All of it."""

    whole: Group
    months: list[tuple[str, int, int]]  # month, raised, solved
    by_topic: list[Group] = field(default_factory=list)
    by_party: list[Group] = field(default_factory=list)
    by_owner: list[Group] = field(default_factory=list)
    bodies: list[Asked] = field(default_factory=list)
    systemic: list[Recurring] = field(default_factory=list)


Fact = dict[str, Any]


def years(*, actor: Actor) -> list[int]:
    """The years in which something was raised, the newest first."""
    found = _counted(actor).order_by("-raised_at").values_list("raised_at__year", flat=True).distinct()
    return sorted(set(found), reverse=True)


def _counted(actor: Actor) -> Any:
    """What counts: the department counts all that it leads, an enterprise its own alone, open ones of others not."""
    if actor.regulator_ids:
        found = Obstacle.objects.filter(programme__lead_id__in=actor.regulator_ids)
    else:
        found = Obstacle.objects.filter(party_id__in=actor.party_ids)
    return found.exclude(state=ObstacleState.WITHDRAWN)


def statistics(*, actor: Actor, year: int | None = None) -> Statistics:
    """The figures of one year, or of all; three queries.

    The department sees enterprises, officers and bodies beside each other; an enterprise its own topics and places.
    """
    found = _counted(actor)
    if year is not None:
        found = found.filter(raised_at__year=year)
    facts: list[Fact] = list(
        found.values(
            "pk", "raised_at", "answered_at", "solved_at", "state", "due_on", "reopened", "party_id",

            "topic__name", "party__short_name", "owner__full_name", "unit__name", "place",
        )
    )  # fmt: skip
    leads = bool(actor.regulator_ids)
    today = actor.today
    return Statistics(
        whole=_group(_("Tất cả"), facts, today),
        months=_months(facts),
        by_topic=_by(facts, lambda fact: fact["topic__name"] or _("Chưa phân loại"), today),
        by_party=_by(facts, lambda fact: fact["party__short_name"], today) if leads else [],
        by_owner=_by(facts, lambda fact: fact["owner__full_name"] or _("Chưa giao"), today) if leads else [],
        bodies=_bodies(actor, year) if leads else [],
        systemic=_systemic(facts),
    )


def _days(first: dt.datetime, last: dt.datetime | None) -> float | None:
    return None if last is None else max(0.0, (last - first).total_seconds() / 86_400)


def _middle(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(median(known), 1) if known else None


def _group(name: str, facts: list[Fact], today: dt.date) -> Group:
    waiting = [fact for fact in facts if fact["state"] in AWAITED]
    return Group(
        name=name,
        raised=len(facts),
        waiting=len(waiting),
        late=sum(1 for fact in waiting if fact["due_on"] and fact["due_on"] < today),
        answered=sum(1 for fact in facts if fact["answered_at"] is not None),
        solved=sum(1 for fact in facts if fact["state"] == ObstacleState.SOLVED),
        reopened=sum(1 for fact in facts if fact["reopened"]),
        answer_days=_middle(_days(fact["raised_at"], fact["answered_at"]) for fact in facts),
        solve_days=_middle(_days(fact["raised_at"], fact["solved_at"]) for fact in facts),
    )


def _by(facts: list[Fact], of: Callable[[Fact], str], today: dt.date) -> list[Group]:
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[of(fact)].append(fact)
    made = [_group(name, rows, today) for name, rows in groups.items()]
    return sorted(made, key=lambda group: (-group.raised, group.name))


def _months(facts: list[Fact]) -> list[tuple[str, int, int]]:
    raised = Counter(timezone.localtime(fact["raised_at"]).strftime("%Y-%m") for fact in facts)
    solved = Counter(timezone.localtime(fact["solved_at"]).strftime("%Y-%m") for fact in facts if fact["solved_at"])
    return [(f"{month[5:]}/{month[:4]}", raised[month], solved[month]) for month in sorted({*raised, *solved})]


def _bodies(actor: Actor, year: int | None) -> list[Asked]:
    found = ObstacleForward.objects.filter(obstacle__programme__lead_id__in=actor.regulator_ids, recalled_at=None)
    if year is not None:
        found = found.filter(obstacle__raised_at__year=year)
    groups: dict[str, list[tuple[dt.datetime, dt.datetime | None]]] = defaultdict(list)
    for body, sent_at, answered_at in found.values_list("body", "sent_at", "answered_at"):
        groups[body].append((sent_at, answered_at))
    made = [
        Asked(
            body, len(rows), sum(1 for _sent, answered in rows if answered),
            sum(1 for _sent, answered in rows if answered is None),
            _middle(_days(sent, answered) for sent, answered in rows),
        )
        for body, rows in groups.items()
    ]  # fmt: skip
    return sorted(made, key=lambda one: (-one.asked, one.body))


def _systemic(facts: list[Fact]) -> list[Recurring]:
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        place = fact["unit__name"] or fact["place"]
        if fact["topic__name"] and place:
            groups[(fact["topic__name"], place)].append(fact)
    made = [
        Recurring(
            topic, place, len(rows), len({fact["party_id"] for fact in rows}),
            sum(1 for fact in rows if fact["state"] in AWAITED),
            timezone.localtime(max(fact["raised_at"] for fact in rows)).date(),
        )
        for (topic, place), rows in groups.items()
        if len(rows) >= RECURRING
    ]  # fmt: skip
    return sorted(made, key=lambda one: (-one.obstacles, one.topic, one.place))[:20]
