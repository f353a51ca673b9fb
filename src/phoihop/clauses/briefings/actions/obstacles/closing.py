"""The enterprise says whether an answer solved it; nothing is ever closed by the clock."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.clauses.briefings.models import Obstacle, ObstacleState
from phoihop.clauses.briefings.obstacles import clocks, rows


def confirm(*, actor: Actor, obstacle: Obstacle, note: str = "") -> Obstacle:
    """Say that it is solved.

    :raises NotAllowed: the actor does not act for the enterprise that raised it
    :raises WrongState: it is not answered
    """
    rows.require_raiser(actor, obstacle)
    with transaction.atomic():
        row = rows.locked(obstacle)
        event = rows.advance(
            actor, row, "confirmed", to=ObstacleState.SOLVED, by=row.party_id, note=note, solved_at=actor.at
        )
        rows.tell_department(actor, row, "confirmed", key=event.pk)
    return row


def reopen(*, actor: Actor, obstacle: Obstacle, reason: str) -> Obstacle:
    """Say that it is not solved; the department answers anew, and this one alone.

    :raises NotAllowed: the actor does not act for the enterprise that raised it
    :raises Refused: there is no reason, or it is not answered
    """
    rows.require_raiser(actor, obstacle)
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do mở lại."), field="reason")
    with transaction.atomic():
        row = rows.locked(obstacle)
        rows.require_state(row, ObstacleState.ANSWERED, ObstacleState.SOLVED)
        due_on = clocks.answer_due(actor=actor, lead_id=row.programme.lead_id, raised_on=actor.today, topic=row.topic)
        event = rows.advance(
            actor, row, "reopened", to=ObstacleState.WORKING, by=row.party_id, note=reason.strip(), merged_into=None,
            due_on=due_on, escalated_at=None, solved_at=None, reopened=F("reopened") + 1,
        )  # fmt: skip
        row.refresh_from_db(fields=["reopened"])
        rows.tell_department(actor, row, "reopened", key=event.pk)
    return row
