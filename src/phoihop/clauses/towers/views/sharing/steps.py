"""The steps of owner, asker and department, a form each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.clauses.towers.actions.sharing import agreement, answer, pauses, survey, use
from phoihop.clauses.towers.forms.sharing import (
    AgreementForm,
    DayForm,
    EndForm,
    NoteForm,
    PauseForm,
    RefuseForm,
    RouteForm,
    SurveyForm,
    SurveyResultForm,
    TakeBackForm,
    WithdrawForm,
)
from phoihop.clauses.towers.queries.sharing import choices
from phoihop.clauses.towers.queries.sharing import detail as details
from phoihop.clauses.towers.queries.sharing import requests as queries
from phoihop.clauses.towers.views.sharing.answering import step_button, step_form
from phoihop.clauses.towers.views.sharing.places import routes

OWNERS = holding(Permission.SHARING_ANSWER)
ASKERS = holding(Permission.SHARING_ASK)
SIDES = holding(Permission.SHARING_ASK, Permission.SHARING_ANSWER)
DESK = holding(Permission.SHARING_MEDIATE)
ALL = holding(Permission.SHARING_ASK, Permission.SHARING_ANSWER, Permission.SHARING_MEDIATE)


def _seen(request: ActorRequest, pk: UUID) -> Any:
    return queries.visible_request(actor=request.actor, pk=pk)


@open_to(OWNERS)
def acknowledge(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The owner takes the request on."""
    row, form = _seen(request, pk), NoteForm(request.POST or None)
    return step_form(
        request, pk, form, lambda: answer.acknowledge(actor=request.actor, request=row, **form.cleaned_data),
        _("Tiếp nhận yêu cầu"), _("Tiếp nhận"), request_row=row,
    )  # fmt: skip


@open_to(DESK)
def route(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The department chooses the mast to send a need on to."""
    actor, row = request.actor, _seen(request, pk)
    found = choices.candidates(actor=actor, request=row)
    form = RouteForm(request.POST or None, masts=routes(found))

    def act() -> object:
        mast = choices.candidate(actor=actor, request=row, pk=UUID(form.cleaned_data["mast"]))
        return answer.route(actor=actor, request=row, mast=mast, note=form.cleaned_data["note"])

    return step_form(
        request, pk, form, act, _("Chuyển yêu cầu đến chủ cột"), _("Chuyển"), request_row=row, candidates=found,
        template="towers/sharing/route.html",
    )  # fmt: skip


@open_to(holding(Permission.SHARING_ANSWER, Permission.SHARING_MEDIATE))
def refuse(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Refuse with a reason."""
    row = _seen(request, pk)
    listed = choices.reasons(actor=request.actor, lead_id=row.lead_id, use="refusal")
    form = RefuseForm(request.POST or None, reasons=listed)
    return step_form(
        request, pk, form, lambda: answer.refuse(actor=request.actor, request=row, **form.cleaned_data),
        _("Từ chối yêu cầu"), _("Từ chối"), request_row=row,
    )  # fmt: skip


@open_to(ASKERS)
def withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The asker gives it up."""
    row, form = _seen(request, pk), WithdrawForm(request.POST or None)
    return step_form(
        request, pk, form, lambda: answer.withdraw(actor=request.actor, request=row, **form.cleaned_data),
        _("Rút yêu cầu"), _("Rút yêu cầu"), request_row=row,
    )  # fmt: skip


@open_to(SIDES)
@require_POST
def act_for(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Name oneself as the person who deals with it."""
    row = _seen(request, pk)
    side = queries.acting_side(actor=request.actor, request=row)
    return step_button(request, pk, lambda: answer.act_for(actor=request.actor, request=row, party=side))


@open_to(SIDES)
def survey_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Propose a meeting."""
    row, form = _seen(request, pk), SurveyForm(request.POST or None)
    side = queries.acting_side(actor=request.actor, request=row)
    return step_form(
        request, pk, form,
        lambda: survey.propose_survey(actor=request.actor, request=row, party=side, **form.cleaned_data),
        _("Hẹn khảo sát"), _("Gửi lịch hẹn"), request_row=row,
    )  # fmt: skip


@open_to(SIDES)
@require_POST
def survey_step(request: ActorRequest, pk: UUID, step: str) -> HttpResponse:
    """Confirm a meeting, or call it off."""
    found = details.visible_survey(actor=request.actor, pk=pk)
    side = queries.acting_side(actor=request.actor, request=found.request)
    act = survey.confirm_survey if step == "confirm" else survey.cancel_survey
    return step_button(request, found.request.pk, lambda: act(actor=request.actor, survey=found, party=side))


@open_to(SIDES)
def survey_result(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write down what was found."""
    found, form = details.visible_survey(actor=request.actor, pk=pk), SurveyResultForm(request.POST or None)
    side = queries.acting_side(actor=request.actor, request=found.request)
    return step_form(
        request, found.request.pk, form,
        lambda: survey.record_survey(actor=request.actor, survey=found, party=side, **form.cleaned_data),
        _("Kết quả khảo sát"), _("Lưu"), request_row=found.request,
    )  # fmt: skip


@open_to(OWNERS)
def agreement_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Draw the agreement and open its signing."""
    row, form = _seen(request, pk), AgreementForm(request.POST or None)
    return step_form(
        request, pk, form,
        lambda: agreement.draw_agreement(actor=request.actor, request=row, **form.cleaned_data),
        _("Lập thỏa thuận, mở đợt ký"), _("Lập thỏa thuận"), request_row=row,
        message=_("Đã lập thỏa thuận và mở đợt ký."),
    )  # fmt: skip


@open_to(OWNERS)
def agreement_back(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take the agreement back from signing."""
    row, form = _seen(request, pk), TakeBackForm(request.POST or None)
    return step_form(
        request, pk, form,
        lambda: agreement.withdraw_agreement(actor=request.actor, request=row, **form.cleaned_data),
        _("Rút lại đợt ký thỏa thuận"), _("Rút lại"), request_row=row,
    )  # fmt: skip


@open_to(ASKERS)
def in_use(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Record the first day of use."""
    row, form = _seen(request, pk), DayForm(request.POST or None)
    return step_form(
        request, pk, form, lambda: use.record_in_use(actor=request.actor, request=row, **form.cleaned_data),
        _("Ghi ngày đưa vào sử dụng"), _("Lưu"), request_row=row,
    )  # fmt: skip


@open_to(SIDES)
def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Record the last day of use."""
    row, form = _seen(request, pk), EndForm(request.POST or None)
    side = queries.acting_side(actor=request.actor, request=row)
    return step_form(
        request, pk, form,
        lambda: use.end_sharing(actor=request.actor, request=row, party=side, **form.cleaned_data),
        _("Kết thúc dùng chung"), _("Kết thúc"), request_row=row,
    )  # fmt: skip


@open_to(ALL)
def pause(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Stop the limits for a reason."""
    row = _seen(request, pk)
    party = queries.acting_party(actor=request.actor, request=row)
    listed = choices.reasons(actor=request.actor, lead_id=row.lead_id, use="pause")
    form = PauseForm(request.POST or None, reasons=listed)
    return step_form(
        request, pk, form,
        lambda: pauses.pause(actor=request.actor, request=row, party=party, **form.cleaned_data),
        _("Tạm dừng thời hạn"), _("Tạm dừng"), request_row=row,
    )  # fmt: skip


@open_to(ALL)
@require_POST
def resume(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let the limits run again."""
    row = _seen(request, pk)
    party = queries.acting_party(actor=request.actor, request=row)
    return step_button(request, pk, lambda: pauses.resume(actor=request.actor, request=row, party=party))
