"""What is due, asked of every kind once for each state of the database."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.notices import sources
from phoihop.notices.sources import Due

KEPT_S = 60  # what falls due by the hour is seen this much later, at most


def dues_now(*, actor: Actor) -> list[Due]:
    """Everything due that concerns ``actor``'s parties, soonest first.

    Every action ends with an entry of the history, in its own transaction, so that the head of the history names the
    state of the database: an answer is good until the head moves, for this person, their seats, day and language.
    """
    if not settings.KEEP_DUES:
        return sources.dues(actor=actor)
    key = f"dues:{audit.head()}:{_asker(actor)}"
    kept: list[Due] | None = cache.get(key)
    if kept is None:
        kept = sources.dues(actor=actor)
        cache.set(key, kept, KEPT_S)
    return kept


def _asker(actor: Actor) -> str:
    """Who asks, as whom, on which day, in which language."""
    seats = sorted(f"{seat.party_id} {seat.role}" for seat in actor.seats)
    words = f"{actor.user_id} {seats} {actor.today} {get_language()}"
    return hashlib.sha256(words.encode()).hexdigest()
