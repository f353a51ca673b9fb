"""What the room asks of whoever runs it: the right, and that nothing has moved on."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import Refused, Stale
from phoihop.clauses.briefings.actions.meeting.door import require_desk
from phoihop.clauses.briefings.models import Briefing, BriefingStatus

__all__ = ["changed", "require_desk", "running"]


class NotRunning(Refused):
    """The meeting has not begun, or is over."""


def running(actor: Actor, briefing: Briefing, *, seen: UUID | None = None, check: bool = False) -> Briefing:
    """The briefing as it is now, kept from others until the end of the transaction.

    :param seen: the topic that the page showed as current
    :param check: whether the page showed one at all: then it must still be the current one
    :raises NotRunning: the meeting is not going on
    :raises Stale: somebody else has gone on to another topic
    """
    found = Briefing.objects.select_for_update(of=("self",)).select_related("activity__programme", "current")
    now = found.get(pk=briefing.pk)
    if now.status != BriefingStatus.RUNNING:
        raise NotRunning(_("Phòng họp chưa mở hoặc đã kết thúc. Hãy tải lại trang."))
    if check and now.current_id != seen:
        raise Stale(_("Người khác vừa chuyển nội dung. Hãy xem nội dung đang bàn rồi bấm lại nếu vẫn cần."))
    return now


def changed(briefing: Briefing, **values: object) -> None:
    """Write to the briefing, and let every screen and phone look again."""
    Briefing.objects.filter(pk=briefing.pk).update(room_version=F("room_version") + 1, **values)
