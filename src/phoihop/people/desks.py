"""Who looks after which party: its own people, the regulator that registered it, the keeper for departments."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from phoihop.base.access import GRANTS, Actor, PartyKind, Permission, Role, Rule
from phoihop.base.errors import NotAllowed, Refused
from phoihop.people.models import Party

ROLES: Mapping[PartyKind, tuple[Role, ...]] = {
    kind: tuple(role for role in Role if (kind, role) in GRANTS) for kind in PartyKind
}
SEATED_OR_KEEPER = Rule("seated_or_keeper", lambda actor: bool(actor.seats) or actor.is_keeper)


def desk_of(actor: Actor, party: Party) -> UUID:
    """For which party a permission over ``party`` is asked: itself, or the regulator that registered it."""
    if party.pk in actor.party_ids or party.registered_by_id is None:
        return party.pk
    return party.registered_by_id


def may_at_desk(actor: Actor, permission: Permission, party: Party) -> bool:
    """Whether ``actor`` holds ``permission`` over ``party``, at its own desk or at its regulator's."""
    return actor.may(permission, party.pk) or actor.may(permission, desk_of(actor, party))


def knows_inside(actor: Actor, party: Party) -> bool:
    """Whether the reader sees what is the party's own affair: itself, and the regulator that registered it."""
    return party.pk in actor.party_ids or party.registered_by_id in actor.regulator_ids


def manages_people(actor: Actor, party: Party) -> bool:
    """Whether ``actor`` invites people to the party and ends their roles; the keeper does so for departments."""
    if actor.is_keeper and party.kind == PartyKind.REGULATOR:
        return True
    return may_at_desk(actor, Permission.PEOPLE_MANAGE, party)


def require_people(actor: Actor, party: Party) -> None:
    """Refuse unless ``actor`` manages the people of ``party``.

    :raises NotAllowed: they do not
    """
    if not manages_people(actor, party):
        raise NotAllowed


def require_giving(actor: Actor, party: Party, role: str) -> None:
    """Refuse unless ``actor`` may give ``role``: of a department its leader or the keeper alone makes leaders.

    :raises Refused: an officer, who manages people too, would make a leader, perhaps of themself
    """
    if party.kind != PartyKind.REGULATOR or role != Role.LEADER or actor.is_keeper:
        return
    if not any(seat.party_id == party.pk and seat.role == Role.LEADER for seat in actor.seats):
        raise Refused(
            _("Chỉ lãnh đạo Sở hoặc người quản trị nền tảng trao được vai trò lãnh đạo. Hãy nhờ họ làm việc này."),
            field="role",
        )
