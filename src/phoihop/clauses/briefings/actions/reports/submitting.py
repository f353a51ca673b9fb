"""Handing a report in: the party submits, a person presses the button."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.briefings.actions.reports.cells import Place
from phoihop.clauses.briefings.actions.reports.filling import NotOpen, open_report
from phoihop.clauses.briefings.models import (
    REPORT_TRANSITIONS,
    CellRemark,
    Explanation,
    FormRule,
    Report,
    ReportStatus,
    ReportValue,
)
from phoihop.clauses.briefings.queries.reports.findings import judged
from phoihop.clauses.briefings.reporting.standing import takes_figures
from phoihop.notices.actions import tell


class NotComplete(Refused):
    """Errors, warnings without a word, or remarks without an answer stand in the way."""


def explain(
    *, actor: Actor, report: Report, explanations: Mapping[UUID, str], answers: Mapping[UUID, str], note: str
) -> Report:
    """Keep what the party says of warnings (by rule), of the department's remarks (by remark), and of it all.

    :raises NotOpen: the report takes no words now
    """
    require(actor, Permission.FIGURES_FILL, party=report.party_id)
    with transaction.atomic():
        row = open_report(actor, report)
        rules = set(FormRule.objects.filter(version_id=row.round.version_id).values_list("pk", flat=True))
        for rule, text in explanations.items():
            if rule in rules:
                _explain(actor, row, rule, text.strip()[:500])
        for remark, text in answers.items():
            CellRemark.objects.filter(report=row, pk=remark, settled_at__isnull=True).update(answer=text.strip()[:500])
        Report.objects.filter(pk=row.pk).update(note=note.strip(), changed_at=actor.at)
        audit.record(actor, "briefings.report.explained", row, party=row.party_id)
        row.note = note.strip()
    return row


def _explain(actor: Actor, report: Report, rule: UUID, text: str) -> None:
    if text:
        Explanation.objects.update_or_create(
            report=report, rule_id=rule, defaults={"text": text, "written_by_id": actor.user_id}
        )
    else:
        Explanation.objects.filter(report=report, rule_id=rule).delete()


def open_remarks(report: Report) -> list[CellRemark]:
    """Remarks that were neither answered nor followed by a change of the figure."""
    rows = CellRemark.objects.filter(report=report, settled_at__isnull=True, answer="").select_related("indicator")
    changed = ReportValue.objects.filter(report=report).values_list("indicator_id", "code_id", "changed_at")
    last: dict[Place, dt.datetime] = {(indicator, code): at for indicator, code, at in changed}
    return [row for row in rows if last.get((row.indicator_id, row.code_id), row.created_at) <= row.created_at]


def submit_report(*, actor: Actor, report: Report) -> Report:
    """Hand the report in for its party.

    :raises NotOpen: it takes nothing now: handed in, not begun, or locked
    :raises NotComplete: something is wrong, unexplained or unanswered
    """
    require(actor, Permission.FIGURES_SUBMIT, party=report.party_id)
    with transaction.atomic():
        row = open_report(actor, report)
        row.round.refresh_from_db(fields=["status"])  # it may have been closed while this waited for the report
        if not takes_figures(row, actor.today):
            raise NotOpen(
                _("Báo cáo này hiện không nhận số liệu: đã nộp, chưa mở hoặc đã khóa. Hãy liên hệ Sở nếu cần.")
            )
        found = judged(actor=actor, report=row)
        if found.errors:
            raise NotComplete(_("Còn %(n)s lỗi phải sửa trước khi nộp.") % {"n": len(found.errors)})
        if found.unexplained:
            raise NotComplete(_("Còn %(n)s cảnh báo chưa có lời giải trình.") % {"n": len(found.unexplained)})
        unanswered = open_remarks(row)
        if unanswered:
            words = _("Còn %(n)s nhận xét của Sở chưa được sửa số hoặc trả lời.")
            raise NotComplete(words % {"n": len(unanswered)})
        first = row.first_submitted_at or actor.at
        move(
            row, ReportStatus.SUBMITTED, REPORT_TRANSITIONS, submitted_at=actor.at, first_submitted_at=first,
            pressed_by_id=actor.user_id,
        )  # fmt: skip
        audit.record(actor, "briefings.report.submitted", row, party=row.party_id)
        tell(
            actor=actor, users_of=[row.round.programme.lead_id], icon="report-analytics",
            text=gettext_lazy("%(party)s đã nộp báo cáo %(round)s."),
            words={"party": row.party.short_name, "round": row.round.title},
            url=reverse("briefings:report_detail", args=[row.pk]), permission=Permission.FIGURES_ASK,
            key=f"briefings.report.submitted:{row.pk}:{actor.at.isoformat()}",
        )  # fmt: skip
    return row


def ask_correction(*, actor: Actor, report: Report, reason: str) -> Report:
    """Ask the department to open a report that was handed in, or that is locked.

    :raises Refused: no reason is given, or the report can be typed into anyway
    """
    require(actor, Permission.FIGURES_SUBMIT, party=report.party_id)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do để Sở xem xét."), field="reason")
    if report.status == ReportStatus.RETURNED:
        raise Refused(_("Báo cáo đang mở để sửa. Hãy sửa rồi nộp lại."))
    with transaction.atomic():
        audit.record(
            actor, "briefings.report.correction_asked", report, party=report.party_id, after={"reason": reason.strip()}
        )
        tell(
            actor=actor, users_of=[report.round.programme.lead_id], icon="report-analytics",
            text=gettext_lazy("%(party)s đề nghị mở lại báo cáo %(round)s: %(reason)s"),
            words={
                "party": report.party.short_name, "round": report.round.title, "reason": reason.strip()[:200],
            },
            url=reverse("briefings:report_detail", args=[report.pk]), permission=Permission.FIGURES_ASK,
            key=f"briefings.report.correction:{report.pk}:{actor.at.isoformat()}",
        )  # fmt: skip
    return report
