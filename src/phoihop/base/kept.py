"""Answers kept until something is done: for what every look at a page would ask again.

Every action ends with an entry of the history, in its own transaction, and entries follow one another. So the newest
hash names the state of the database, and an answer given under it stays true until it moves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.core.cache import caches
from django.utils.translation import get_language

from phoihop.base import audit
from phoihop.base.access import Actor

Answer = TypeVar("Answer")
KEPT_S = 60  # what changes by the clock alone is seen this much later, at most


def kept(actor: Actor, question: str, ask: Callable[[], Answer]) -> Answer:
    """The answer of ``ask`` to this person, asked again only after an action, another day or a minute.

    :param question: names it, with all that it depends on beside the person, their seats, the day and the language
    """
    if not settings.KEEP_ANSWERS:
        return ask()
    if "head" not in actor.memo:
        actor.memo["head"] = audit.head()
    key = f"kept:{_digest(actor, question)}"
    found: tuple[Answer] | None = caches["kept"].get(key)
    if found is None:
        found = (ask(),)
        caches["kept"].set(key, found, KEPT_S)
    return found[0]


def _digest(actor: Actor, question: str) -> str:
    """Which state is asked, by whom, as whom, on which day, in which language."""
    seats = sorted(f"{seat.party_id} {seat.role}" for seat in actor.seats)
    words = f"{actor.memo['head']} {question} {actor.user_id} {seats} {actor.today} {get_language()}"
    return hashlib.sha256(words.encode()).hexdigest()
