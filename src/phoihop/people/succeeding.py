"""What apps above do when one party takes over from another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from phoihop.base.access import Actor
from phoihop.people.models import Party

TakeOver = Callable[[Party, Party, dt.date, Actor], None]  # predecessor, successor, from which day, who records it
_takers: dict[str, TakeOver] = {}


def register_succession(code: str, take_over: TakeOver) -> None:
    """Add what an app moves to the successor, in the transaction that records the succession."""
    if code in _takers:
        raise ValueError(f"{code} is registered already")
    _takers[code] = take_over


def take_over(predecessor: Party, successor: Party, on: dt.date, actor: Actor) -> None:
    """Let every app move its rows."""
    for take in _takers.values():
        take(predecessor, successor, on, actor)
