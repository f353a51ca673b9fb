"""People, invitations and handovers of a party for pages."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.people.models import Handover, Invitation, Membership, Party, User


def members(*, actor: Actor, party: Party) -> QuerySet[Membership]:
    """Who sits for a party: for its own people, the regulator that registered it, the keeper of departments."""
    return _seats(actor).filter(party=party).order_by("role", "user__full_name")


def _seats(actor: Actor) -> QuerySet[Membership]:
    found = Membership.objects.visible_to(actor)
    if actor.is_keeper:
        found = found | Membership.objects.filter(party__kind=PartyKind.REGULATOR)
    return found.filter(ended_on=None).select_related("user", "division", "party")


def visible_membership(*, actor: Actor, pk: UUID) -> Membership:
    """One current membership.

    :raises NotVisible: of another party, or ended
    """
    row = _seats(actor).filter(pk=pk).first()
    if row is None:
        raise NotVisible
    return row


def visible_person(*, actor: Actor, party: Party, pk: UUID) -> User:
    """Somebody who sits for a party now.

    :raises NotVisible: nobody of this party
    """
    seat = _seats(actor).filter(party=party, user_id=pk).first()
    if seat is None:
        raise NotVisible
    return seat.user


def _managed(actor: Actor) -> Q:
    mine = actor.parties_with(Permission.PEOPLE_MANAGE)
    rule = Q(party_id__in=mine) | Q(party__registered_by_id__in=mine)
    return rule | Q(party__kind=PartyKind.REGULATOR) if actor.is_keeper else rule


def invitations(*, actor: Actor, party: Party) -> QuerySet[Invitation]:
    """Invitations of a party that nobody has taken up, for those who manage its people."""
    found = Invitation.objects.filter(_managed(actor), party=party, accepted_at=None, withdrawn_at=None)
    return found.select_related("invited_by").order_by("-created_at")


def visible_invitation(*, actor: Actor, pk: UUID) -> Invitation:
    """One invitation.

    :raises NotVisible: of a party whose people ``actor`` does not manage
    """
    found = Invitation.objects.filter(_managed(actor), pk=pk).select_related("party").first()
    if found is None:
        raise NotVisible
    return found


def _handovers(actor: Actor) -> QuerySet[Handover]:
    mine = Q(party_id__in=actor.party_ids) | Q(party__registered_by_id__in=actor.regulator_ids)
    return Handover.objects.filter(mine).select_related("party", "from_user", "to_user")


def handovers(*, actor: Actor, party: Party) -> QuerySet[Handover]:
    """The handovers of a party, for its own people and its regulator."""
    return _handovers(actor).filter(party=party).order_by("-created_at")


def visible_handover(*, actor: Actor, pk: UUID) -> Handover:
    """One handover sheet.

    :raises NotVisible: of another party
    """
    found = _handovers(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def colleagues(*, actor: Actor, party: Party, but: UUID) -> QuerySet[User]:
    """Who could take over from a person of a party."""
    seats = members(actor=actor, party=party).values("user_id")
    return User.objects.filter(pk__in=seats, is_active=True).exclude(pk=but).order_by("full_name")
