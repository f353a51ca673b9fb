"""A report to read, its trend, and handing it in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, saved
from phoihop.clauses.briefings.actions.reports import submitting as actions
from phoihop.clauses.briefings.filling.figures import anchor_of
from phoihop.clauses.briefings.forms.reports import ReasonForm, SubmitForm
from phoihop.clauses.briefings.queries.reports import editions, findings, grid, reports, trends
from phoihop.clauses.briefings.reporting.standing import last_day, standing_of, was_on_time
from phoihop.clauses.briefings.views.reports import charts

DETAIL = "briefings:report_detail"
FILLERS = holding(Permission.FIGURES_FILL)


@open_to(SEATED)
@require_GET
def report_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The figures as far as the reader may see them, remarks, explanations, editions side by side."""
    actor = request.actor
    report = reports.visible_report(actor=actor, pk=pk)
    table = grid.grid_of(actor=actor, report=report)
    return page(
        request, "briefings/reports/report.html", report=report, grid=table, standing=standing_of(report, actor.today),
        on_time=was_on_time(report), last_day=last_day(report),
        readable=reports.reads_figures(actor=actor, report=report),
        fills=actor.may(Permission.FIGURES_FILL, report.party_id),
        submits=actor.may(Permission.FIGURES_SUBMIT, report.party_id),
        reviews=actor.may(Permission.FIGURES_ASK, report.round.programme.lead_id),
        explanations=reports.explanations_of(actor=actor, report=report),
        editions=editions.editions_of(actor=actor, report=report),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def report_trend(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Every figure over the periods, as pictures and as one table."""
    report = reports.visible_report(actor=request.actor, pk=pk)
    found = trends.trends_of(actor=request.actor, report=report)
    drawn = [
        (f"trend-{number}", one, charts.line(found.labels, one.values, one.indicator.name))
        for number, one in enumerate(found.trends)
        if one.known > 1
    ]
    return page(request, "briefings/reports/trend.html", report=report, trends=found, drawn=drawn)


@open_to(FILLERS)
def report_submit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What stands in the way, a word for each warning, an answer for each remark, and the button."""
    actor = request.actor
    report = reports.report_to_fill(actor=actor, pk=pk)
    table = grid.grid_of(actor=actor, report=report, to_fill=True)
    found = findings.judged(actor=actor, report=report, loaded=table.loaded)
    form = _submit_form(request, report, found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.explain(actor=actor, report=report, **form.words())
            if "submit" in request.POST:
                actions.submit_report(actor=actor, report=report)
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if "submit" not in request.POST:
                return saved(request, "briefings:report_submit", pk)
            return saved(request, DETAIL, pk, message=_("Đã nộp báo cáo. Sở xem và tiếp nhận hoặc gửi lại nhận xét."))
    labels = table.loaded.shape.labels
    told = [(one, labels.get(one.cells[0], ""), anchor_of(one.cells[0])) for one in found.errors if one.cells]
    return page(
        request, "briefings/reports/submit.html", report=report, grid=table, errors=told, form=form,
        submits=actor.may(Permission.FIGURES_SUBMIT, report.party_id), standing=standing_of(report, actor.today),
    )  # fmt: skip


def _submit_form(request: ActorRequest, report: Any, found: findings.Judged) -> SubmitForm:
    remarks = [one for one in reports.remarks_of(actor=request.actor, report=report) if one.settled_at is None]
    warnings: dict[str, str] = {}
    for one in found.warnings:
        said = f"{one.message} {one.detail}".strip()
        warnings[one.rule_id or ""] = f"{warnings[one.rule_id or '']} {one.detail}" if one.rule_id in warnings else said
    return SubmitForm(
        request.POST or None, warnings=warnings, said=found.explained, note=report.note,
        remarks={str(one.pk): f"{one.indicator.name}{_part(one)}: {one.text}" for one in remarks},
        answered={str(one.pk): one.answer for one in remarks},
    )  # fmt: skip


def _part(remark: Any) -> str:
    return f" – {remark.code.name}" if remark.code else ""


@open_to(holding(Permission.FIGURES_SUBMIT))
def report_correction(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask the department to open a report again."""
    report = reports.report_to_fill(actor=request.actor, pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_correction(actor=request.actor, report=report, reason=form.cleaned_data["reason"])
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            return saved(request, DETAIL, pk, message=_("Đã gửi đề nghị đến Sở."))
    heading, button = _("Đề nghị mở lại báo cáo"), _("Gửi đề nghị")
    return page(request, "briefings/reports/step.html", form=form, report=report, heading=heading, button=button)
