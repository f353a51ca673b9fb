"""What is due about obstacles: answers of the department, words of enterprises, answers of guests."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import AWAITED, Obstacle, ObstacleForward, ObstacleState
from phoihop.clauses.briefings.obstacles import clocks
from phoihop.clauses.briefings.obstacles.rows import address, asked_address
from phoihop.cores.viet import add_working_days
from phoihop.notices.sources import Due


def obstacle_dues(actor: Actor) -> Iterator[Due]:
    """Two queries. Nobody sees what another enterprise waits for, be it open to all or not."""
    if not actor.seats:
        return
    mine = Q(party_id__in=actor.party_ids) | Q(programme__lead_id__in=actor.party_ids)
    states = (*AWAITED, ObstacleState.ANSWERED)
    rows = Obstacle.objects.filter(mine, state__in=states).once(actor).select_related("programme")
    for row in rows:
        yield _confirmation(row) if row.state == ObstacleState.ANSWERED else _answer(row)
    yield from _questions(actor)


def _answer(row: Obstacle) -> Due:
    return Due(
        key=f"briefings.obstacle.answer:{row.pk}", title=_("Trả lời vướng mắc: %(title)s") % {"title": row.title},
        url=address(row), party_id=row.programme.lead_id, owed_to_id=row.party_id, due_on=row.due_on,
        source=_("Vướng mắc"), icon="flag", user_id=row.owner_id,
    )  # fmt: skip


def _confirmation(row: Obstacle) -> Due:
    day = row.answered_at.date() if row.answered_at else None
    return Due(
        key=f"briefings.obstacle.confirm:{row.pk}:{row.reopened}", url=address(row), party_id=row.party_id,
        title=_("Xác nhận kết quả tháo gỡ: %(title)s") % {"title": row.title}, owed_to_id=row.programme.lead_id,
        due_on=add_working_days(day, clocks.CONFIRM_DAYS) if day else None, source=_("Vướng mắc"), icon="circle-check",
    )  # fmt: skip


def _questions(actor: Actor) -> Iterator[Due]:
    asked = Q(guest_id__in=actor.party_ids) | Q(obstacle__programme__lead_id__in=actor.party_ids)
    found = ObstacleForward.objects.filter(
        asked, guest__isnull=False, answered_at=None, recalled_at=None, returned_at=None
    )
    for one in found.select_related("obstacle__programme"):
        if one.guest_id is not None:
            yield Due(
                key=f"briefings.obstacle.asked:{one.pk}", title=_("Cho ý kiến theo đề nghị của Sở"),
                url=asked_address(one) if one.guest_id in actor.party_ids else address(one.obstacle),
                party_id=one.guest_id, owed_to_id=one.obstacle.programme.lead_id, due_on=one.due_on,
                source=_("Vướng mắc"), icon="mail-question",
            )  # fmt: skip
