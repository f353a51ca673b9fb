"""Where a report stands: its own state, and what follows from the dates."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phoihop.clauses.briefings.models import Report, ReportRound, ReportStatus, RoundStatus

EDITABLE = (ReportStatus.DRAFT, ReportStatus.RETURNED)


class Standing(models.TextChoices):
    """not yet due → due → overdue → locked; submitted → sent back → accepted."""

    NOT_YET = "not_yet", _("Chưa đến hạn")
    DUE = "due", _("Đến hạn nộp")
    OVERDUE = "overdue", _("Quá hạn")
    LOCKED = "locked", _("Đã khóa")
    SUBMITTED = "submitted", _("Đã nộp")
    RETURNED = "returned", _("Trả lại")
    ACCEPTED = "accepted", _("Đã tiếp nhận")


DUE_DAYS = 7  # from this long before its day on a report is due


def last_day(report: Report) -> dt.date:
    """The last day on which the party may submit: the round's lock, or what the department granted."""
    lock: dt.date = report.round.lock_on
    return max(lock, report.extended_until) if report.extended_until else lock


def is_locked(report: Report, today: dt.date) -> bool:
    """Whether the party can no longer submit by itself; what was sent back is never locked."""
    return report.status != ReportStatus.RETURNED and last_day(report) < today


def takes_figures(report: Report, today: dt.date) -> bool:
    """Whether figures may be typed now."""
    round_: ReportRound = report.round
    given = round_.status == RoundStatus.OPEN or report.status == ReportStatus.RETURNED
    begun = round_.opens_on <= today
    return given and begun and report.status in EDITABLE and not is_locked(report, today)


def standing_of(report: Report, today: dt.date) -> Standing:
    """The state of a report on a day."""
    if report.status != ReportStatus.DRAFT:
        return Standing(report.status)
    round_: ReportRound = report.round
    if is_locked(report, today):
        return Standing.LOCKED
    if round_.due_on < today:
        return Standing.OVERDUE
    return Standing.DUE if round_.due_on - today <= dt.timedelta(days=DUE_DAYS) else Standing.NOT_YET


def was_on_time(report: Report) -> bool | None:
    """Whether the first submission came by the due day; None before one came."""
    if report.first_submitted_at is None:
        return None
    day = timezone.localtime(report.first_submitted_at, timezone.get_default_timezone()).date()
    due: dt.date = report.round.due_on
    return day <= due
