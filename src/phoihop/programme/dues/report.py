"""What is missing in reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.notices.sources import Due
from phoihop.programme.models import Plan, PlanStatus, ReportAnswer, ReportPeriod, ReportStatus, YearReport

DEADLINES = {ReportPeriod.HALF_YEAR: (0, 7, 15), ReportPeriod.YEAR: (1, 1, 15)}  # years after, month, day
GATHER_DAYS = 45  # a report is asked for this long before its deadline


def report_dues(actor: Actor) -> Iterable[Due]:
    """Parties owe a confirmation; the lead owes gathering, freezing, and answers to objections."""
    reports = list(
        YearReport.objects.visible_to(actor).filter(status=ReportStatus.CIRCULATED).select_related("programme")
    )
    answers = {(a.report_id, str(a.party_id)): a for a in ReportAnswer.objects.filter(report__in=reports)}
    for report in reports:
        yield from _confirmations(actor, report, answers)
        yield from _closing(actor, report, answers)
    yield from _gathering(actor)


def _confirmations(actor: Actor, report: YearReport, answers: dict[tuple[UUID, str], ReportAnswer]) -> Iterable[Due]:
    lead = report.programme.lead_id
    for key in report.content.get("parties", {}):
        party = UUID(key)
        if (report.pk, key) not in answers and ({party, lead} & actor.party_ids):
            yield Due(
                key=f"programme.report.confirm:{report.pk}:{key}",
                title=_("Xác nhận số liệu: %(report)s") % {"report": report},
                url=reverse("programme:report_detail", args=[report.pk]), party_id=party, owed_to_id=lead,
                due_on=report.confirm_by, source=_("Báo cáo"), icon="report",
            )  # fmt: skip


def _closing(actor: Actor, report: YearReport, answers: dict[tuple[UUID, str], ReportAnswer]) -> Iterable[Due]:
    lead = report.programme.lead_id
    if lead not in actor.party_ids:
        return
    mine = [answer for (pk, _key), answer in answers.items() if pk == report.pk]
    unresolved = any(not answer.confirms and not answer.resolution for answer in mine)
    complete = len(mine) == len(report.content.get("parties", {}))
    passed = report.confirm_by is not None and report.confirm_by < actor.today
    if unresolved or complete or passed:
        title = _("Xử lý ý kiến chưa thống nhất: %(report)s") if unresolved else _("Chốt báo cáo: %(report)s")
        yield Due(
            key=f"programme.report.close:{report.pk}:{unresolved}", title=title % {"report": report},
            url=reverse("programme:report_detail", args=[report.pk]), party_id=lead, owed_to_id=lead,
            due_on=(report.confirm_by or actor.today) + dt.timedelta(days=7), source=_("Báo cáo"), icon="report",
        )  # fmt: skip


def _gathering(actor: Actor) -> Iterable[Due]:
    """Reports whose time has come and that nobody sent out yet."""
    plans = Plan.objects.filter(programme__lead_id__in=actor.regulator_ids, status=PlanStatus.FROZEN)
    plans = plans.filter(year__gte=actor.today.year - 1).select_related("programme")
    sent = set(
        YearReport.objects.filter(plan__in=plans).exclude(status=ReportStatus.DRAFT).values_list("plan_id", "period")
    )
    for plan in plans:
        for period, (later, month, day) in DEADLINES.items():
            due_on = dt.date(plan.year + later, month, day)
            if (plan.pk, period.value) in sent or due_on - dt.timedelta(days=GATHER_DAYS) > actor.today:
                continue
            if period == ReportPeriod.HALF_YEAR and (plan.pk, ReportPeriod.YEAR.value) in sent:
                continue
            yield Due(
                key=f"programme.report.gather:{plan.pk}:{period.value}",
                title=_("Tổng hợp và gửi %(period)s %(year)s") % {"period": period.label, "year": plan.year},
                url=reverse("programme:report_list", args=[plan.programme_id]), party_id=plan.programme.lead_id,
                owed_to_id=plan.programme.lead_id, due_on=due_on, source=_("Báo cáo"), icon="report",
            )  # fmt: skip
