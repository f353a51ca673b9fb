"""Lists of requests, one request, and how far each has come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.models import CLOSED, RequestStatus, SharingRequest
from phoihop.clauses.towers.sharing.limits import Clock, clocks
from phoihop.people.models import Party
from phoihop.programme.queries.days import holidays

BOARD = (
    RequestStatus.ROUTING, RequestStatus.ASKED, RequestStatus.ACKNOWLEDGED, RequestStatus.SURVEY,
    RequestStatus.OFFERED, RequestStatus.AGREED, RequestStatus.IN_USE,
)  # fmt: skip
ROLES = ("asked", "received", "followed")


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request in a list, with the clock that runs out first."""

    row: SharingRequest
    clock: Clock | None
    asks: bool  # whether the reader's party is the asker
    mine: bool  # whether the reader's party owes the next step

    @property
    def late(self) -> bool:
        """Whether its nearest limit has passed."""
        return self.clock is not None and self.clock.reading.late


def requests(
    *, actor: Actor, role: str = "", status: str = "", text: str = "", open_only: bool = False
) -> QuerySet[SharingRequest]:
    """What the reader may see, newest first; two queries.

    :param role: asked by one's party, received by it, or followed as the department
    :param status: one state
    :param text: part of the reference, or of a party's name
    """
    found = SharingRequest.objects.visible_to(actor).select_related("asker", "owner", "lead", "mast__mast_class")
    if role == "asked":
        found = found.filter(asker_id__in=actor.party_ids)
    elif role == "received":
        found = found.filter(owner_id__in=actor.party_ids)
    elif role == "followed":
        found = found.filter(lead_id__in=actor.regulator_ids)
    if status in RequestStatus.values:
        found = found.filter(status=status)
    if open_only:
        found = found.exclude(status__in=CLOSED)
    if text.strip():
        word = text.strip()
        found = found.filter(
            Q(reference__icontains=word) | Q(asker__short_name__icontains=word) | Q(owner__short_name__icontains=word)
        )
    return found.prefetch_related("pauses").order_by("-asked_at", "pk")


def lines(*, actor: Actor, rows: Iterable[SharingRequest]) -> list[RequestLine]:
    """The requests with their clocks; one query a department."""
    shown = list(rows)
    off = days_off(actor=actor, leads={row.lead_id for row in shown})
    found = []
    for row in shown:
        running = clocks(row, holidays=off[row.lead_id], today=actor.today)
        clock = running[0] if running else None
        mine = any(one.party_id in actor.party_ids for one in running)
        found.append(RequestLine(row, clock, row.asker_id in actor.party_ids, mine))
    return found


def days_off(*, actor: Actor, leads: Iterable[UUID]) -> dict[UUID, frozenset[dt.date]]:
    """The days off that count for requests now, of each department."""
    year = actor.today.year
    return {
        lead: holidays(actor=actor, lead_id=lead, first_year=year - 2, last_year=year + 2)
        for lead in sorted(leads, key=str)
    }


def roles(*, actor: Actor) -> list[str]:
    """Which lists the reader has: an enterprise two, the department one."""
    enterprise = actor.party_ids - actor.regulator_ids
    return [*(("asked", "received") if enterprise else ()), *(("followed",) if actor.regulator_ids else ())]


def board(*, actor: Actor, role: str) -> list[tuple[str, str, list[RequestLine]]]:
    """Every open request by its state: code, name, lines."""
    found = lines(actor=actor, rows=requests(actor=actor, role=role, open_only=True))
    by_state: dict[str, list[RequestLine]] = {code.value: [] for code in BOARD}
    for line in found:
        by_state[line.row.status].append(line)
    return [(code.value, str(code.label), by_state[code.value]) for code in BOARD]


def late(*, actor: Actor) -> list[RequestLine]:
    """The department's open requests whose limit has passed, the latest first."""
    rows = requests(actor=actor, role="followed", open_only=True)
    found = [line for line in lines(actor=actor, rows=rows) if line.late]
    return sorted(found, key=lambda line: line.clock.reading.due_on if line.clock else dt.date.max)


def visible_request(*, actor: Actor, pk: UUID) -> SharingRequest:
    """One request.

    :raises NotVisible: no such request for this person
    """
    found = SharingRequest.objects.visible_to(actor).filter(pk=pk)
    row = (
        found.select_related(
            "asker", "owner", "lead", "mast__mast_class", "mast__site__unit", "paper", "asker_person", "owner_person"
        )
        .prefetch_related("pauses__by", "mediations__asked_by")
        .first()
    )
    if row is None:
        raise NotVisible
    return row


def own_side(*, actor: Actor, request: SharingRequest) -> Party | None:
    """The side that the reader may act for."""
    if actor.may(Permission.SHARING_ASK, request.asker_id):
        return request.asker
    if request.owner is not None and actor.may(Permission.SHARING_ANSWER, request.owner_id):
        return request.owner
    return None


def acting_side(*, actor: Actor, request: SharingRequest) -> Party:
    """The side that the reader acts for.

    :raises NotVisible: the reader only looks on
    """
    side = own_side(actor=actor, request=request)
    if side is None:
        raise NotVisible
    return side


def acting_party(*, actor: Actor, request: SharingRequest) -> Party:
    """The side, or the department, that the reader acts for.

    :raises NotVisible: the reader only looks on
    """
    if actor.may(Permission.SHARING_MEDIATE, request.lead_id):
        return request.lead
    return acting_side(actor=actor, request=request)


def askers(*, actor: Actor) -> list[Party]:
    """The enterprises for which the reader may ask."""
    return list(Party.objects.visible_to(actor).filter(pk__in=actor.parties_with(Permission.SHARING_ASK)))


def status_choices(*, actor: Actor) -> list[tuple[str, str]]:
    """The states of a request, for a select box; those who cannot see a request see none."""
    return [(value, str(label)) for value, label in RequestStatus.choices] if actor.seats else []
