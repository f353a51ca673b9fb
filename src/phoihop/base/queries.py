"""The history and one's jobs, for pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.db.models import Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.base.events import all_labels, label_of
from phoihop.base.models import AuditEntry, Job
from phoihop.base.naming import party_names
from phoihop.cores.viet import fold, person_sort_key, sort_key

ROW_HISTORY = 50
Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry with the names of its event and its party."""

    entry: AuditEntry
    label: str
    party: str = ""
    readable: bool = True  # whether the reader may open the entry itself

    @property
    def at(self) -> dt.datetime:
        """When."""
        return self.entry.at

    @property
    def user_name(self) -> str:
        """Who."""
        return self.entry.user_name


def history(
    *, actor: Actor, text: str = "", event: str = "", party: UUID | None = None, person: UUID | None = None,
    row: str = "", since: dt.date | None = None, until: dt.date | None = None,
) -> QuerySet[AuditEntry]:  # fmt: skip
    """The entries that the reader may audit, newest first.

    :param text: words, with or without diacritics, of the person, the object or the event's name
    :param row: the identifier of the row that the entries are about
    """
    found = AuditEntry.objects.visible_to(actor)
    labels = {code: fold(str(label)) for code, label in all_labels().items()}
    for word in fold(text).split():
        events = [code for code, label in labels.items() if word in label]
        found = found.filter(Q(folded__contains=word) | Q(event__contains=word) | Q(event__in=events))
    exact = {"event": event, "party_id": party, "user_id": person, "object_id": row, "at__date__gte": since,
             "at__date__lte": until}  # fmt: skip
    return found.filter(**{name: value for name, value in exact.items() if value}).order_by("-seq")


def history_lines(*, actor: Actor, entries: list[AuditEntry]) -> list[HistoryLine]:
    """The entries of a page with the names that belong to them."""
    names = party_names(actor)
    return [
        HistoryLine(entry, label_of(entry.event), names.get(entry.party_id, "") if entry.party_id else "")
        for entry in entries
    ]


def visible_entry(*, actor: Actor, seq: int) -> HistoryLine:
    """One entry.

    :raises NotVisible: no such entry for this person
    """
    found = AuditEntry.objects.visible_to(actor).filter(seq=seq).first()
    if found is None:
        raise NotVisible
    return history_lines(actor=actor, entries=[found])[0]


def history_of(*, actor: Actor, row: models.Model) -> list[HistoryLine]:
    """What happened to one row: for whoever audits it, and what one's own parties did to it."""
    audited = actor.parties_with(Permission.HISTORY_READ)
    shown = Q(lead_id__in=audited) | Q(party_id__in=actor.party_ids)
    found = AuditEntry.objects.filter(shown, object_label=row._meta.label_lower, object_id=str(row.pk))
    return [
        HistoryLine(entry, label_of(entry.event), readable=entry.lead_id in audited or entry.party_id in audited)
        for entry in found.order_by("-seq")[:ROW_HISTORY]
    ]


def event_choices(*, actor: Actor) -> Choices:
    """The events that occur in what the reader may audit, by name."""
    codes = AuditEntry.objects.visible_to(actor).order_by().values_list("event", flat=True).distinct()
    return sorted(((code, label_of(code)) for code in codes), key=lambda pair: sort_key(pair[1]))


def person_choices(*, actor: Actor) -> Choices:
    """The people who did what the reader may audit; the latest name of each."""
    found = AuditEntry.objects.visible_to(actor).exclude(user_id=None).order_by()
    names = {str(pk): name for pk, name in found.values_list("user_id", "user_name").distinct()}
    return sorted(names.items(), key=lambda pair: person_sort_key(pair[1]))


def party_choices(*, actor: Actor) -> Choices:
    """The parties that the reader may see."""
    return sorted(((str(pk), name) for pk, name in party_names(actor).items()), key=lambda pair: sort_key(pair[1]))


def jobs(*, actor: Actor) -> QuerySet[Job]:
    """One's jobs; the keeper sees all."""
    return Job.objects.visible_to(actor).order_by("-created_at")
