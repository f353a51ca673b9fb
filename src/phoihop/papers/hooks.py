"""What apps above ask to be told of: a signing round that is complete, that a party declined, that was taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from phoihop.base.access import Actor

if TYPE_CHECKING:
    from phoihop.papers.models import SigningRound, SigningSlot


@dataclass(frozen=True, slots=True)
class RoundHook:
    """Called inside the transaction that moved the round."""

    complete: Callable[[Actor, SigningRound], None]
    declined: Callable[[Actor, SigningRound, SigningSlot], None]
    progressed: Callable[[Actor, SigningRound, SigningSlot], None]  # a party signed, others are still to
    withdrawn: Callable[[Actor, SigningRound, str], None] | None = None  # the issuing body took it back, and why


_hooks: dict[str, RoundHook] = {}


def register_round_hook(subject_label: str, hook: RoundHook) -> None:
    """Say what follows from the rounds of papers that belong to rows of ``app.model``."""
    if subject_label in _hooks:
        raise ValueError(f"a hook for {subject_label} is registered already")
    _hooks[subject_label] = hook


def hook_of(subject_label: str) -> RoundHook | None:
    """The hook for papers of ``app.model``."""
    return _hooks.get(subject_label)
