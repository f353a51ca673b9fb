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

    source: str
    title: str
    url: str = ""
    due_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class HandoverSource:
    """How one app lists a person's open work, and passes it on."""

    open_work: Callable[[User, Party, Actor], Iterable[OpenWork]]
    pass_on: Callable[[User, User, Party, Actor], None]


_sources: dict[str, HandoverSource] = {}


def register_handover(code: str, source: HandoverSource) -> None:
    """Add an app's share of a handover."""
    if code in _sources:
        raise ValueError(f"the handover source {code} is registered already")
    _sources[code] = source


def open_work(user: User, party: Party, actor: Actor) -> list[OpenWork]:
    """Everything open that a person has at a party, soonest first."""
    found = [work for source in _sources.values() for work in source.open_work(user, party, actor)]
    return sorted(found, key=lambda work: (work.due_on or dt.date.max, work.title))


def pass_on(from_user: User, to_user: User, party: Party, actor: Actor) -> None:
    """Let every app pass its rows on."""
    for source in _sources.values():
        source.pass_on(from_user, to_user, party, actor)
