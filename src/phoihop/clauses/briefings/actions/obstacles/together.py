"""Duplicates are dealt with together, and no enterprise learns from it that a rival's confidential one exists.

Obstacles of several parties keep their own rows: each takes the states of the one that stands for all, and its
answer in words of its own. Nothing of the row says so to its readers. Only a party's own duplicate ends as merged, for
there the party may read what it was merged into.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.clauses.briefings.models import AWAITED, ENDED, Audience, Obstacle, ObstacleState
from phoihop.clauses.briefings.obstacles import rows

if TYPE_CHECKING:
    from phoihop.clauses.briefings.models.obstacles import ObstacleQuerySet


def along(obstacle: Obstacle) -> ObstacleQuerySet:
    """What goes along with an obstacle and still waits."""
    found = Obstacle.objects.filter(merged_into=obstacle, state__in=AWAITED)
    return found.select_related("programme", "party", "unit")


def carry(actor: Actor, obstacle: Obstacle, code: str, *, to: str) -> None:
    """Let whatever goes along take the same state, without a word of why."""
    for other in along(obstacle).exclude(state=to):
        event = rows.advance(actor, other, code, to=to, by=None)
        if code in ("taken", "forwarded"):
            rows.tell_raiser(actor, other, code, key=event.pk)


def may_end(source: Obstacle, into: Obstacle) -> bool:
    """Whether all who read the one may read the other, so that the one can say where it went."""
    return source.party_id == into.party_id and (
        source.audience == Audience.DEPARTMENT or into.audience == Audience.ALL
    )


def merge(*, actor: Actor, obstacle: Obstacle, into: Obstacle) -> Obstacle:
    """Deal with an obstacle together with another of the same programme.

    :param into: the one that stands for both; where it goes along with a third, that third
    :raises NotAllowed: the actor does not deal with the department's obstacles
    :raises Refused: they are the same, or one of them is answered or ended
    """
    require(actor, Permission.OBSTACLE_HANDLE, party=obstacle.programme.lead_id)
    if into.programme_id != obstacle.programme_id:
        raise NotVisible
    with transaction.atomic():
        row, head = rows.locked(obstacle), rows.locked(into.merged_into or into)
        if row.pk == head.pk:
            raise Refused(_("Không gộp một vướng mắc vào chính nó. Hãy chọn vướng mắc khác."), field="into")
        rows.require_state(row, *AWAITED)
        if head.state not in AWAITED:
            raise Refused(_("Vướng mắc được chọn đã trả lời hoặc đã kết thúc. Hãy chọn vướng mắc khác."), field="into")
        _refuse_forwarded(row)
        Obstacle.objects.filter(merged_into=row, state__in=AWAITED).update(merged_into=head)
        if may_end(row, head):
            rows.advance(actor, row, "merged", to=ObstacleState.MERGED, by=None, merged_into=head)
        else:
            rows.set_values(row, merged_into=head, changed_at=actor.at)
            after = {"into": str(head.pk)}
            audit.record(actor, "briefings.obstacle.merged", row, party=row.programme.lead_id, after=after)
            rows.note_event(actor, row, "merged", internal=True)
            if row.state != head.state and head.state != ObstacleState.RAISED:
                code = "forwarded" if head.state == ObstacleState.FORWARDED else "taken"
                event = rows.advance(actor, row, code, to=head.state, by=None)
                rows.tell_raiser(actor, row, code, key=event.pk)
        rows.note_event(actor, head, "joined", internal=True)
    return row


def _refuse_forwarded(row: Obstacle) -> None:
    if row.state == ObstacleState.FORWARDED and row.merged_into_id is None:
        raise Refused(_("Vướng mắc này đang ở cơ quan khác. Hãy rút lại nội dung đã chuyển rồi mới gộp."))


def split(*, actor: Actor, obstacle: Obstacle) -> Obstacle:
    """Deal with an obstacle alone again.

    :raises NotAllowed: the actor does not deal with the department's obstacles
    """
    require(actor, Permission.OBSTACLE_HANDLE, party=obstacle.programme.lead_id)
    with transaction.atomic():
        row = rows.locked(obstacle)
        if row.merged_into_id is None or row.state in ENDED:
            raise Refused(_("Vướng mắc này không còn được xử lý chung. Hãy tải lại trang."))
        to = ObstacleState.WORKING if row.state == ObstacleState.FORWARDED else ""
        rows.advance(actor, row, "split", to=to, by=None, internal=True, merged_into=None)
    return row
