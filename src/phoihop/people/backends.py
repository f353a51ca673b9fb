"""Who a password belongs to, and under which name failures to sign in are counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest


class AccountBackend(AuthenticationBackend):  # type: ignore[misc]
    """Signs in by e-mail address and password; permissions come from seats alone, never from here."""

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None: what a person may do follows from their memberships."""
        return set()


def lock_name(request: HttpRequest | None, credentials: Mapping[str, Any] | None = None) -> str | None:
    """The address under which a failure to sign in counts, whichever form it came through.

    The sign-in form names it ``email``, a change of password ``username``, the counter itself ``login``.
    """
    given: Any = None
    for name in ("email", "username", "login"):
        given = given or (credentials or {}).get(name)
    if not given and not credentials and request is not None:
        given = request.POST.get("login")
    return str(given).strip().lower()[:254] if given else None
