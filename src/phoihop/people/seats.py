"""From a signed-in person to an actor."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.utils import timezone

from phoihop.base.access import NOBODY, Actor, PartyKind, Role, Seat
from phoihop.people.models import Membership, Succession, SuccessionKind, User


def actor_for(user: User, *, request_id: str = "", at: dt.datetime | None = None) -> Actor:
    """The person as an actor now, with one query for their seats; a second where their party took over from another."""
    at = at or timezone.now()
    today = timezone.localtime(at, timezone.get_default_timezone()).date()
    current = Membership.objects.filter(user=user, started_on__lte=today, ended_on__isnull=True).order_by("created_at")
    rows = current.values_list("party_id", "party__kind", "role", "party__short_name", "party__precedents__id")
    seats = dict.fromkeys(Seat(party_id, PartyKind(kind), Role(role), name) for party_id, kind, role, name, _h in rows)
    if any(row[4] for row in rows):
        seats |= dict.fromkeys(_inherited({seat.party_id for seat in seats}))
    return Actor(user.pk, str(user), tuple(seats), user.is_keeper, request_id, at)


def _inherited(parties: set[UUID]) -> list[Seat]:
    """Read-only seats at the parties from which these took over: what they left stays readable."""
    found, seen, heirs = [], set(parties), set(parties)
    while heirs:
        rows = Succession.objects.filter(successor_id__in=heirs).exclude(kind=SuccessionKind.SPLIT)
        columns = ("predecessor_id", "predecessor__kind", "predecessor__short_name")
        left = {pk: (PartyKind(kind), name) for pk, kind, name in rows.values_list(*columns)}
        heirs = set(left) - seen
        seen |= heirs
        found += [Seat(pk, left[pk][0], Role.AUDITOR, left[pk][1]) for pk in heirs]
    return found


def actor_for_user_id(user_id: UUID | str) -> Actor:
    """The actor in whose name a job runs; nobody once the account is disabled."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return actor_for(user) if user else NOBODY


def history_row(user: User) -> Membership | User:
    """Under which row an event of an account is kept, so that the regulator of the person's party reads it."""
    seats = Membership.objects.filter(user=user).select_related("user", "party")
    return seats.order_by("ended_on", "created_at").first() or user
