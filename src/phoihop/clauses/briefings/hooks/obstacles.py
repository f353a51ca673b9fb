"""What the area of obstacles adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base import files
from phoihop.base.access import Actor
from phoihop.clauses.briefings.obstacles import wording
from phoihop.clauses.briefings.obstacles.counting import obstacle_figures
from phoihop.clauses.briefings.obstacles.dues import obstacle_dues
from phoihop.clauses.briefings.obstacles.passing import open_obstacles, pass_obstacles, take_over_obstacles
from phoihop.clauses.briefings.obstacles.topics import ensure_topics
from phoihop.clauses.briefings.queries.obstacles.detail import file_is_visible
from phoihop.notices.sources import Due
from phoihop.people.handover import register_handover
from phoihop.people.succeeding import register_succession
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

EVENTS: dict[str, Any] = wording.EVENTS


def open_rows(actor: Actor, activity: Activity) -> None:
    """The department has topics to begin with."""
    ensure_topics(activity.programme.lead_id)


def dues(actor: Actor) -> Iterable[Due]:
    """Answers that the department owes, confirmations that enterprises owe, questions to guests."""
    return obstacle_dues(actor)


def figures(actor: Actor, activity: Activity) -> Iterable[Figure]:
    """Raised and solved since the activity before: each party's own, and of those open to all the total."""
    return obstacle_figures(actor, activity)


def documents(actor: Actor, activity: Activity) -> Iterator[Document]:
    """The list, for whoever has a part in it."""
    if actor.seats:
        yield Document(_("Vướng mắc"), reverse("briefings:obstacle_list"), "flag")


def entries(actor: Actor) -> Iterator[Entry]:
    """One page in the navigation."""
    if actor.seats:
        yield Entry(_("Vướng mắc"), reverse("briefings:obstacle_list"), "flag")


def register() -> None:
    """Who opens the files; what a handover lists; what goes to a successor."""
    files.register_guard("briefings.obstaclefile", file_is_visible)
    register_handover("briefings_obstacles", open_obstacles, pass_obstacles)
    register_succession("briefings_obstacles", take_over_obstacles)
