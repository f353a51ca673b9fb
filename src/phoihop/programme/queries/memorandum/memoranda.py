"""Memoranda, their clauses and parties, as far as a person may see them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.programme.models import Clause, Memorandum, MemorandumParty, Revision


@dataclass(frozen=True, slots=True)
class MemorandumLine:
    """A memorandum in a list; a party reads title and term as they were last circulated."""

    memorandum: Memorandum
    title: str
    starts_on: dt.date
    ends_on: dt.date


def memoranda(*, actor: Actor, programme: UUID) -> list[MemorandumLine]:
    """The memoranda of a programme, newest term first; two queries."""
    known = Memorandum.objects.visible_to(actor).filter(programme_id=programme)
    found = list(known.select_related("programme").order_by("-starts_on"))
    rows = Revision.objects.visible_to(actor).filter(memorandum__in=found).circulated().order_by("number")
    facts = ("memorandum_id", "content__title", "content__starts_on", "content__ends_on")
    sent = {pk: tuple(rest) for pk, *rest in rows.values_list(*facts)}
    return [_line(actor, row, sent.get(row.pk)) for row in found]


def _line(actor: Actor, row: Memorandum, sent: tuple[str, ...] | None) -> MemorandumLine:
    if row.programme.lead_id in actor.party_ids or sent is None:
        return MemorandumLine(row, row.title, row.starts_on, row.ends_on)
    title, starts_on, ends_on = sent
    return MemorandumLine(row, title, dt.date.fromisoformat(starts_on), dt.date.fromisoformat(ends_on))


def visible_memorandum(*, actor: Actor, pk: UUID) -> Memorandum:
    """One memorandum with its clauses and parties in order. What a party may read of it, :func:`reading` says.

    :raises NotVisible: no such memorandum for this person
    """
    parties = MemorandumParty.objects.select_related("party").order_by("order")
    found = (
        Memorandum.objects.visible_to(actor)
        .select_related("programme__lead", "paper__pdf", "paper__docx", "paper__signed_file", "renewed_from")
        .prefetch_related(
            Prefetch("clauses", Clause.objects.order_by("order")), Prefetch("parties", parties), "renewals"
        )
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def written_memorandum(*, actor: Actor, pk: UUID) -> Memorandum:
    """The same for those who write it.

    :raises NotVisible: the person does not write for its lead
    """
    found = visible_memorandum(actor=actor, pk=pk)
    if not actor.may(Permission.MEMORANDUM_WRITE, found.programme.lead_id):
        raise NotVisible
    return found


def visible_clause(*, actor: Actor, pk: UUID) -> Clause:
    """One clause of the working text, for those who write it.

    :raises NotVisible: somebody else's, or none
    """
    leads = actor.parties_with(Permission.MEMORANDUM_WRITE)
    found = Clause.objects.filter(pk=pk, memorandum__programme__lead_id__in=leads)
    clause = found.select_related("memorandum__programme__lead").first()
    if clause is None:
        raise NotVisible
    return clause


def visible_seat(*, actor: Actor, pk: UUID) -> MemorandumParty:
    """One party of a memorandum, for those who write it.

    :raises NotVisible: somebody else's, or none
    """
    leads = actor.parties_with(Permission.MEMORANDUM_WRITE)
    found = MemorandumParty.objects.filter(pk=pk, memorandum__programme__lead_id__in=leads)
    seat = found.select_related("memorandum__programme__lead", "party").first()
    if seat is None:
        raise NotVisible
    return seat
