"""What was in the room, written into the minutes: who spoke, what the parties voted, what was carried over."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.clauses.briefings.actions.minutes.writing import Written, add_entry, writable
from phoihop.clauses.briefings.models import Minutes, MinutesEntry, TopicStatus
from phoihop.clauses.briefings.queries.room.record import TopicRecord, room_record
from phoihop.clauses.briefings.queries.room.votes import VoteView


def write_from_room(*, actor: Actor, minutes: Minutes) -> int:
    """Add what the room recorded, topic by topic; what stands in the minutes already is not added again.

    :returns: how many paragraphs were added
    :raises Refused: the room recorded nothing, or everything stands there
    """
    with transaction.atomic():
        row = writable(actor, minutes)
        record = room_record(actor=actor, briefing=row.briefing)
        there: set[tuple[UUID | None, str]] = set(
            MinutesEntry.objects.standing().filter(minutes=row).values_list("item_id", "text")
        )
        added = 0
        with override("vi"):  # minutes are a Vietnamese paper, whoever writes them
            for topic in record.topics:
                for text in _topic(topic):
                    if (topic.item.pk, text) not in there:
                        add_entry(actor=actor, minutes=row, item=topic.item, written=Written(text))
                        added += 1
            for view in record.votes:
                text = _vote(view)
                if not view.is_open and (None, text) not in there:
                    add_entry(actor=actor, minutes=row, item=None, written=Written(text))
                    added += 1
        if not added:
            raise Refused(_("Phòng họp không có gì mới để ghi vào biên bản."))
    return added


def _topic(topic: TopicRecord) -> Iterator[str]:
    if topic.item.private_talk:  # what was said there is for each enterprise alone; the secretary writes it by hand
        return
    if topic.item.presenter and topic.spent_s:
        yield _("%(name)s trình bày.") % {"name": topic.item.presenter}
    if topic.speakers:
        names = "; ".join(dict.fromkeys(f"{one.name} ({one.party.short_name})" for one in topic.speakers))
        yield _("Phát biểu: %(names)s.") % {"names": names}
    yield from (_vote(view) for view in topic.votes if not view.is_open)
    if topic.item.status == TopicStatus.CARRIED:
        yield _("Chưa bàn; chuyển sang kỳ giao ban sau.")


def _vote(view: VoteView) -> str:
    """A closed vote; of one whose counts are withheld only that it was held."""
    told = [f"{line.option.text}: {line.count}" for line in view.options if line.count is not None]
    way = _("Bỏ phiếu kín") if view.vote.secret else _("Biểu quyết")
    return _("%(way)s: %(question)s Kết quả: %(counts)s.") % {
        "way": way, "question": view.vote.question, "counts": ", ".join(told) or _("không công bố"),
    }  # fmt: skip
