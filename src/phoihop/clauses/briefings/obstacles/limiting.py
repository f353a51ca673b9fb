"""How often a stranger may knock at a secret address."""

from __future__ import annotations

from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.errors import Refused


class TooOften(Refused):
    """Too many requests from one place."""

    status = 429
    default = _("Bạn gửi quá nhiều yêu cầu. Hãy đợi ít phút rồi thử lại.")


def knock(*, actor: Actor, what: str, most: int, seconds: int) -> None:
    """Count one request of ``what``; a window begins anew every ``seconds``.

    :raises TooOften: there were more than ``most``
    """
    window = int(actor.at.timestamp()) // seconds
    key = f"obstacle-link:{window}:{what}"
    count = int(cache.get(key, 0)) + 1
    cache.set(key, count, seconds)
    if count > most:
        raise TooOften
