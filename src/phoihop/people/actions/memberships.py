"""Roles at a party: changed, ended, passed on with everything open."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import GRANTS, Actor, PartyKind, Permission, Role
from phoihop.base.errors import NotVisible, Refused
from phoihop.people.actions.checking import check_row
from phoihop.people.desks import ROLES, require_giving, require_people
from phoihop.people.handover import OpenWork, open_work, pass_on
from phoihop.people.models import Division, Handover, Membership, Party, User


def change_membership(
    *, actor: Actor, membership: Membership, role: str, title: str = "", division: Division | None = None
) -> Membership:
    """Give somebody another role, title or division; another role begins a new seat today.

    :raises NotAllowed: the actor does not manage the people of the party
    :raises Refused: the role does not fit, is held already or not the actor's to give, or the
        department would have nobody left to manage it
    """
    require_people(actor, membership.party)
    if Role(role) not in ROLES[membership.party.party_kind]:
        raise Refused(_("Vai trò này không dùng cho loại đơn vị này. Hãy chọn vai trò khác."), field="role")
    if division is not None and division.party_id != membership.party_id:
        raise NotVisible
    if role != membership.role:
        require_giving(actor, membership.party, role)
    before = {"role": membership.role, "title": membership.title, "division": str(membership.division or "")}
    with transaction.atomic():
        if role != membership.role:
            _keep_managed(membership, role)
            _end(membership, actor.today)
            membership = Membership(user_id=membership.user_id, party=membership.party, started_on=actor.today)
        membership.role, membership.title, membership.division = role, title, division
        check_row(membership)
        membership.save()
        after = {"role": role, "title": title, "division": str(division or "")}
        audit.record(actor, "people.membership.changed", membership, party=membership.party, before=before, after=after)
    return membership


def end_membership(*, actor: Actor, membership: Membership) -> Membership:
    """End somebody's role at a party; the account stays.

    :raises Refused: it has ended, or the department would have nobody left to manage it
    """
    require_people(actor, membership.party)
    with transaction.atomic():
        _keep_managed(membership, "")
        _end(membership, actor.today)
        audit.record(actor, "people.membership.ended", membership, party=membership.party)
    return membership


def _end(membership: Membership, day: dt.date) -> None:
    open_one = Membership.objects.current().filter(pk=membership.pk)
    if not open_one.update(ended_on=max(day, membership.started_on)):
        raise Refused(_("Vai trò này đã kết thúc. Hãy tải lại trang."))


def _keep_managed(membership: Membership, role: str) -> None:
    """A department keeps one person at least who can invite others; nobody above could."""
    managing = [r.value for (kind, r), granted in GRANTS.items()
                if kind is PartyKind.REGULATOR and Permission.PEOPLE_MANAGE in granted]  # fmt: skip
    if membership.party.kind != PartyKind.REGULATOR or membership.role not in managing or role in managing:
        return
    others = Membership.objects.current().filter(party=membership.party, role__in=managing, user__is_active=True)
    if not others.exclude(pk=membership.pk).exists():
        raise Refused(_("Sở phải còn ít nhất một lãnh đạo hoặc chuyên viên. Hãy mời người thay trước."))


def work_of(*, actor: Actor, user: User, party: Party) -> list[OpenWork]:
    """What is open with a person at a party, as the handover sheet would list it.

    :raises NotAllowed: the actor is neither that person nor manages the party's people
    """
    if actor.user_id != user.pk:
        require_people(actor, party)
    return open_work(user, party)


def hand_over(
    *, actor: Actor, party: Party, from_user: User, to_user: User, note: str = "", leaves: bool = True
) -> Handover:
    """Pass everything open, and the roles, from one person to another in one step, and keep the sheet of what it was.

    :param leaves: whether the giver's roles at the party end today
    :raises NotAllowed: the actor is neither the giver nor manages the party's people
    :raises NotVisible: the giver does not sit for the party
    :raises Refused: the successor does not sit for the party, is the giver, or would get a role not the actor's to give
    """
    if actor.user_id != from_user.pk:
        require_people(actor, party)
    seats = list(Membership.objects.current().filter(user=from_user, party=party))
    if not seats:
        raise NotVisible
    if from_user.pk == to_user.pk:
        raise Refused(_("Người nhận phải là người khác."), field="to_user")
    held = set(Membership.objects.current().filter(user=to_user, party=party).values_list("role", flat=True))
    if not held or not to_user.is_active:
        raise Refused(_("Người nhận chưa thuộc đơn vị. Hãy mời người đó vào đơn vị trước."), field="to_user")
    for seat in seats:
        if seat.role not in held:
            require_giving(actor, party, seat.role)
    with transaction.atomic():
        sheet = [asdict(work) | {"due_on": work.due_on and work.due_on.isoformat()}
                 for work in open_work(from_user, party)]  # fmt: skip
        pass_on(from_user, to_user, party, actor)
        for seat in seats:
            if seat.role not in held:
                Membership.objects.create(
                    user=to_user, party=party, role=seat.role, title=seat.title, division=seat.division,
                    started_on=actor.today,
                )  # fmt: skip
            if leaves:
                _end(seat, actor.today)
        done = Handover.objects.create(
            party=party, from_user=from_user, to_user=to_user, on=actor.today, note=note, sheet=sheet, leaves=leaves
        )
        after = {"items": len(sheet), "roles": [seat.role for seat in seats], "leaves": leaves}
        audit.record(actor, "people.handover.done", done, party=party, after=after)
    return done
