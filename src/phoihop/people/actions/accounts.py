"""Accounts: one's own data, disabling, enabling, signing out everywhere."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require_keeper
from phoihop.base.errors import NotAllowed, Refused
from phoihop.people.idle import IDLE
from phoihop.people.models import Membership, User
from phoihop.people.seats import history_row

OWN = ("full_name", "phone", "language", "time_zone")


def edit_profile(*, actor: Actor, **values: Any) -> User:
    """Change one's own name, telephone, language and time zone.

    :raises NotAllowed: nobody is signed in
    """
    if actor.user_id is None:
        raise NotAllowed
    user = User.objects.get(pk=actor.user_id)
    changed = {name: values[name] for name in OWN if name in values and getattr(user, name) != values[name]}
    with transaction.atomic():
        for name, value in changed.items():
            setattr(user, name, value)
        user.save(update_fields=list(changed) or ["full_name"])
        audit.record(actor, "people.profile.edited", history_row(user), after={"fields": sorted(changed)})
    return user


def disable_account(*, actor: Actor, user: User, reason: str) -> None:
    """Stop an account and end its sessions; its roles stay as they are.

    :raises NotAllowed: the actor does not keep the platform
    :raises Refused: one's own account
    """
    require_keeper(actor)
    if user.pk == actor.user_id:
        raise Refused(_("Không thể tự khóa tài khoản của mình. Hãy nhờ một người quản trị khác."))
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_active=False, disabled_at=actor.at, disabled_reason=reason[:200])
        end_sessions(user)
        audit.record(actor, "people.account.disabled", history_row(user), after={"reason": reason})


def enable_account(*, actor: Actor, user: User) -> None:
    """Let a person sign in again: the keeper any; a party's manager those of its people who were idle too long.

    :raises NotAllowed: the actor is neither
    """
    if not actor.is_keeper and not (user.disabled_reason == IDLE and _manages(actor, user)):
        raise NotAllowed
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(
            is_active=True, disabled_at=None, disabled_reason="", last_active_at=actor.at
        )
        audit.record(actor, "people.account.enabled", history_row(user))


def _manages(actor: Actor, user: User) -> bool:
    mine = actor.parties_with(Permission.PEOPLE_MANAGE)
    seats = Membership.objects.current().filter(user=user)
    return seats.filter(Q(party_id__in=mine) | Q(party__registered_by_id__in=mine)).exists()


def end_sessions(user: User) -> None:
    """Sign a person out everywhere."""
    kept = UserSession.objects.filter(user=user)
    Session.objects.filter(session_key__in=list(kept.values_list("session_key", flat=True))).delete()
    kept.delete()
