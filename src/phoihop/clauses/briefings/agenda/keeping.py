"""Changing an agenda: one at a time, its places in a row, its words beside the activity."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F
from django.utils.translation import gettext as _

from phoihop.base.errors import Refused
from phoihop.clauses.briefings.agenda.lines import in_order, told_to_all
from phoihop.clauses.briefings.models import AgendaItem, Briefing, BriefingStatus
from phoihop.programme.models import Activity, ActivityStatus

BEFORE = (BriefingStatus.PREPARING, BriefingStatus.INVITED)
OPEN = (*BEFORE, BriefingStatus.RUNNING)


def locked(briefing: Briefing, *, states: Sequence[str] = OPEN) -> Briefing:
    """The briefing as it is now, kept from others until the end of the transaction.

    :raises Refused: it has gone too far for a change, or does not take place
    """
    found = Briefing.objects.select_for_update(of=("self",)).select_related("activity__programme__lead")
    now = found.get(pk=briefing.pk)
    if now.activity.status in (ActivityStatus.CANCELLED, ActivityStatus.POSTPONED):
        raise Refused(_("Hoạt động đã hoãn hoặc hủy. Hãy mở lại hoạt động rồi làm tiếp."))
    if now.status not in states:
        raise Refused(_("Kỳ giao ban đã qua bước này nên chương trình không sửa được nữa. Hãy tải lại trang."))
    return now


def places(briefing: Briefing, order: Sequence[AgendaItem] | None = None) -> list[AgendaItem]:
    """Put the topics on the agenda one behind the other; in ``order`` where one is given."""
    items = list(order if order is not None else briefing.items.all().on_the_agenda())
    moved = [item for place, item in enumerate(items) if item.position != place]
    for place, item in enumerate(items):
        item.position = place
    AgendaItem.objects.bulk_update(moved, ["position"])
    return items


def put_last(briefing: Briefing, item: AgendaItem) -> None:
    """At the end, but before the private talks and what follows them."""
    items = [one for one in briefing.items.all().on_the_agenda() if one.pk != item.pk]
    private = next((place for place, one in enumerate(items) if one.private_talk), len(items))
    places(briefing, [*items[:private], item, *items[private:]])


def told_anew(briefing: Briefing) -> None:
    """Write the agenda's words where invitations and calendars read them, and let the room look again."""
    agenda = in_order(briefing, told_to_all(briefing))
    words = "\n".join(f"{line.number}. {line.item.title} ({line.item.minutes} phút)" for line in agenda.lines)
    Activity.objects.filter(pk=briefing.activity_id).update(agenda=words)
    Briefing.objects.filter(pk=briefing.pk).update(room_version=F("room_version") + 1)
