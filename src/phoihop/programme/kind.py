"""What the spine registers at start-up: the plain kind, what is due, what happens, who may open files."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.notices.sources import Due, register_dues
from phoihop.programme import kinds
from phoihop.programme.dues.plan import plan_dues
from phoihop.programme.kinds import Document, Figure, Kind
from phoihop.programme.models import Activity


def _nothing_to_open(actor: Actor, activity: Activity) -> None:
    """A plain activity has no rows beyond those every activity has."""


def _nothing_missing(actor: Actor) -> Iterable[Due]:
    return ()


def _no_figures(actor: Actor, activity: Activity) -> Iterable[Figure]:
    return ()


def _no_documents(actor: Actor, activity: Activity) -> Iterable[Document]:
    return ()


PLAIN = Kind(
    code="plain",
    label=_("Hoạt động chung"),
    icon="calendar-event",
    urls="",
    open=_nothing_to_open,
    missing=_nothing_missing,
    outcomes=_no_figures,
    documents=_no_documents,
)


def register_all() -> None:
    """Called once by ``ProgrammeConfig.ready``."""
    kinds.register(PLAIN)
    register_dues("plan", plan_dues)
