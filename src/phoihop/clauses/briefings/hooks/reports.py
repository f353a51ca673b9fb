"""What the area of rounds and reports adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from phoihop.base.access import Actor
from phoihop.notices.sources import Due
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

EVENTS: dict[str, Any] = {}


def open_rows(actor: Actor, activity: Activity) -> None:
    """Make the rows of an activity that opens; safe to repeat."""


def dues(actor: Actor) -> Iterable[Due]:
    """What the actor's parties owe, and are owed."""
    return ()


def figures(actor: Actor, activity: Activity) -> Iterable[Figure]:
    """Outcomes of an activity."""
    return ()


def documents(actor: Actor, activity: Activity) -> Iterable[Document]:
    """Pages and papers of an activity."""
    return ()


def entries(actor: Actor) -> Iterable[Entry]:
    """Pages in the navigation; asks nothing of the database."""
    return ()


def register() -> None:
    """Guards of files, handlers of signing, successions: once, at start-up."""
