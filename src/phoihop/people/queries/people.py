"""People, invitations and handovers for pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotAllowed, NotVisible
from phoihop.people.models import Handover, Invitation, Membership, Party, User


def manages(*, actor: Actor, party: Party) -> bool:
    """Whether ``actor`` manages the people of a party."""
    keeper = party.registered_by_id if party.pk not in actor.party_ids and party.registered_by_id else party.pk
    return actor.may(Permission.PEOPLE_MANAGE, keeper) or (actor.is_keeper and party.kind == "regulator")


def members(*, actor: Actor, party: Party) -> QuerySet[Membership]:
    """Who sits for a party: for its own people and the regulator that keeps it."""
    if actor.is_keeper and party.kind == "regulator":
        found = Membership.objects.filter(party=party)
    else:
        found = Membership.objects.visible_to(actor).filter(party=party)
    return found.current().select_related("user", "division").order_by("role", "user__full_name")


def visible_membership(*, actor: Actor, pk: UUID) -> Membership:
    """One membership.

    :raises NotVisible: of another party
    """
    found = Membership.objects.visible_to(actor).filter(pk=pk)
    row = found.select_related("user", "party__registered_by", "division").first()
    if row is None:
        raise NotVisible
    return row


def _managed(actor: Actor) -> Q:
    mine = actor.parties_with(Permission.PEOPLE_MANAGE)
    rule = Q(party_id__in=mine) | Q(party__registered_by_id__in=mine)
    return rule | Q(party__kind="regulator") if actor.is_keeper else rule


def invitations(*, actor: Actor, party: Party) -> QuerySet[Invitation]:
    """Open invitations of a party, for those who manage its people."""
    found = Invitation.objects.filter(_managed(actor), party=party, accepted_at=None, withdrawn_at=None)
    return found.select_related("invited_by").order_by("-created_at")


def visible_invitation(*, actor: Actor, pk: UUID) -> Invitation:
    """One invitation.

    :raises NotVisible: of a party whose people ``actor`` does not manage
    """
    found = Invitation.objects.filter(_managed(actor), pk=pk).select_related("party__registered_by").first()
    if found is None:
        raise NotVisible
    return found


def handovers(*, actor: Actor, party: Party) -> QuerySet[Handover]:
    """The handovers of a party, for its own people and its regulator."""
    mine = Q(party_id__in=actor.party_ids) | Q(party__registered_by_id__in=actor.regulator_ids)
    return Handover.objects.filter(mine, party=party).select_related("from_user", "to_user").order_by("-created_at")


def visible_handover(*, actor: Actor, pk: UUID) -> Handover:
    """One handover sheet.

    :raises NotVisible: of another party
    """
    mine = Q(party_id__in=actor.party_ids) | Q(party__registered_by_id__in=actor.regulator_ids)
    found = Handover.objects.filter(mine, pk=pk).select_related("party", "from_user", "to_user").first()
    if found is None:
        raise NotVisible
    return found


def colleagues(*, actor: Actor, party: Party, but: UUID) -> QuerySet[User]:
    """Who could take over from a person of a party."""
    seats = members(actor=actor, party=party).values("user_id")
    return User.objects.filter(pk__in=seats, is_active=True).exclude(pk=but).order_by("full_name")


def accounts(*, actor: Actor, text: str = "") -> QuerySet[User]:
    """Every account, for the keeper."""
    if not actor.is_keeper:
        raise NotAllowed
    found = User.objects.prefetch_related("memberships__party")
    return found.filter(Q(full_name__icontains=text) | Q(email__icontains=text)) if text else found


def visible_account(*, actor: Actor, pk: UUID) -> User:
    """One account, for the keeper.

    :raises NotVisible: there is none
    """
    found = accounts(actor=actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def own_account(*, actor: Actor) -> User:
    """One's own account."""
    found = User.objects.filter(pk=actor.user_id).first()
    if found is None:
        raise NotAllowed
    return found


def own_data(*, actor: Actor) -> dict[str, Any]:
    """What is kept about oneself, to take away."""
    user = own_account(actor=actor)
    seats = Membership.objects.filter(user=user).select_related("party")
    return {
        "email": user.email, "full_name": user.full_name, "phone": user.phone, "language": user.language,
        "time_zone": user.time_zone, "joined_at": user.joined_at.isoformat(),
        "last_active_at": user.last_active_at.isoformat() if user.last_active_at else None,
        "memberships": [
            {
                "party": seat.party.name, "role": seat.role, "title": seat.title, "from": seat.started_on.isoformat(),
                "to": seat.ended_on.isoformat() if seat.ended_on else None,
            }
            for seat in seats
        ],
    }  # fmt: skip


def demo_people(*, actor: Actor) -> list[Membership]:
    """The cast of the demo year; the view exists in demo mode alone."""
    seats = Membership.objects.current().filter(user__is_demo=True, user__is_active=True, started_on__lte=actor.today)
    return list(seats.select_related("user", "party").order_by("-party__kind", "party__short_name", "role"))


def demo_person(*, actor: Actor, pk: UUID) -> User:
    """One of the cast.

    :raises NotVisible: an account that is none of it
    """
    found = User.objects.filter(pk=pk, is_demo=True, is_active=True).first()
    if found is None:
        raise NotVisible
    return found
