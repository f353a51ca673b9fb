"""The codes that let people in.

A code is reckoned from the pass's salt and the installation's key, so that it can be drawn again whenever somebody
opens the invitation; the database keeps the salt and the hash, from which nobody makes a code.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

from phoihop.clauses.briefings.models import Briefing, Pass
from phoihop.programme.models import Attendee

KEY = "phoihop.briefings.pass"


def hash_of(token: str) -> str:
    """What the database knows of a code."""
    return hashlib.sha256(token.encode()).hexdigest()


def _token(salt: str) -> str:
    digest = salted_hmac(KEY, salt, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:18]).decode()


def token_of(row: Pass) -> str:
    """The code of a pass, or nothing where the installation's key has changed since it was made."""
    token = _token(row.salt)
    return token if hash_of(token) == row.token_hash else ""


def address_of(row: Pass) -> str:
    """What the QR code says: the address that the door opens."""
    token = token_of(row)
    return settings.BASE_URL + reverse("briefings:door", args=[token]) if token else ""


def new_pass(briefing: Briefing, attendee: Attendee, stands_in_for: str = "") -> Pass:
    """A pass that is not saved yet."""
    salt = secrets.token_hex(16)
    return Pass(
        briefing=briefing, attendee=attendee, salt=salt, token_hash=hash_of(_token(salt)), stands_in_for=stands_in_for
    )


def make_passes(briefing: Briefing, attendees: Iterable[Attendee]) -> list[Pass]:
    """A pass for each who has none."""
    return Pass.objects.bulk_create([new_pass(briefing, one) for one in attendees])
