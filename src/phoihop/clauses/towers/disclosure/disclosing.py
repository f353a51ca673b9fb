"""What a rival is told of a mast: a code of its own, a rounded place, a band of heights, and of many masts a few.

Nothing here depends on how an area was asked for: the answer of a hexagon is a function of who asks and of the hexagon.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b32encode
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings

HEIGHT_STEP_M = 5
CODE_LENGTH = 8


def _digest(what: str, asker_id: UUID, mast_id: UUID) -> bytes:
    """Bytes that nobody can foretell who does not know the installation's secret."""
    words = f"disclosure {what} {asker_id} {mast_id}"
    return hmac.new(settings.SECRET_KEY.encode(), words.encode(), hashlib.sha256).digest()


def code_of(asker_id: UUID, mast_id: UUID) -> str:
    """The name of a mast for one asker: two rivals cannot compare notes, and no order shows."""
    return b32encode(_digest("code", asker_id, mast_id)).decode()[:CODE_LENGTH]


def few(asker_id: UUID, mast_ids: Iterable[UUID], most: int) -> list[UUID]:
    """At most ``most`` masts, always the same for one asker, in no order that tells anything."""
    return sorted(mast_ids, key=lambda mast_id: _digest("order", asker_id, mast_id))[:most]


def height_band(height_m: float) -> tuple[int, int]:
    """The band of five metres in which a height lies.

    >>> height_band(42.0)
    (40, 45)
    """
    low = int(height_m // HEIGHT_STEP_M) * HEIGHT_STEP_M
    return low, low + HEIGHT_STEP_M
