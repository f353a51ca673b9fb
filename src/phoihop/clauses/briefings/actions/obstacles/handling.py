"""The department sorts, takes on and answers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.clauses.briefings.actions.obstacles.together import along, carry
from phoihop.clauses.briefings.models import AWAITED, Obstacle, ObstacleState, ObstacleTopic
from phoihop.clauses.briefings.obstacles import clocks, rows
from phoihop.notices.actions import people_of
from phoihop.people.models import User


def triage(
    *,
    actor: Actor,
    obstacle: Obstacle,
    topic: ObstacleTopic | None,
    urgency: str,
    owner: User | None,
    due_on: dt.date | None = None,
    note: str = "",
) -> Obstacle:
    """Say what it is about, how urgent it is, who answers and until when.

    :param due_on: reckoned from the day of raising by the topic's working days where none is given
    :param note: for the department alone
    :raises NotAllowed: the actor does not deal with the department's obstacles
    :raises Refused: the owner does not, or the day lies before the day of raising
    """
    require(actor, Permission.OBSTACLE_HANDLE, party=obstacle.programme.lead_id)
    if topic is not None and topic.regulator_id != obstacle.programme.lead_id:
        raise NotVisible
    if owner is not None:
        _check_owner(actor, obstacle, owner)
    raised_on = timezone.localtime(obstacle.raised_at, timezone.get_default_timezone()).date()
    if due_on is not None and due_on < raised_on:
        raise Refused(_("Hạn trả lời phải sau ngày nêu vướng mắc."), field="due_on")
    due_on = due_on or clocks.answer_due(
        actor=actor, lead_id=obstacle.programme.lead_id, raised_on=raised_on, topic=topic
    )
    with transaction.atomic():
        row = rows.locked(obstacle)
        rows.require_state(row, *AWAITED)
        values: dict[str, Any] = {"topic": topic, "urgency": urgency, "owner": owner, "due_on": due_on}
        if row.escalated_at is not None and due_on >= actor.today:
            values["escalated_at"] = None  # a new day, a new clock
        after = {
            "topic": str(topic or ""), "urgency": urgency, "owner": owner.full_name if owner else "", "due_on": due_on,
        }  # fmt: skip
        rows.advance(actor, row, "triaged", by=None, note=note, internal=True, after=after, **values)
        if row.state == ObstacleState.RAISED and owner is not None:
            _take(actor, row)
    return row


def _check_owner(actor: Actor, obstacle: Obstacle, owner: User) -> None:
    able = people_of([obstacle.programme.lead_id], Permission.OBSTACLE_HANDLE, actor.today)
    if owner.pk not in {one.pk for one in able}:
        raise Refused(_("Người này không xử lý vướng mắc của Sở. Hãy chọn người khác."), field="owner")


def take(*, actor: Actor, obstacle: Obstacle) -> Obstacle:
    """Begin to deal with it oneself; what was with another body comes back.

    :raises NotAllowed: the actor does not deal with the department's obstacles
    """
    require(actor, Permission.OBSTACLE_HANDLE, party=obstacle.programme.lead_id)
    with transaction.atomic():
        row = rows.locked(obstacle)
        rows.require_state(row, *AWAITED)
        if row.owner_id is None:
            rows.set_values(row, owner_id=actor.user_id)
        if row.state == ObstacleState.FORWARDED:
            row.forwards.filter(answered_at=None, recalled_at=None, returned_at=None).update(recalled_at=actor.at)
        if row.state != ObstacleState.WORKING:
            _take(actor, row)
    return row


def _take(actor: Actor, row: Obstacle) -> None:
    event = rows.advance(actor, row, "taken", to=ObstacleState.WORKING, by=None)
    rows.tell_raiser(actor, row, "taken", key=event.pk)
    carry(actor, row, "taken", to=ObstacleState.WORKING)


def answer(
    *, actor: Actor, obstacle: Obstacle, answer: str, legal_basis: str = "", answer_others: str = ""
) -> Obstacle:
    """Answer, with what the law says; whatever goes along with it is answered too.

    :param answer_others: what the other parties read whose obstacles go along; never the words for the first by mistake
    :raises NotAllowed: the actor does not deal with the department's obstacles
    :raises Refused: there is no answer, or none for the others
    """
    require(actor, Permission.OBSTACLE_HANDLE, party=obstacle.programme.lead_id)
    if not answer.strip():
        raise Refused(_("Hãy ghi nội dung trả lời."), field="answer")
    with transaction.atomic():
        row = rows.locked(obstacle)
        rows.require_state(row, *AWAITED)
        if row.merged_into_id is not None:
            raise Refused(_("Vướng mắc này được xử lý chung. Hãy trả lời ở vướng mắc chính, hoặc tách ra trước."))
        if not answer_others.strip() and along(row).exclude(party_id=row.party_id).exists():
            raise Refused(
                _("Có vướng mắc của đơn vị khác được xử lý chung. Hãy ghi nội dung trả lời cho các đơn vị đó."),
                field="answer_others",
            )
        _answer(actor, row, answer.strip(), legal_basis.strip())
        for other in along(row):
            text = answer.strip() if other.party_id == row.party_id else answer_others.strip()
            _answer(actor, other, text, legal_basis.strip())
    return row


def _answer(actor: Actor, row: Obstacle, text: str, legal_basis: str) -> None:
    if row.state == ObstacleState.FORWARDED:  # answered without waiting any longer
        row.forwards.filter(answered_at=None, recalled_at=None, returned_at=None).update(recalled_at=actor.at)
    event = rows.advance(
        actor, row, "answered", to=ObstacleState.ANSWERED, by=None, answer=text, legal_basis=legal_basis,
        answered_at=actor.at, owner_id=row.owner_id or actor.user_id,
    )  # fmt: skip
    rows.index(row)
    rows.tell_raiser(actor, row, "answered", key=event.pk)
    rows.tell_all(actor, row, "answered_all", key=event.pk, only=list(row.followers.values_list("party_id", flat=True)))
