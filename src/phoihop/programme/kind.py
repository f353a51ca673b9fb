"""What the spine registers at start-up: the plain kind, what is due, what happens, who may open files."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.base import files
from phoihop.base.access import Actor
from phoihop.base.events import label_events
from phoihop.notices.sources import Due, register_dues, register_happenings, register_programme_check
from phoihop.papers.dues import paper_dues
from phoihop.papers.hooks import register_round_hook
from phoihop.people.handover import register_handover
from phoihop.people.succeeding import register_succession
from phoihop.programme import kinds, signing_hooks
from phoihop.programme.dues.activity import activity_dues
from phoihop.programme.dues.memorandum import memorandum_dues
from phoihop.programme.dues.plan import plan_dues
from phoihop.programme.dues.report import report_dues
from phoihop.programme.events import EVENTS
from phoihop.programme.handing_over import open_programme_work, pass_programme_work
from phoihop.programme.happenings import activity_happenings
from phoihop.programme.kinds import Document, Figure, Kind
from phoihop.programme.models import Activity
from phoihop.programme.queries.activity import evidence_file_is_visible
from phoihop.programme.queries.programmes import visible_names
from phoihop.programme.taking_over import take_over_programmes


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


def _kind_dues(actor: Actor) -> Iterable[Due]:
    """What every kind finds missing."""
    for kind in kinds.all_kinds():
        yield from kind.missing(actor)


def _paper_dues(actor: Actor) -> Iterable[Due]:
    """Papers lie below notices: what they find missing is handed on."""
    for due in paper_dues(actor):
        yield Due(
            due.key,
            due.title,
            due.url,
            due.party_id,
            due.owed_to_id,
            due.due_on,
            source=gettext("Văn bản"),
            icon=due.icon,
        )


def register_all() -> None:
    """Called once by ``ProgrammeConfig.ready``."""
    kinds.register(PLAIN)
    register_dues("kinds", _kind_dues)
    register_dues("papers", _paper_dues)
    register_dues("activity", activity_dues)
    register_dues("report", report_dues)
    register_happenings("activity", activity_happenings)
    register_programme_check(visible_names)
    files.register_guard("programme.evidence", evidence_file_is_visible)
    label_events(EVENTS)
    register_handover("programme", open_programme_work, pass_programme_work)
    register_succession("programme", take_over_programmes)
    import_module("phoihop.programme.jobs")  # registers the handlers of long work
    register_dues("plan", plan_dues)
    register_dues("memorandum", memorandum_dues)
    register_round_hook(signing_hooks.SUBJECT, signing_hooks.HOOK)
