"""The history and one's jobs, for pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.db.models import Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.base.events import label_of
from phoihop.base.models import AuditEntry, Job

ROW_HISTORY = 50


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry with the name of its event."""

    entry: AuditEntry
    label: str

    @property
    def at(self) -> dt.datetime:
        """When."""
        return self.entry.at

    @property
    def user_name(self) -> str:
        """Who."""
        return self.entry.user_name


def history(
    *, actor: Actor, text: str = "", event: str = "", party: UUID | None = None, since: dt.date | None = None,
    until: dt.date | None = None,
) -> QuerySet[AuditEntry]:  # fmt: skip
    """The entries that the reader may audit, newest first."""
    found = AuditEntry.objects.visible_to(actor)
    for word in text.split():
        found = found.filter(Q(object_text__icontains=word) | Q(user_name__icontains=word) | Q(event__icontains=word))
    if event:
        found = found.filter(event=event)
    if party:
        found = found.filter(party_id=party)
    if since:
        found = found.filter(at__date__gte=since)
    if until:
        found = found.filter(at__date__lte=until)
    return found.order_by("-seq")


def visible_entry(*, actor: Actor, seq: int) -> AuditEntry:
    """One entry.

    :raises NotVisible: no such entry for this person
    """
    found = AuditEntry.objects.visible_to(actor).filter(seq=seq).first()
    if found is None:
        raise NotVisible
    return found


def history_of(*, actor: Actor, row: models.Model) -> list[HistoryLine]:
    """What happened to one row: for whoever audits it, and what one's own parties did to it."""
    audited = actor.parties_with(Permission.HISTORY_READ)
    shown = Q(lead_id__in=audited) | Q(party_id__in=actor.party_ids)
    found = AuditEntry.objects.filter(shown, object_label=row._meta.label_lower, object_id=str(row.pk))
    return [HistoryLine(entry, label_of(entry.event)) for entry in found.order_by("-seq")[:ROW_HISTORY]]


def event_choices(*, actor: Actor) -> list[tuple[str, str]]:
    """The events that occur in what the reader may audit, by name."""
    codes = AuditEntry.objects.visible_to(actor).order_by().values_list("event", flat=True).distinct()
    return sorted(((code, label_of(code)) for code in codes), key=lambda pair: pair[1])


def jobs(*, actor: Actor) -> QuerySet[Job]:
    """One's jobs; the keeper sees all."""
    return Job.objects.visible_to(actor).order_by("-created_at")
