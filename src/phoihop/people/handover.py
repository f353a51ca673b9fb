"""What apps above tell of a person's open work, so that it can be passed on in one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from phoihop.base.access import Actor
from phoihop.people.models import Party, User


@dataclass(frozen=True, slots=True)
class OpenWork:
    """One open thing of a person, as it stands on the handover sheet."""

    source: str  # what kind of thing, in the reader's words
    title: str
    url: str = ""
    due_on: dt.date | None = None


ListOpen = Callable[[User, Party], Iterable[OpenWork]]
PassOn = Callable[[User, User, Party, Actor], None]  # from whom, to whom, at which party, who decides
_sources: dict[str, tuple[ListOpen, PassOn]] = {}


def register_handover(code: str, list_open: ListOpen, pass_on: PassOn) -> None:
    """Add an app's share of a handover; ``pass_on`` runs in the transaction that keeps the sheet."""
    if code in _sources:
        raise ValueError(f"{code} is registered already")
    _sources[code] = (list_open, pass_on)


def open_work(user: User, party: Party) -> list[OpenWork]:
    """Everything open that a person has at a party, soonest first."""
    found = [work for list_open, _pass_on in _sources.values() for work in list_open(user, party)]
    return sorted(found, key=lambda work: (work.due_on or dt.date.max, work.title))


def pass_on(from_user: User, to_user: User, party: Party, actor: Actor) -> None:
    """Let every app pass its rows on."""
    for _list_open, pass_rows in _sources.values():
        pass_rows(from_user, to_user, party, actor)
