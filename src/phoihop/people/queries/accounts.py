"""Accounts: one's own, and all of them for the keeper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Prefetch, Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotAllowed, NotVisible
from phoihop.base.models import AuditEntry
from phoihop.base.search import matches
from phoihop.people.idle import IDLE
from phoihop.people.models import Handover, Invitation, Membership, User

HISTORY_ROWS = 1000


def accounts(*, actor: Actor, text: str = "", disabled: bool = False) -> QuerySet[User]:
    """Every account, for the keeper.

    :raises NotAllowed: the actor does not keep the platform
    """
    if not actor.is_keeper:
        raise NotAllowed
    seats = Membership.objects.current().select_related("party")
    found = User.objects.prefetch_related(Prefetch("memberships", seats, to_attr="seats"))
    if text:
        found = found.filter(matches(text, "full_name", "email"))
    return found.filter(is_active=False) if disabled else found


def visible_account(*, actor: Actor, pk: UUID) -> User:
    """An account that ``actor`` may disable or enable.

    :raises NotVisible: there is none for this person
    """
    found = User.objects.filter(pk=pk)
    if not actor.is_keeper:
        mine = actor.parties_with(Permission.PEOPLE_MANAGE)
        seats = Membership.objects.current().filter(Q(party_id__in=mine) | Q(party__registered_by_id__in=mine))
        found = found.filter(pk__in=seats.values("user_id"), disabled_reason=IDLE)
    user = found.first()
    if user is None:
        raise NotVisible
    return user


def own_account(*, actor: Actor) -> User:
    """One's own account.

    :raises NotAllowed: nobody is signed in
    """
    found = User.objects.filter(pk=actor.user_id).first() if actor.user_id else None
    if found is None:
        raise NotAllowed
    return found


def own_seats(*, actor: Actor) -> list[Membership]:
    """One's own roles, the present ones first."""
    seats = Membership.objects.filter(user=own_account(actor=actor)).select_related("party", "division")
    return sorted(seats, key=lambda seat: (seat.ended_on is not None, seat.party.name))


def own_data(*, actor: Actor) -> dict[str, Any]:
    """Everything kept about oneself, to take away.

    :raises NotAllowed: nobody is signed in
    """
    user = own_account(actor=actor)
    kept = ("email", "full_name", "phone", "language", "time_zone", "joined_at", "last_active_at")
    roles = ("party__name", "role", "title", "division__name", "started_on", "ended_on")
    invited = ("party__name", "role", "created_at", "expires_at", "accepted_at", "withdrawn_at")
    handed = ("party__name", "on", "from_user__full_name", "to_user__full_name", "note", "sheet")
    sessions = ("ip", "user_agent", "created_at", "last_seen_at")
    done = ("at", "event", "object_text", "before", "after")
    return {
        "account": {name: getattr(user, name) for name in kept},
        "roles": list(Membership.objects.filter(user=user).values(*roles)),
        "invitations": list(Invitation.objects.filter(email__iexact=user.email).values(*invited)),
        "handovers": list(Handover.objects.filter(Q(from_user=user) | Q(to_user=user)).values(*handed)),
        "second_factors": list(Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")),
        "sessions": list(UserSession.objects.filter(user=user).values(*sessions)),
        "history": list(AuditEntry.objects.filter(user_id=user.pk).values(*done)[:HISTORY_ROWS]),
    }


def demo_people(*, actor: Actor) -> list[Membership]:
    """The cast of the demo year; the page exists in demo mode alone."""
    seats = Membership.objects.current().filter(user__is_demo=True, user__is_active=True, started_on__lte=actor.today)
    return list(seats.select_related("user", "party__logo").order_by("-party__kind", "party__short_name", "role"))


def demo_keepers(*, actor: Actor) -> list[User]:
    """The keepers among the cast, who sit for no party."""
    return list(User.objects.filter(is_demo=True, is_active=True, is_keeper=True).exclude(pk__in=[actor.user_id]))


def demo_person(*, actor: Actor, pk: UUID) -> User:
    """One of the cast.

    :raises NotVisible: an account that is none of it
    """
    found = User.objects.filter(pk=pk, is_demo=True, is_active=True).first()
    if found is None:
        raise NotVisible
    return found
