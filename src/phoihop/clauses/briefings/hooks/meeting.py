"""What the area of the briefing, its agenda and who comes adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from phoihop.base import files
from phoihop.base.access import Actor, Permission
from phoihop.clauses.briefings.actions.meeting.opening import open_briefing
from phoihop.clauses.briefings.queries.meeting.agenda import file_is_visible
from phoihop.notices.sources import Due
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

EVENTS: dict[str, Any] = {
    "briefings.briefing.opened": _("Mở kỳ giao ban"),
    "briefings.agenda.proposed": _("Lập chương trình từ việc đang mở"),
    "briefings.agenda.added": _("Thêm nội dung vào chương trình giao ban"),
    "briefings.agenda.edited": _("Sửa nội dung chương trình giao ban"),
    "briefings.agenda.removed": _("Bỏ nội dung khỏi chương trình giao ban"),
    "briefings.agenda.reordered": _("Sắp xếp chương trình giao ban"),
}


def open_rows(actor: Actor, activity: Activity) -> None:
    """The briefing of an activity, behind the one before; safe to repeat."""
    if actor.may(Permission.PLAN_WRITE, activity.programme.lead_id):
        open_briefing(actor=actor, activity=activity)


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
    """Who may open the papers of topics."""
    files.register_guard("briefings.agendaitem", file_is_visible)
