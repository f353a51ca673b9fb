"""What the area of rounds and reports adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base.access import Actor, PartyKind
from phoihop.clauses.briefings.actions.reports.proposing import propose_rounds
from phoihop.clauses.briefings.reporting.dues import report_dues
from phoihop.notices.sources import Due
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

KINDS = {PartyKind.REGULATOR, PartyKind.ENTERPRISE}  # guests report nothing
EVENTS: dict[str, Any] = {
    "briefings.round.drafted": gettext_lazy("Lập đợt báo cáo"),
    "briefings.round.edited": gettext_lazy("Sửa đợt báo cáo"),
    "briefings.round.letter_drawn": gettext_lazy("Soạn công văn đề nghị báo cáo"),
    "briefings.round.opened": gettext_lazy("Mở đợt báo cáo"),
    "briefings.round.closed": gettext_lazy("Chốt đợt báo cáo"),
    "briefings.round.cancelled": gettext_lazy("Hủy đợt báo cáo"),
    "briefings.report.filled": gettext_lazy("Nhập số liệu báo cáo"),
    "briefings.report.explained": gettext_lazy("Giải trình báo cáo"),
    "briefings.report.submitted": gettext_lazy("Nộp báo cáo"),
    "briefings.report.sent_back": gettext_lazy("Trả lại báo cáo"),
    "briefings.report.accepted": gettext_lazy("Tiếp nhận báo cáo"),
    "briefings.report.reopened": gettext_lazy("Mở lại báo cáo để đính chính"),
    "briefings.report.extended": gettext_lazy("Gia hạn nộp báo cáo"),
    "briefings.report.reminded": gettext_lazy("Nhắc nộp báo cáo"),
    "briefings.report.correction_asked": gettext_lazy("Đề nghị mở lại báo cáo"),
}


def open_rows(actor: Actor, activity: Activity) -> None:
    """A round for the half-year that the briefing is about, as a draft; safe to repeat."""
    propose_rounds(actor=actor, activity=activity)


def dues(actor: Actor) -> Iterable[Due]:
    """Reports that parties owe; reports and rounds that wait for the department."""
    return report_dues(actor)


def figures(actor: Actor, activity: Activity) -> Iterable[Figure]:
    """Figures of enterprises are no outcomes: a year report is read by rivals."""
    return ()


def documents(actor: Actor, activity: Activity) -> Iterable[Document]:
    """The rounds that prepare a briefing, as far as the reader was asked."""
    found = activity.report_rounds.all()
    visible = type(found).visible_to(found, actor)
    for row in visible:
        yield Document(row.title, reverse("briefings:round_detail", args=[row.pk]), "report-analytics")


def entries(actor: Actor) -> Iterable[Entry]:
    """One page for departments and enterprises."""
    if KINDS & {seat.party_kind for seat in actor.seats}:
        yield Entry(_("Báo cáo số liệu"), reverse("briefings:round_list"), "report-analytics")


def register() -> None:
    """Nothing more."""
