"""From a signed-in person to an actor."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.utils import timezone

from phoihop.base.access import NOBODY, Actor, PartyKind, Role, Seat
from phoihop.people.models import Membership, User


def actor_for(user: User, *, request_id: str = "", at: dt.datetime | None = None) -> Actor:
    """The person as an actor now, with one query for their seats."""
    at = at or timezone.now()
    today = timezone.localtime(at, timezone.get_default_timezone()).date()
    current = Membership.objects.filter(user=user, started_on__lte=today, ended_on__isnull=True)
    seats = tuple(
        Seat(party_id, PartyKind(kind), Role(role))
        for party_id, kind, role in current.order_by("created_at").values_list("party_id", "party__kind", "role")
    )
    return Actor(user.pk, str(user), seats, user.is_keeper, request_id, at)


def actor_for_user_id(user_id: UUID | str) -> Actor:
    """The actor in whose name a job runs; nobody once the account is disabled."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return actor_for(user) if user else NOBODY
