"""Who must sign in with a second factor, and whether they have one."""

from __future__ import annotations

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from phoihop.base.access import PartyKind
from phoihop.people.models import Membership, User

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def must_have_second_factor(user: User) -> bool:
    """People of a regulator and keepers of the platform, where the installation asks for it."""
    if not settings.REQUIRE_SECOND_FACTOR or (settings.DEMO and user.is_demo):
        return False
    seats = Membership.objects.current().filter(user=user, party__kind=PartyKind.REGULATOR.value)
    return bool(user.is_keeper or seats.exists())


def has_second_factor(user: User) -> bool:
    """Whether a code or a key is set up; recovery codes alone do not count."""
    return bool(Authenticator.objects.filter(user=user, type__in=FACTORS).exists())


def signed_in_with_two(request: HttpRequest) -> bool:
    """Whether this session began with a second factor."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
