"""What happens to obstacles by the clock: late answers are told, questions come back, enterprises are reminded."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.clauses.briefings.actions.obstacles.forwarding import come_back
from phoihop.clauses.briefings.models import AWAITED, Obstacle, ObstacleForward, ObstacleState
from phoihop.clauses.briefings.obstacles import clocks, rows

CLOCK = "Phối Hợp"
REMIND_EVERY_DAYS = 14
log = logging.getLogger(__name__)


def run(*, at: dt.datetime) -> None:
    """Everything once; safe to repeat, and to run by two at the same time."""
    actor = Actor(name=CLOCK, at=at)
    _questions(actor)
    _late(actor)
    _unconfirmed(actor)


@contextmanager
def _alone(what: object) -> Iterator[None]:
    """One row in a transaction of its own: that somebody was quicker there stops nothing elsewhere."""
    try:
        with transaction.atomic():
            yield
    except Refused as refusal:
        log.warning("%s is left for the next tick: %s", what, type(refusal).__name__)


def _questions(actor: Actor) -> None:
    """What another body left unanswered is with the department again."""
    over = ObstacleForward.objects.filter(
        answered_at=None, recalled_at=None, returned_at=None, due_on__lt=actor.today
    ).select_related("obstacle__programme")
    for forward in over:
        with _alone(f"question {forward.pk}"):
            come_back(actor=actor, forward=forward)


def _late(actor: Actor) -> None:
    """The whole desk of the department learns of an answer that is late, once a deadline."""
    late = Obstacle.objects.filter(state__in=AWAITED, due_on__lt=actor.today, escalated_at=None, merged_into=None)
    for found in late.select_related("programme"):
        with _alone(f"obstacle {found.pk}"):
            row = rows.locked(found)
            if row.escalated_at is None and row.state in AWAITED and row.due_on and row.due_on < actor.today:
                event = rows.advance(actor, row, "escalated", by=None, internal=True, escalated_at=actor.at)
                rows.tell_department(actor, row, "escalated", key=event.pk)


def _unconfirmed(actor: Actor) -> None:
    """The enterprise is asked again, and again; silence never closes anything."""
    waiting = Obstacle.objects.filter(state=ObstacleState.ANSWERED, answered_at__lt=actor.at)
    for row in waiting.select_related("programme", "party"):
        if row.answered_at is None:
            continue
        days = (actor.today - row.answered_at.date()).days - clocks.CONFIRM_DAYS
        if days >= 0:
            turn = days // REMIND_EVERY_DAYS
            rows.tell_raiser(actor, row, "unconfirmed", key=f"{row.pk}:{row.reopened}:{turn}")
