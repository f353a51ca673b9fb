"""What the area of workbooks and exchange files of reports adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from phoihop.base import files
from phoihop.base.access import Actor
from phoihop.clauses.briefings.jobs import figures as taking  # noqa: F401 - registers the taking over of large files
from phoihop.clauses.briefings.queries.sheets.uploads import upload_is_visible
from phoihop.notices.sources import Due
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

EVENTS: dict[str, Any] = {
    "briefings.upload.previewed": _("Gửi tệp số liệu để xem trước"),
    "briefings.upload.answered": _("Trả lời câu hỏi về tệp số liệu"),
    "briefings.upload.taken": _("Ghi số liệu từ tệp"),
    "briefings.upload.dropped": _("Bỏ tệp số liệu"),
    "briefings.report.exported": _("Xuất số liệu báo cáo"),
    "briefings.round.exported": _("Xuất số liệu đợt báo cáo"),
}


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
    """Who may open a file of figures: whoever may see what became of it."""
    files.register_guard("briefings.reportupload", upload_is_visible)
