"""What apps above this one tell it: what is due, and what happens when.

Nothing due is ever stored: each source is asked anew, so that what a party owes is always true.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from phoihop.base.access import Actor


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that a party owes."""

    key: str  # stable: "programme.plan.agree:<plan>:<party>"
    title: str
    url: str
    party_id: UUID  # who owes it
    owed_to_id: UUID  # to whom
    due_on: dt.date | None = None
    source: str = ""  # the clause or process, in the reader's language
    icon: str = "checklist"
    user_id: UUID | None = None  # one person at the party, where it is personal

    def overdue(self, today: dt.date) -> bool:
        """Whether its day has passed."""
        return self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a calendar feed."""

    uid: str
    title: str
    starts_at: dt.datetime | dt.date  # a date for all-day events
    ends_at: dt.datetime | dt.date  # exclusive, as RFC 5545 says
    url: str = ""
    place: str = ""
    description: str = ""
    status: str = "CONFIRMED"  # TENTATIVE, CONFIRMED, CANCELLED
    sequence: int = 0
    changed_at: dt.datetime | None = None


DueSource = Callable[[Actor], Iterable[Due]]
HappeningSource = Callable[[Actor, UUID | None], Iterable[Happening]]  # the second: one programme alone
ProgrammeCheck = Callable[[Actor, Iterable[UUID]], Mapping[UUID, str]]  # the names of those that the actor may see
_dues: dict[str, DueSource] = {}
_programme_checks: list[ProgrammeCheck] = []
_happenings: dict[str, HappeningSource] = {}


def register_dues(code: str, source: DueSource) -> None:
    """Add a source of what is due; it returns what ``actor``'s parties owe and what is owed to them."""
    if code in _dues:
        raise ValueError(f"the source {code} is registered already")
    _dues[code] = source


def register_happenings(code: str, source: HappeningSource) -> None:
    """Add a source of calendar events."""
    if code in _happenings:
        raise ValueError(f"the source {code} is registered already")
    _happenings[code] = source


def register_programme_check(check: ProgrammeCheck) -> None:
    """Say which programmes a person may see, and how they are called; notices lie below them."""
    if _programme_checks:
        raise ValueError("a check of programmes is registered already")
    _programme_checks.append(check)


def programme_names(*, actor: Actor, asked: Iterable[UUID]) -> dict[UUID, str]:
    """The names of the programmes asked for that ``actor`` may see; the others are left out."""
    wanted = list(asked)
    return {pk: name for check in _programme_checks for pk, name in check(actor, wanted).items()} if wanted else {}


def dues(*, actor: Actor) -> list[Due]:
    """Everything due that concerns ``actor``'s parties, soonest first, undated last."""
    found = {due.key: due for source in _dues.values() for due in source(actor)}
    return sorted(found.values(), key=lambda due: (due.due_on or dt.date.max, due.title))


def happenings(*, actor: Actor, programme_id: UUID | None = None) -> list[Happening]:
    """Every event that ``actor`` may see, of one programme or of all."""
    return [event for source in _happenings.values() for event in source(actor, programme_id)]
