"""What briefings register at start-up: their kind, what their events are called, who may open their files."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.events import label_events
from phoihop.clauses.briefings.hooks import AREAS, meeting
from phoihop.notices.sources import Due
from phoihop.papers.rendering import Appendix
from phoihop.programme import kinds
from phoihop.programme.kinds import Document, Entry, Figure, Kind
from phoihop.programme.models import Activity


def _open(actor: Actor, activity: Activity) -> None:
    for area in AREAS:
        area.open_rows(actor, activity)


def _missing(actor: Actor) -> Iterator[Due]:
    if actor.seats:
        for area in AREAS:
            yield from area.dues(actor)


def _outcomes(actor: Actor, activity: Activity) -> Iterator[Figure]:
    for area in AREAS:
        yield from area.figures(actor, activity)


def _documents(actor: Actor, activity: Activity) -> Iterator[Document]:
    for area in AREAS:
        yield from area.documents(actor, activity)


def _menu(actor: Actor) -> Iterator[Entry]:
    for area in AREAS:
        yield from area.entries(actor)


def _annexes(actor: Actor, activity: Activity) -> Iterator[Appendix]:
    yield from meeting.annexes(actor, activity)


BRIEFINGS = Kind(
    code="briefings",
    label=_("Giao ban"),
    icon="presentation",
    urls="phoihop.clauses.briefings.urls",
    open=_open,
    missing=_missing,
    outcomes=_outcomes,
    documents=_documents,
    menu=_menu,
    annexes=_annexes,
)


def register_all() -> None:
    """Called once by ``BriefingsConfig.ready``."""
    kinds.register(BRIEFINGS)
    for area in AREAS:
        label_events(area.EVENTS)
        area.register()
