"""Versions of minutes: kept at each step and by hand, compared, brought back."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.briefings.actions.minutes.writing import writable
from phoihop.clauses.briefings.minuting.content import FIELDS, content_of
from phoihop.clauses.briefings.models import AgendaItem, Minutes, MinutesEntry, MinutesVersion


def keep_version(*, actor: Actor, minutes: Minutes, note: str = "") -> MinutesVersion:
    """Keep the minutes as they stand; one that differs in nothing from the last is that one."""
    lead = minutes.briefing.activity.programme.lead_id
    require(actor, Permission.MINUTES_WRITE, party=lead)
    with transaction.atomic():
        row = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk)
        content = content_of(row, MinutesEntry.objects.standing().filter(minutes=row))
        last = row.versions.first()
        if last is not None and last.content == content:
            return last
        number = (row.versions.aggregate(Max("number"))["number__max"] or 0) + 1
        version = MinutesVersion.objects.create(
            minutes=row, number=number, content=content, made_by_id=actor.user_id, note=note.strip()[:200]
        )
        audit.record(actor, "briefings.minutes.version_kept", row, party=lead, after={"number": number})
    return version


def restore_version(*, actor: Actor, version: MinutesVersion) -> Minutes:
    """Bring a version back; what stands now is kept as a version first.

    :raises Refused: the minutes are final
    """
    with transaction.atomic():
        row = writable(actor, version.minutes)
        keep_version(actor=actor, minutes=row, note=_("Trước khi lấy lại bản %(n)s") % {"n": version.number})
        content = version.content
        Minutes.objects.filter(pk=row.pk).update(chair=content["chair"], secretary=content["secretary"])
        topics = set(AgendaItem.objects.filter(briefing_id=row.briefing_id).values_list("pk", flat=True))
        wanted = {UUID(entry["id"]): entry for entry in content["entries"]}
        there = {entry.pk: entry for entry in MinutesEntry.objects.filter(minutes=row)}
        MinutesEntry.objects.standing().filter(minutes=row).exclude(pk__in=wanted).update(removed_at=actor.at)
        for pk, kept in wanted.items():
            if pk not in there:
                raise Refused(_("Bản này có đoạn không còn trong hệ thống nên không lấy lại được."))
            values = _values(kept, topics)
            MinutesEntry.objects.filter(pk=pk).update(
                removed_at=None, version=there[pk].version + 1, edited_at=actor.at, edited_by_id=actor.user_id, **values
            )
        lead = row.briefing.activity.programme.lead_id
        audit.record(actor, "briefings.minutes.restored", row, party=lead, after={"number": version.number})
    row.refresh_from_db()
    return row


def _values(kept: dict[str, Any], topics: set[UUID]) -> dict[str, Any]:
    values = {name: kept[name] for name in FIELDS}
    values["due_on"] = dt.date.fromisoformat(kept["due_on"]) if kept["due_on"] else None
    item = UUID(kept["item_id"]) if kept["item_id"] else None
    values["item_id"] = item if item in topics else None
    return values
