"""The officer's hand on the agenda: add, change, take off, move."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused, Stale
from phoihop.clauses.briefings.agenda.keeping import locked, places, put_last, told_anew
from phoihop.clauses.briefings.models import AgendaItem, Briefing, TopicStatus

MOST_MINUTES = 480


def _lead(briefing: Briefing) -> UUID:
    return briefing.activity.programme.lead_id


def check_minutes(minutes: int) -> None:
    """Refuse a topic of no time, or of more than a day.

    :raises Refused: it is not between 1 and 480 minutes
    """
    if not 1 <= minutes <= MOST_MINUTES:
        raise Refused(_("Số phút của một nội dung phải từ 1 đến 480."), field="minutes")


def add_item(
    *, actor: Actor, briefing: Briefing, title: str, minutes: int, text: str = "", presenter: str = ""
) -> AgendaItem:
    """Add a topic; before the private talks and what follows them."""
    require(actor, Permission.BRIEFING_RUN, party=_lead(briefing))
    check_minutes(minutes)
    with transaction.atomic():
        now = locked(briefing)
        item = AgendaItem.objects.create(
            briefing=now, title=title.strip()[:200], minutes=minutes, text=text, presenter=presenter
        )
        put_last(now, item)
        told_anew(now)
        audit.record(actor, "briefings.agenda.added", item, party=_lead(now))
    return item


def edit_item(
    *, actor: Actor, item: AgendaItem, title: str, minutes: int, text: str = "", presenter: str = ""
) -> AgendaItem:
    """Change words, minutes, presenter."""
    require(actor, Permission.BRIEFING_RUN, party=_lead(item.briefing))
    check_minutes(minutes)
    values = {"title": title.strip()[:200], "minutes": minutes, "text": text, "presenter": presenter}
    before = {name: getattr(item, name) for name in values if getattr(item, name) != values[name]}
    if not before:
        return item
    with transaction.atomic():
        now = locked(item.briefing)
        if not AgendaItem.objects.filter(pk=item.pk, status=item.status).update(**values):
            raise Stale
        told_anew(now)
        item.refresh_from_db()
        after = {name: values[name] for name in before}
        audit.record(actor, "briefings.agenda.edited", item, party=_lead(now), before=before, after=after)
    return item


def remove_item(*, actor: Actor, item: AgendaItem) -> None:
    """Take a topic off; a party's proposal waits again for an answer.

    :raises Refused: it is being, or was, discussed
    """
    lead = _lead(item.briefing)
    require(actor, Permission.BRIEFING_RUN, party=lead)
    with transaction.atomic():
        now = locked(item.briefing)
        fresh = now.items.filter(pk=item.pk).first()
        if fresh is None or fresh.status not in (TopicStatus.ACCEPTED, TopicStatus.CARRIED):
            raise Stale
        if fresh.started_at is not None:
            raise Refused(_("Nội dung này đã được bàn nên không bỏ khỏi chương trình được. Có thể chuyển kỳ sau."))
        audit.record(actor, "briefings.agenda.removed", fresh, party=lead)
        if fresh.proposed_by_id and fresh.carried_from_id is None:
            AgendaItem.objects.filter(pk=fresh.pk).update(status=TopicStatus.PROPOSED)
        else:
            fresh.delete()
        places(now)
        told_anew(now)


def move_item(*, actor: Actor, item: AgendaItem, up: bool) -> None:
    """One place up or down; at the edge nothing happens."""
    require(actor, Permission.BRIEFING_RUN, party=_lead(item.briefing))
    with transaction.atomic():
        now = locked(item.briefing)
        items = places(now)
        place = next((place for place, one in enumerate(items) if one.pk == item.pk), None)
        if place is None:
            raise Stale
        other = place - 1 if up else place + 1
        if not 0 <= other < len(items):
            return
        items[place], items[other] = items[other], items[place]
        places(now, items)
        told_anew(now)
        audit.record(actor, "briefings.agenda.reordered", now, party=_lead(now))


def reorder_items(*, actor: Actor, briefing: Briefing, order: Sequence[UUID]) -> None:
    """Put the topics into a new order.

    :raises Stale: the agenda has other topics by now
    """
    require(actor, Permission.BRIEFING_RUN, party=_lead(briefing))
    with transaction.atomic():
        now = locked(briefing)
        items = {item.pk: item for item in now.items.all().on_the_agenda()}
        if len(order) != len(items) or set(order) != set(items):
            raise Stale
        places(now, [items[pk] for pk in order])
        told_anew(now)
        audit.record(actor, "briefings.agenda.reordered", now, party=_lead(now))
