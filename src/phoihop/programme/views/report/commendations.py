"""Proposing and deciding commendations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, refused, saved
from phoihop.programme.actions import report as actions
from phoihop.programme.forms.report import CommendationForm
from phoihop.programme.queries import report as queries

DETAIL = "programme:report_detail"
DECISIONS = {"decide": actions.decide_commendation, "reject": actions.reject_commendation}


@open_to(holding(Permission.COMMENDATION_PROPOSE))
def propose(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Propose one."""
    report = queries.visible_report(actor=request.actor, pk=pk)
    form = CommendationForm(request.POST or None, choices=queries.parties_of_report(actor=request.actor, report=report))
    if request.method == "POST" and form.is_valid():
        try:
            actions.propose_commendation(actor=request.actor, report=report, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, DETAIL, pk)
    context: dict[str, Any] = {
        "heading": _("Đề nghị khen thưởng"),
        "button": pgettext("nút", "Đề nghị"),
        "report": report,
    }
    return page(request, "programme/report/form.html", form=form, programme=report.programme, **context)


@open_to(holding(Permission.COMMENDATION_PROPOSE))
@require_POST
def from_figures(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Propose whoever's figures speak for it."""
    report = queries.visible_report(actor=request.actor, pk=pk)
    try:
        made = actions.propose_from_figures(actor=request.actor, report=report)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    message = ngettext("Đã thêm %(n)s đề nghị.", "Đã thêm %(n)s đề nghị.", len(made)) % {"n": len(made)}
    return saved(request, DETAIL, pk, message=message)


@open_to(holding(Permission.COMMENDATION_DECIDE))
@require_POST
def decide(request: ActorRequest, pk: UUID, decision: str) -> HttpResponse:
    """Decide for or against."""
    commendation = queries.visible_commendation(actor=request.actor, pk=pk)
    action = DECISIONS.get(decision)
    if action is None:
        raise Http404
    try:
        action(actor=request.actor, commendation=commendation)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, commendation.report_id)
    return saved(request, DETAIL, commendation.report_id)
