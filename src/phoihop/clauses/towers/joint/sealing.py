"""Sealing what was filed: nothing of it can be read in the database, in a backup or in a log.

Facts are encrypted with AES-256-GCM under a key that HKDF derives from the installation's secret and the round's salt,
and tied to their row, so that no row can be put in another's place. Whoever keeps both the database and the secret can
read them all the same: sealing keeps the department's desk out until the closing date, not the machine's keeper.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

INFO = b"phoihop.towers.joint"
NONCE_BYTES = 12
PADDED_TO = 256  # bytes: the length tells nothing of what a note says


class BrokenSeal(ValueError):
    """The sealed text was changed, belongs to another row, or was sealed under a secret that is gone."""


@lru_cache(maxsize=64)
def _key(secret: str, salt: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, bytes.fromhex(salt), INFO + purpose).derive(secret.encode())


def canonical(facts: Mapping[str, Any]) -> bytes:
    """The one way in which facts are written before they are hashed or sealed."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def seal(salt: str, row: str, facts: Mapping[str, Any]) -> str:
    """Encrypt ``facts`` for one row.

    :param salt: of the round, hex
    :param row: what the facts belong to, such as ``need:<id>``; the same is needed to open them
    """
    plain = canonical(facts)
    plain += b" " * (-len(plain) % PADDED_TO)
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(_key(settings.SECRET_KEY, salt, b".seal")).encrypt(nonce, plain, row.encode())
    return base64.b64encode(nonce + sealed).decode()


def unseal(salt: str, row: str, sealed: str) -> dict[str, Any]:
    """What ``seal`` was given; older secrets of the installation open it too.

    :raises BrokenSeal: it does not open
    """
    raw = base64.b64decode(sealed)
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            plain = AESGCM(_key(secret, salt, b".seal")).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], row.encode())
        except InvalidTag:
            continue
        facts: dict[str, Any] = json.loads(plain)
        return facts
    raise BrokenSeal(row)


def mark(salt: str, text: str) -> str:
    """A keyed hash by which equal texts are found without being read, hex."""
    return hmac.new(_key(settings.SECRET_KEY, salt, b".mark"), text.encode(), hashlib.sha256).hexdigest()


def digest(content: bytes) -> str:
    """SHA-256, hex; whoever holds the content can recompute it without this product."""
    return hashlib.sha256(content).hexdigest()


def commitment(facts: Mapping[str, Any]) -> str:
    """The digest of the canonical facts.

    >>> commitment({"b": 1, "a": "é"})
    'aa58fba8483623bed37c1b02edfccbdd9a53123837c20bfa4cb4049993a2872e'
    """
    return digest(canonical(facts))
