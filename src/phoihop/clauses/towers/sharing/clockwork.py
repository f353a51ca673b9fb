"""What happens to requests by the clock: pauses that end, limits that pass, offers and permissions that lapse."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.clauses.towers.actions.sharing.pauses import end_long_pause
from phoihop.clauses.towers.actions.sharing.use import expire
from phoihop.clauses.towers.models import OfferStatus, RequestStatus, SharingOffer, SharingRequest
from phoihop.clauses.towers.queries.sharing.requests import days_off
from phoihop.clauses.towers.sharing.limits import Clock, clocks
from phoihop.clauses.towers.sharing.rows import advance, locked

CLOCK = "Phối Hợp"
log = logging.getLogger(__name__)


def run(*, at: dt.datetime) -> None:
    """Everything once; safe to repeat, and to run by two at the same time."""
    actor = Actor(name=CLOCK, at=at)
    going = SharingRequest.objects.unfinished().exclude(status=RequestStatus.IN_USE)
    for row in going.filter(pauses__ends_on__isnull=True, pauses__isnull=False):
        with _alone(row):
            end_long_pause(actor=actor, request=row)
    _lapse_offers(actor)
    rows = list(going.prefetch_related("pauses"))
    off = days_off(actor=actor, leads={row.lead_id for row in rows})
    for row in rows:
        for clock in clocks(row, holidays=off[row.lead_id], today=actor.today):
            if clock.reading.late:
                with _alone(row):
                    _late(actor, row, clock)
                break


@contextmanager
def _alone(request: SharingRequest) -> Iterator[None]:
    """One request in a transaction of its own: that a side was quicker there stops nothing elsewhere."""
    try:
        with transaction.atomic():
            yield
    except Refused as refusal:
        log.warning("Sharing request %s is left for the next tick: %s", request.reference, type(refusal).__name__)


def _lapse_offers(actor: Actor) -> None:
    """An offer of the owner's that the asker left unanswered ends the request with it."""
    over = SharingOffer.objects.filter(
        status=OfferStatus.OPEN, valid_until__lt=actor.today, request__status=RequestStatus.OFFERED
    ).select_related("request")
    for offer in over.exclude(request__pauses__isnull=False, request__pauses__ends_on__isnull=True):
        if offer.by_id == offer.request.owner_id:
            with _alone(offer.request):
                expire(actor=actor, request=offer.request, code="expired")


def _late(actor: Actor, request: SharingRequest, clock: Clock) -> None:
    """A permission that nobody used lapses; every other limit brings in the department, once."""
    if clock.code == "use":
        expire(actor=actor, request=request, code="lapsed")
        return
    if request.escalated_at is not None:
        return
    row = locked(request)
    if row.escalated_at is None and row.status == request.status:
        told = [*row.sides, row.lead_id]
        advance(actor, row, "escalated", party=None, text=clock.label, escalated_at=actor.at, tell_to=told)
