"""Pages of decisions and tasks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.clauses.briefings.actions.decisions import following, reporting
from phoihop.clauses.briefings.forms.decisions import (
    ChangeDecisionForm,
    DecisionReasonForm,
    NewDecisionForm,
    ProgressForm,
)
from phoihop.clauses.briefings.queries.decisions import decisions as queries

STATES = [
    ("under_way", gettext_lazy("Chưa khép lại")),
    ("late", gettext_lazy("Quá hạn")),
    ("open", gettext_lazy("Đang thực hiện")),
    ("reported", gettext_lazy("Đã báo cáo xong")),
    ("done", gettext_lazy("Hoàn thành")),
    ("dropped", gettext_lazy("Thôi thực hiện")),
    ("all", gettext_lazy("Tất cả")),
]
DESK = holding(Permission.DECISION_FOLLOW)
DETAIL = "briefings:decision_detail"


@open_to(SEATED)
@require_GET
def decision_list(request: ActorRequest) -> HttpResponse:
    """Decisions by state and words; how each party stands."""
    state = request.GET.get("state", "under_way")
    state = state if state in dict(STATES) else "under_way"
    text = request.GET.get("q", "").strip()
    found = queries.decisions(actor=request.actor, state="" if state == "all" else state, text=text)
    standing = queries.standings(actor=request.actor)
    return page(
        request, "briefings/decisions/list.html", part="rows", decisions=rows(request, found), states=STATES,
        state=state, q=text, standing=standing, chart=_chart(standing), today=request.actor.today,
        led=queries.led_programmes(actor=request.actor),
    )  # fmt: skip


def _chart(standing: list[queries.Standing]) -> dict[str, Any]:
    series = [
        (_("Hoàn thành"), [one.done for one in standing]),
        (_("Đã báo cáo xong"), [one.reported for one in standing]),
        (_("Đang thực hiện"), [one.open for one in standing]),
        (_("Quá hạn"), [one.late for one in standing]),
    ]
    return {
        "tooltip": {"trigger": "axis"}, "legend": {},
        "xAxis": {"type": "value", "minInterval": 1},
        "yAxis": {"type": "category", "data": [one.owner for one in standing], "inverse": True},
        "series": [{"name": name, "type": "bar", "stack": "all", "data": data} for name, data in series],
    }  # fmt: skip


@open_to(SEATED)
@require_GET
def decision_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One decision, what was done for it, and the next step."""
    decision = queries.visible_decision(actor=request.actor, pk=pk)
    return page(
        request, "briefings/decisions/detail.html", decision=decision, today=request.actor.today,
        speaks=queries.speaks_for(actor=request.actor, decision=decision),
        follows=request.actor.may(Permission.DECISION_FOLLOW, decision.programme.lead_id),
    )  # fmt: skip


@open_to(DESK)
def decision_new(request: ActorRequest, programme_pk: UUID) -> HttpResponse:
    """Give a task outside a meeting."""
    actor = request.actor
    owners = queries.owners(actor=actor, programme=programme_pk)
    programme = queries.led_programme(actor=actor, pk=programme_pk)
    form = NewDecisionForm(request.POST or None, owners=owners)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        alone = given["owner"] if given["private"] and given["owner"].pk != programme.lead_id else None
        try:
            made = following.record_decision(
                actor=actor, programme=programme, text=given["text"], owner=given["owner"], due_on=given["due_on"],
                confidential_to=alone,
            )  # fmt: skip
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, made.pk, message=_("Đã giao nhiệm vụ."))
    return page(request, "briefings/decisions/form.html", form=form, heading=_("Giao nhiệm vụ"), button=_("Giao"))


@open_to(DESK)
def decision_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a decision that is still open."""
    actor, decision = request.actor, queries.visible_decision(actor=request.actor, pk=pk)
    initial = {"text": decision.text, "owner": str(decision.owner_id), "due_on": decision.due_on}
    owners = queries.owners(actor=actor, programme=decision.programme_id)
    form = ChangeDecisionForm(request.POST or None, initial=initial, owners=owners)
    return _step_form(
        request, pk, form, lambda: following.change_decision(actor=actor, decision=decision, **form.cleaned_data),
        _("Sửa nhiệm vụ"), _("Lưu"),
    )  # fmt: skip


@open_to(holding(Permission.DECISION_REPORT))
def decision_report(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say what was done."""
    actor, decision = request.actor, queries.visible_decision(actor=request.actor, pk=pk)
    party = queries.speaks_for(actor=actor, decision=decision)
    if party is None:
        raise NotAllowed
    form = ProgressForm(request.POST or None, request.FILES or None)
    return _step_form(
        request, pk, form,
        lambda: reporting.report_progress(
            actor=actor, decision=decision, party=party, text=form.cleaned_data["text"],
            upload=form.cleaned_data["file"], finished=form.cleaned_data["finished"],
        ),
        _("Tình hình thực hiện"), _("Gửi"), message=_("Đã ghi tình hình thực hiện."),
    )  # fmt: skip


@open_to(DESK)
@require_POST
def decision_done(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Confirm that it is done."""
    decision = queries.visible_decision(actor=request.actor, pk=pk)
    try:
        following.confirm_done(actor=request.actor, decision=decision)
    except (NotVisible, NotAllowed):
        raise
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk, message=_("Đã xác nhận hoàn thành."))


@open_to(DESK)
def decision_reopen(request: ActorRequest, pk: UUID) -> HttpResponse:
    """It is not done after all."""
    return _with_reason(request, pk, following.reopen, _("Mở lại nhiệm vụ"))


@open_to(DESK)
def decision_drop(request: ActorRequest, pk: UUID) -> HttpResponse:
    """It need not be done any more."""
    return _with_reason(request, pk, following.drop, _("Thôi thực hiện"))


def _with_reason(request: ActorRequest, pk: UUID, act: Callable[..., Any], heading: str) -> HttpResponse:
    actor, decision = request.actor, queries.visible_decision(actor=request.actor, pk=pk)
    form = DecisionReasonForm(request.POST or None)
    return _step_form(
        request, pk, form, lambda: act(actor=actor, decision=decision, reason=form.cleaned_data["reason"]), heading,
        heading,
    )  # fmt: skip


def _step_form(
    request: ActorRequest,
    pk: UUID,
    form: forms.Form,
    act: Callable[[], Any],
    heading: str,
    button: str,
    message: str = "",
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, pk, message=message)
    return page(request, "briefings/decisions/form.html", form=form, heading=heading, button=button, pk=pk)
