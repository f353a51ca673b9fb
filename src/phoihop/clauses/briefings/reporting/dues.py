"""What is missing in rounds and reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import Report, ReportRound, ReportStatus, RoundStatus
from phoihop.clauses.briefings.reporting.standing import is_locked, last_day
from phoihop.notices.sources import Due

REVIEW_DAYS = 5  # from handing in to an answer of the department
CORRECT_DAYS = 5  # from being sent back to handing in again
OPEN_AHEAD_DAYS = 7  # a draft is to be opened this long before its first day
ICON = "report-analytics"


def report_dues(actor: Actor) -> Iterable[Due]:
    """Parties owe reports and corrections; departments owe an answer, and the opening of what they drafted."""
    yield from _reports(actor)
    yield from _rounds(actor)


def _reports(actor: Actor) -> Iterator[Due]:
    open_ones = Report.objects.visible_to(actor).exclude(status=ReportStatus.ACCEPTED)
    open_ones = open_ones.filter(round__opens_on__lte=actor.today).exclude(round__status=RoundStatus.CANCELLED)
    for report in open_ones.select_related("round__programme", "party"):
        lead = report.round.programme.lead_id
        url = reverse("briefings:report_detail", args=[report.pk])
        words = {"party": report.party.short_name, "round": report.round.title}
        if report.status == ReportStatus.SUBMITTED:
            if lead in actor.party_ids and report.submitted_at is not None:
                day = report.submitted_at.date() + dt.timedelta(days=REVIEW_DAYS)
                title = _("Xem, tiếp nhận báo cáo của %(party)s: %(round)s") % words
                yield Due(
                    f"briefings.report.review:{report.pk}", title, url, lead,
                    report.party_id, day, source=_("Báo cáo số liệu"), icon=ICON,
                )  # fmt: skip
        elif report.status == ReportStatus.RETURNED:
            day = (report.returned_at or report.changed_at).date() + dt.timedelta(days=CORRECT_DAYS)
            yield _owed(report, "correct", _("Sửa và nộp lại báo cáo: %(round)s") % words, url, day)
        elif report.round.status == RoundStatus.OPEN and not is_locked(report, actor.today):
            day = last_day(report) if report.extended_until else report.round.due_on
            yield _owed(report, "submit", _("Nộp báo cáo số liệu: %(round)s") % words, url, day)


def _owed(report: Report, what: str, title: str, url: str, day: dt.date) -> Due:
    return Due(
        f"briefings.report.{what}:{report.pk}", title, url, report.party_id, report.round.programme.lead_id, day,
        source=_("Báo cáo số liệu"), icon=ICON,
    )  # fmt: skip


def _rounds(actor: Actor) -> Iterator[Due]:
    mine = ReportRound.objects.filter(programme__lead_id__in=actor.regulator_ids).select_related("programme")
    soon = actor.today + dt.timedelta(days=OPEN_AHEAD_DAYS)
    for row in mine.filter(status=RoundStatus.DRAFT, opens_on__lte=soon):
        yield _step(row, "open", _("Mở đợt báo cáo: %(round)s") % {"round": row.title}, row.opens_on)
    for row in mine.filter(status=RoundStatus.OPEN, lock_on__lt=actor.today):
        yield _step(row, "close", _("Chốt đợt báo cáo: %(round)s") % {"round": row.title}, row.lock_on)


def _step(row: ReportRound, what: str, title: str, day: dt.date) -> Due:
    lead = row.programme.lead_id
    return Due(
        f"briefings.round.{what}:{row.pk}", title, reverse("briefings:round_detail", args=[row.pk]), lead, lead, day,
        source=_("Báo cáo số liệu"), icon=ICON,
    )  # fmt: skip
