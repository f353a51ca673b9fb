"""Invitations, roles, accounts and handovers."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, PartyKind, Permission, Role, require, require_keeper
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.people.actions.parties import keeper_of
from phoihop.people.handover import open_work, pass_on
from phoihop.people.models import Division, Handover, Invitation, Membership, Party, User
from phoihop.people.models.membership import new_token

INVITATION_DAYS = 14
ROLES = {
    PartyKind.REGULATOR: {Role.LEADER, Role.OFFICER, Role.CLERK, Role.FOCAL_POINT, Role.MEMBER, Role.AUDITOR},
    PartyKind.ENTERPRISE: {Role.LEADER, Role.OFFICER, Role.CLERK, Role.FOCAL_POINT, Role.MEMBER, Role.AUDITOR},
    PartyKind.GUEST: {Role.LEADER, Role.FOCAL_POINT, Role.MEMBER},
}


class InvitationGone(Refused):
    """The invitation was used, withdrawn, or its time is over."""


def hash_token(token: str) -> str:
    """What is kept of an invitation's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def _may_manage(actor: Actor, party: Party) -> None:
    """One's own people, those of parties that one's regulator keeps; the keeper founds a department."""
    if actor.is_keeper and party.kind == PartyKind.REGULATOR:
        return
    require(actor, Permission.PEOPLE_MANAGE, party=keeper_of(actor, party))


def invite_person(
    *,
    actor: Actor,
    party: Party,
    email: str,
    full_name: str,
    role: str,
    title: str = "",
    division: Division | None = None,
) -> tuple[Invitation, str]:
    """Invite somebody by e-mail; returns the invitation and its address, which is shown nowhere else.

    :raises Refused: the person has this role already, or the role does not fit the party
    """
    _may_manage(actor, party)
    if Role(role) not in ROLES[party.party_kind]:
        raise Refused(_("Vai trò này không dùng cho loại đơn vị này."), field="role")
    seated = Membership.objects.filter(user__email__iexact=email, party=party, role=role, ended_on__isnull=True)
    if seated.exists():
        raise Refused(_("Người này đang giữ vai trò đó ở đơn vị."), field="email")
    token = new_token()
    with transaction.atomic():
        open_ones = Invitation.objects.filter(party=party, email__iexact=email, accepted_at__isnull=True)
        open_ones.filter(withdrawn_at__isnull=True).update(withdrawn_at=actor.at)
        invitation = Invitation.objects.create(
            party=party, email=email.lower(), full_name=full_name, role=role, title=title, division=division,
            token_hash=hash_token(token), invited_by_id=actor.user_id,
            expires_at=actor.at + dt.timedelta(days=INVITATION_DAYS),
        )  # fmt: skip
        audit.record(actor, "people.invitation.sent", invitation, party=party, after={"role": role})
        address = settings.BASE_URL + reverse("people:invitation_accept", args=[token])
        transaction.on_commit(lambda: _mail(invitation, address))
    return invitation, address


def _mail(invitation: Invitation, address: str) -> None:
    context = {"invitation": invitation, "address": address, "days": INVITATION_DAYS}
    subject = f"Mời tham gia Phối Hợp: {invitation.party.name} / Invitation to Phối Hợp"
    text = render_to_string("people/mail/invitation.txt", context)
    message = EmailMultiAlternatives(subject, text, settings.DEFAULT_FROM_EMAIL, [invitation.email])
    message.attach_alternative(render_to_string("people/mail/invitation.html", context), "text/html")
    message.send(fail_silently=True)  # the inviter sees the address and can resend


def withdraw_invitation(*, actor: Actor, invitation: Invitation) -> None:
    """Make an open invitation useless."""
    _may_manage(actor, invitation.party)
    with transaction.atomic():
        if not Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).update(
            withdrawn_at=actor.at
        ):
            raise InvitationGone(_("Lời mời này đã dùng hoặc đã rút lại."))
        audit.record(actor, "people.invitation.withdrawn", invitation, party=invitation.party)


def open_invitation(*, actor: Actor, token: str) -> Invitation:
    """The invitation behind an address.

    :raises NotVisible: there is none
    :raises InvitationGone: used, withdrawn, or over
    """
    found = Invitation.objects.select_related("party", "division").filter(token_hash=hash_token(token)).first()
    if found is None:
        raise NotVisible
    if found.accepted_at or found.withdrawn_at or found.expires_at < actor.at:
        raise InvitationGone(_("Lời mời này đã dùng, đã rút lại hoặc hết hạn. Hãy nhờ người mời gửi lại."))
    return found


def accept_invitation(*, actor: Actor, token: str, full_name: str = "", password: str = "") -> User:
    """Join: with a new account, or with the account that the address has already.

    :raises Refused: the password is too weak; or the account belongs to someone who must sign in first
    """
    invitation = open_invitation(actor=actor, token=token)
    user = User.objects.filter(email__iexact=invitation.email).first()
    if user is not None and actor.user_id != user.pk:
        raise Refused(_("Địa chỉ này đã có tài khoản. Hãy đăng nhập rồi mở lại đường dẫn mời."))
    with transaction.atomic():
        if not Invitation.objects.filter(pk=invitation.pk, accepted_at__isnull=True).update(accepted_at=actor.at):
            raise InvitationGone(_("Lời mời này đã dùng."))
        if user is None:
            user = _new_user(invitation, full_name, password)
        seat, _new = Membership.objects.get_or_create(
            user=user, party=invitation.party, role=invitation.role, ended_on=None,
            defaults={"title": invitation.title, "division": invitation.division, "started_on": actor.today},
        )  # fmt: skip
        audit.record(
            Actor(user.pk, user.full_name, at=actor.at), "people.invitation.accepted", seat, party=invitation.party
        )
    return user


def _new_user(invitation: Invitation, full_name: str, password: str) -> User:
    name = full_name.strip() or invitation.full_name
    try:
        validate_password(password, User(email=invitation.email, full_name=name))
    except ValidationError as problem:
        raise Refused(" ".join(problem.messages), field="password") from problem
    return User.objects.create_user(invitation.email, name, password)


def end_membership(*, actor: Actor, membership: Membership) -> Membership:
    """End somebody's role at a party; the account stays."""
    _may_manage(actor, membership.party)
    with transaction.atomic():
        day = max(actor.today, membership.started_on)
        if not Membership.objects.filter(pk=membership.pk, ended_on__isnull=True).update(ended_on=day):
            raise Refused(_("Vai trò này đã kết thúc."))
        audit.record(actor, "people.membership.ended", membership, party=membership.party)
    return membership


def hand_over(
    *, actor: Actor, party: Party, from_user: User, to_user: User, note: str = "", leaves: bool = True
) -> Handover:
    """Pass everything open from one person to another in one step, and keep the sheet of what it was.

    :raises Refused: the successor does not sit for the party
    """
    if actor.user_id != from_user.pk:
        _may_manage(actor, party)
    seats = list(Membership.objects.filter(user=from_user, party=party, ended_on__isnull=True))
    if not seats:
        raise NotVisible
    if from_user.pk == to_user.pk:
        raise Refused(_("Người nhận phải là người khác."), field="to_user")
    if not Membership.objects.filter(user=to_user, party=party, ended_on__isnull=True).exists():
        raise Refused(_("Người nhận chưa thuộc đơn vị. Hãy mời người đó vào đơn vị trước."), field="to_user")
    with transaction.atomic():
        sheet = [asdict(work) for work in open_work(from_user, party, actor)]
        for row in sheet:
            row["due_on"] = row["due_on"].isoformat() if row["due_on"] else None
        pass_on(from_user, to_user, party, actor)
        for seat in seats:
            held = Membership.objects.filter(user=to_user, party=party, role=seat.role, ended_on__isnull=True)
            if not held.exists():
                Membership.objects.create(
                    user=to_user, party=party, role=seat.role, title=seat.title, started_on=actor.today
                )
            if leaves:
                Membership.objects.filter(pk=seat.pk).update(ended_on=max(actor.today, seat.started_on))
        row_ = Handover.objects.create(
            party=party, from_user=from_user, to_user=to_user, on=actor.today, note=note, sheet=sheet, leaves=leaves
        )
        audit.record(actor, "people.handover.done", row_, party=party, after={"items": len(sheet)})
    return row_


def edit_profile(*, actor: Actor, **values: Any) -> User:
    """Change one's own name, telephone, language and time zone."""
    if actor.user_id is None:
        raise NotAllowed
    user = User.objects.get(pk=actor.user_id)
    with transaction.atomic():
        for name in ("full_name", "phone", "language", "time_zone"):
            if name in values:
                setattr(user, name, values[name])
        user.save(update_fields=["full_name", "phone", "language", "time_zone"])
        audit.record(actor, "people.profile.edited", user)
    return user


def set_account_active(*, actor: Actor, user: User, active: bool, reason: str = "") -> User:
    """Disable an account, ending its sessions, or let it sign in again; for the keeper."""
    require_keeper(actor)
    if user.pk == actor.user_id:
        raise Refused(_("Không thể tự khóa tài khoản của mình."))
    with transaction.atomic():
        user.is_active, user.disabled_at, user.disabled_reason = (
            active,
            None if active else actor.at,
            "" if active else reason,
        )
        user.last_active_at = actor.at if active else user.last_active_at
        user.save(update_fields=["is_active", "disabled_at", "disabled_reason", "last_active_at"])
        if not active:
            end_sessions(user)
        audit.record(
            actor, "people.account.enabled" if active else "people.account.disabled", user, after={"reason": reason}
        )
    return user


def end_sessions(user: User) -> None:
    """Sign a person out everywhere."""
    from allauth.usersessions.models import UserSession  # noqa: PLC0415 - its app is loaded after ours

    keys = list(UserSession.objects.filter(user=user).values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(user=user).delete()
