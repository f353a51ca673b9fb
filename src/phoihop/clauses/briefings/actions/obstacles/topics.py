"""The department's list of what obstacles are about."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.briefings.models import ObstacleTopic
from phoihop.clauses.briefings.obstacles.topics import ensure_topics
from phoihop.people.models import Party


def save_topic(
    *,
    actor: Actor,
    regulator: Party,
    name: str,
    answer_days: int,
    position: int = 0,
    topic: ObstacleTopic | None = None,
) -> ObstacleTopic:
    """Add a topic, or change one; days count for obstacles that are sorted from now on.

    :raises NotAllowed: the actor does not deal with the department's obstacles
    :raises Refused: the name is taken, or it gives no time to answer
    """
    require(actor, Permission.OBSTACLE_HANDLE, party=regulator)
    if not 1 <= answer_days <= 250:
        raise Refused(_("Hạn trả lời từ 1 đến 250 ngày làm việc."), field="answer_days")
    row = topic or ObstacleTopic(regulator=regulator)
    before = {} if topic is None else {"name": row.name, "answer_days": row.answer_days}
    row.name, row.answer_days, row.position = name.strip(), answer_days, position
    try:
        with transaction.atomic():
            row.save()
            after = {"name": row.name, "answer_days": row.answer_days}
            audit.record(actor, "briefings.topic.saved", row, party=regulator, before=before, after=after)
    except IntegrityError as problem:
        raise Refused(_("Đã có nhóm vướng mắc tên này."), field="name") from problem
    return row


def retire_topic(*, actor: Actor, topic: ObstacleTopic, back: bool = False) -> ObstacleTopic:
    """Offer a topic no longer, or again; obstacles keep it.

    :raises NotAllowed: the actor does not deal with the department's obstacles
    """
    require(actor, Permission.OBSTACLE_HANDLE, party=topic.regulator_id)
    with transaction.atomic():
        topic.retired_at = None if back else actor.at
        topic.save(update_fields=["retired_at"])
        audit.record(actor, "briefings.topic.retired", topic, party=topic.regulator_id, after={"retired": not back})
    return topic


def load_samples(*, actor: Actor, regulator: Party) -> int:
    """Begin with the usual topics; returns how many were added.

    :raises NotAllowed: the actor does not deal with the department's obstacles
    """
    require(actor, Permission.OBSTACLE_HANDLE, party=regulator)
    with transaction.atomic():
        made = ensure_topics(regulator.pk)
        audit.record(actor, "briefings.topic.samples_loaded", regulator, party=regulator, after={"topics": made})
    return made
