"""What the department does with a report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.clauses.briefings.actions.reports import reviewing as actions
from phoihop.clauses.briefings.checking import cell_of
from phoihop.clauses.briefings.forms.reports import LONGEST, ExtendForm, ReasonForm, SendBackForm
from phoihop.clauses.briefings.queries.reports import grid, reports

ASKERS = holding(Permission.FIGURES_ASK)
DETAIL = "briefings:report_detail"
REMARK = "r:"


@open_to(ASKERS)
@require_POST
def report_accept(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Accept; figures are locked and kept as an edition."""
    report = reports.report_to_review(actor=request.actor, pk=pk)
    try:
        actions.accept_report(actor=request.actor, report=report)
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk, message=_("Đã tiếp nhận báo cáo. Số liệu đã được khóa và lưu thành một bản."))


@open_to(ASKERS)
def report_return(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Send back, with remarks typed beside the figures."""
    report = reports.report_to_review(actor=request.actor, pk=pk)
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.send_back(
                actor=request.actor, report=report, reason=form.cleaned_data["reason"], remarks=_remarks(request)
            )
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            return saved(request, DETAIL, pk, message=_("Đã trả lại báo cáo và báo cho đơn vị."))
    table = grid.grid_of(actor=request.actor, report=report)
    sections = [
        (
            section.title,
            [(cell, cell.cell.code is None, request.POST.get(REMARK + cell.key, "")) for cell in section.cells],
        )
        for section in table.sections
    ]
    return page(request, "briefings/reports/return.html", form=form, report=report, sections=sections)


def _remarks(request: ActorRequest) -> list[actions.Remark]:
    found = []
    for name in request.POST:
        text = str(request.POST[name])
        if name.startswith(REMARK) and text.strip():
            try:
                found.append(actions.Remark(cell_of(name.removeprefix(REMARK)), text[:LONGEST]))
            except ValueError:
                raise Refused(_("Biểu mẫu không có ô này. Hãy tải lại trang.")) from None
    return found


def _step(
    request: ActorRequest, report: Any, form: forms.Form, act: Callable[[], Any], words: tuple[str, str, str]
) -> HttpResponse:
    """A form on a page of its own; ``words`` are heading, button, and what is said once it is done."""
    heading, button, message = words
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, report.pk, message=message)
    return page(request, "briefings/reports/step.html", form=form, report=report, heading=heading, button=button)


@open_to(ASKERS)
def report_reopen(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Open an accepted report for a correction."""
    report = reports.report_to_review(actor=request.actor, pk=pk)
    form = ReasonForm(request.POST or None)
    words = (_("Mở lại để đính chính"), _("Mở lại"), _("Đã mở lại. Số đã tiếp nhận vẫn được giữ bên cạnh số mới."))
    return _step(
        request, report, form,
        lambda: actions.reopen_report(actor=request.actor, report=report, reason=form.cleaned_data["reason"]), words,
    )  # fmt: skip


@open_to(ASKERS)
def report_extend(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give one party more time."""
    report = reports.report_to_review(actor=request.actor, pk=pk)
    form = ExtendForm(request.POST or None)
    words = (_("Gia hạn nộp báo cáo"), _("Gia hạn"), _("Đã gia hạn và báo cho đơn vị."))
    return _step(
        request, report, form,
        lambda: actions.extend_report(actor=request.actor, report=report, until=form.cleaned_data["until"]), words,
    )  # fmt: skip
