"""Gathering, circulating, confirming, freezing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.programme.actions import report as actions
from phoihop.programme.forms.report import (
    AddendumForm,
    CirculateForm,
    ConfirmForm,
    GatherForm,
    RemarksForm,
    ResolveForm,
)
from phoihop.programme.queries import programmes
from phoihop.programme.queries import report as queries

DETAIL = "programme:report_detail"


def _form_page(
    request: ActorRequest, pk: UUID, form: forms.Form, heading: str, button: str, act: Callable[..., Any], **fixed: Any
) -> HttpResponse:
    """One form on a page of its own, so that a refusal keeps what was typed."""
    report = queries.visible_report(actor=request.actor, pk=pk)
    if request.method == "POST" and form.is_valid():
        try:
            act(actor=request.actor, report=report, **form.cleaned_data, **fixed)
        except NotVisible:
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, pk)
    context: dict[str, Any] = {"report": report, "programme": report.programme, "heading": heading, "button": button}
    return page(request, "programme/report/form.html", form=form, **context)


@open_to(holding(Permission.REPORT_GATHER))
@require_POST
def gather(request: ActorRequest, programme_pk: UUID) -> HttpResponse:
    """Gather a draft, anew or for the first time."""
    programme = programmes.visible_programme(actor=request.actor, pk=programme_pk)
    years = [plan.year for plan in queries.reportable_plans(actor=request.actor, programme=programme.pk)]
    form = GatherForm(request.POST, years=years)
    if not form.is_valid():
        return refused(request, Refused(_("Hãy chọn năm và kỳ báo cáo.")), "programme:report_list", programme.pk)
    plan = queries.plan_to_report(actor=request.actor, programme=programme.pk, year=form.cleaned_data["year"])
    try:
        report = actions.gather_report(actor=request.actor, plan=plan, period=form.cleaned_data["period"])
    except Refused as refusal:
        return refused(request, refusal, "programme:report_list", programme.pk)
    return saved(request, DETAIL, report.pk, message=_("Đã tổng hợp số liệu."))


@open_to(holding(Permission.REPORT_GATHER))
def remarks(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write the appraisal."""
    report = queries.visible_report(actor=request.actor, pk=pk)
    form = RemarksForm(request.POST or None, initial={"remarks": report.remarks})
    return _form_page(request, pk, form, _("Đánh giá chung"), _("Lưu"), actions.write_remarks)


@open_to(holding(Permission.REPORT_GATHER))
def circulate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Send to the parties."""
    form = CirculateForm(request.POST or None)
    return _form_page(request, pk, form, _("Gửi các bên xác nhận"), _("Gửi"), actions.circulate_report)


@open_to(holding(Permission.REPORT_CONFIRM))
def answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Confirm or object."""
    report = queries.visible_report(actor=request.actor, pk=pk)
    party = queries.own_part_party(actor=request.actor, report=report)
    if party is None:
        raise NotVisible
    form = ConfirmForm(request.POST or None)
    heading = _("Xác nhận số liệu của %(party)s") % {"party": party.short_name}
    return _form_page(request, pk, form, heading, _("Gửi"), actions.answer_report, party=party)


@open_to(holding(Permission.REPORT_GATHER))
def resolve(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Answer an objection."""
    report = queries.visible_report(actor=request.actor, pk=pk)
    party = queries.party_of_report(actor=request.actor, report=report, pk=party_pk)
    form = ResolveForm(request.POST or None)
    heading = _("Xử lý ý kiến của %(party)s") % {"party": party.short_name}
    return _form_page(request, pk, form, heading, _("Lưu"), actions.resolve_objection, party=party)


@open_to(holding(Permission.REPORT_FREEZE))
@require_POST
def freeze(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Seal."""
    report = queries.visible_report(actor=request.actor, pk=pk)
    try:
        actions.freeze_report(actor=request.actor, report=report)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk, message=_("Đã chốt báo cáo."))


@open_to(holding(Permission.REPORT_FREEZE))
def addendum(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a correction."""
    report = queries.visible_report(actor=request.actor, pk=pk)
    form = AddendumForm(request.POST or None, choices=queries.parties_of_report(actor=request.actor, report=report))
    return _form_page(request, pk, form, _("Phụ lục bổ sung, đính chính"), _("Thêm"), actions.add_addendum)


@open_to(holding(Permission.REPORT_GATHER))
@require_POST
def paper(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Draw the report as a paper."""
    report = queries.visible_report(actor=request.actor, pk=pk)
    try:
        drawn = actions.draw_report(actor=request.actor, report=report)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, "papers:paper_detail", drawn.pk, message=_("Đã tạo dự thảo báo cáo."))
