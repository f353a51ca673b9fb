"""Invitations by e-mail: sent, sent again, withdrawn, accepted."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Role
from phoihop.base.errors import NotVisible, Refused
from phoihop.people.desks import ROLES, require_giving, require_people
from phoihop.people.mail import INVITATION_DAYS, address_of, send_invitation
from phoihop.people.models import Division, Invitation, Membership, Party, User
from phoihop.people.models.membership import new_token


class InvitationGone(Refused):
    """The invitation was used, withdrawn, or its time is over."""


class HasAccount(Refused):
    """The invited address has an account: its owner signs in first."""


def hash_token(token: str) -> str:
    """What is kept of an invitation's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


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
    """Invite somebody by e-mail for fourteen days; an open invitation to the same address is replaced.

    :returns: the invitation and its address, which nobody can read again later
    :raises NotAllowed: the actor does not manage the people of ``party``
    :raises Refused: the person has this role already, or the role does not fit the party
    """
    require_people(actor, party)
    if Role(role) not in ROLES[party.party_kind]:
        raise Refused(_("Vai trò này không dùng cho loại đơn vị này. Hãy chọn vai trò khác."), field="role")
    if division is not None and division.party_id != party.pk:
        raise NotVisible
    require_giving(actor, party, role)
    email = email.strip().lower()
    if Membership.objects.current().filter(user__email__iexact=email, party=party, role=role).exists():
        raise Refused(_("Người này đang giữ vai trò đó ở đơn vị."), field="email")
    token = new_token()
    with transaction.atomic():
        _open(party, email).update(withdrawn_at=actor.at)
        invitation = Invitation.objects.create(
            party=party, email=email, full_name=full_name, role=role, title=title, division=division,
            token_hash=hash_token(token), invited_by_id=actor.user_id,
            expires_at=actor.at + dt.timedelta(days=INVITATION_DAYS),
        )  # fmt: skip
        audit.record(actor, "people.invitation.sent", invitation, party=party, after={"role": role})
        transaction.on_commit(lambda: send_invitation(invitation, token))
    return invitation, address_of(token)


def _open(party: Party, email: str) -> QuerySet[Invitation]:
    return Invitation.objects.filter(party=party, email__iexact=email, accepted_at=None, withdrawn_at=None)


def resend_invitation(*, actor: Actor, invitation: Invitation) -> str:
    """Send an open invitation again, with a new secret and fourteen new days; the old address stops working.

    :raises InvitationGone: accepted or withdrawn meanwhile
    """
    require_people(actor, invitation.party)
    require_giving(actor, invitation.party, invitation.role)  # whoever sends it again reads its address
    token = new_token()
    with transaction.atomic():
        ends = actor.at + dt.timedelta(days=INVITATION_DAYS)
        open_one = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
        if not open_one.update(token_hash=hash_token(token), expires_at=ends):
            raise InvitationGone(_("Lời mời này đã dùng hoặc đã rút lại. Hãy mời lại từ đầu."))
        invitation.expires_at = ends
        audit.record(actor, "people.invitation.resent", invitation, party=invitation.party)
        transaction.on_commit(lambda: send_invitation(invitation, token))
    return address_of(token)


def withdraw_invitation(*, actor: Actor, invitation: Invitation) -> None:
    """Make an open invitation useless.

    :raises InvitationGone: accepted or withdrawn meanwhile
    """
    require_people(actor, invitation.party)
    with transaction.atomic():
        open_one = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
        if not open_one.update(withdrawn_at=actor.at):
            raise InvitationGone(_("Lời mời này đã dùng hoặc đã rút lại."))
        audit.record(actor, "people.invitation.withdrawn", invitation, party=invitation.party)


def open_invitation(*, actor: Actor, token: str) -> Invitation:
    """The invitation behind an address.

    :raises NotVisible: there is none
    :raises InvitationGone: used, withdrawn, or over
    """
    found = (
        Invitation.objects.select_related("party", "division", "invited_by")
        .filter(token_hash=hash_token(token))
        .first()
    )
    if found is None:
        raise NotVisible
    if found.accepted_at or found.withdrawn_at or found.expires_at < actor.at:
        raise InvitationGone(_("Lời mời này đã dùng, đã rút lại hoặc hết hạn. Hãy nhờ người mời gửi lại."))
    return found


def account_of(*, actor: Actor, invitation: Invitation) -> User | None:
    """The account that the invited address has already; asked by who holds the invitation's secret alone."""
    if invitation.accepted_at or invitation.expires_at < actor.at:
        return None
    return User.objects.filter(email__iexact=invitation.email).first()


def accept_invitation(*, actor: Actor, token: str, full_name: str = "", password: str = "") -> User:
    """Join: with a new account, or with the account that the address has, whose owner is signed in.

    :raises HasAccount: the address has an account and ``actor`` is not its owner
    :raises Refused: the password is too weak
    """
    invitation = open_invitation(actor=actor, token=token)
    user = account_of(actor=actor, invitation=invitation)
    if user is not None and actor.user_id != user.pk:
        raise HasAccount(_("Địa chỉ này đã có tài khoản. Hãy đăng nhập bằng tài khoản đó rồi mở lại đường dẫn mời."))
    if user is None and actor.signed_in:
        raise HasAccount(_("Lời mời này gửi cho người khác. Hãy đăng xuất rồi mở lại đường dẫn mời."))
    with transaction.atomic():
        if not Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).update(
            accepted_at=actor.at
        ):
            raise InvitationGone(_("Lời mời này đã dùng. Hãy đăng nhập."))
        user = user or _new_user(invitation, full_name, password)
        seat, _new = Membership.objects.get_or_create(
            user=user, party=invitation.party, role=invitation.role, ended_on=None,
            defaults={"title": invitation.title, "division": invitation.division, "started_on": actor.today},
        )  # fmt: skip
        joined = Actor(user.pk, user.full_name, request_id=actor.request_id, at=actor.at)
        audit.record(joined, "people.invitation.accepted", seat, party=invitation.party)
    return user


def _new_user(invitation: Invitation, full_name: str, password: str) -> User:
    name = full_name.strip() or invitation.full_name
    try:
        validate_password(password, User(email=invitation.email, full_name=name))
    except ValidationError as problem:
        raise Refused(" ".join(problem.messages), field="password") from problem
    return User.objects.create_user(invitation.email, name, password)
