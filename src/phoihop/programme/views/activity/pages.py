"""The page of one activity and its steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.forms import Form
from phoihop.base.ui import page, refused, saved
from phoihop.notices import calendar
from phoihop.programme import happenings
from phoihop.programme.actions import activity as actions
from phoihop.programme.forms.activity import (
    ActivityForm,
    AnswerForm,
    EvidenceForm,
    OutcomeForm,
    ParticipantsForm,
    PeopleForm,
    ReasonForm,
    ReopenForm,
    ReplyForm,
)
from phoihop.programme.queries import activity as queries

STEPS = {
    "open": actions.open_activity,
    "hold": actions.hold_activity,
    "close": actions.close_activity,
    "reopen": actions.reopen_activity,
}


@open_to(SEATED)
@require_GET
def activity_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Everything about one activity that the reader may know."""
    actor = request.actor
    activity = queries.visible_activity(actor=actor, pk=pk)
    runs = actor.may(Permission.ACTIVITY_RUN, activity.programme.lead_id)
    own = queries.own_participation(actor=actor, activity=activity)
    own_party = queries.own_party(actor=actor, activity=activity)
    context: dict[str, Any] = {
        "activity": activity,
        "programme": activity.programme,
        "kind": queries.kind(actor=actor, activity=activity),
        "runs": runs,
        "own": own,
        "own_party": own_party,
        "may_add_evidence": own_party is not None and actor.may(Permission.EVIDENCE_ADD, own_party),
        "may_record": runs or (own_party is not None and actor.may(Permission.OUTCOME_RECORD, own_party)),
        "open_for_results": activity.status in ("open", "held"),
        "begun": activity.starts_at <= actor.at,
        "participations": queries.shown_participations(actor=actor, activity=activity),
        "outcomes": queries.shown_outcomes(actor=actor, activity=activity),
        "counted": queries.counted_figures(actor=actor, activity=activity),
        "targets": queries.target_lines(actor=actor, activity=activity),
        "evidence": queries.shown_evidence(actor=actor, activity=activity),
        "papers": queries.activity_papers(actor=actor, activity=activity),
        "documents": queries.documents(actor=actor, activity=activity),
    }
    return page(request, "programme/activity/detail.html", **context, **_forms(request, context))


def _forms(request: ActorRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The small forms that stand on the page."""
    activity, own = context["activity"], context["own"]
    parties = queries.parties_of_programme(actor=request.actor, activity=activity)
    forms: dict[str, Any] = {"evidence_form": EvidenceForm()}
    if own is not None:
        known = {"answer": own.answer, "expected": own.expected, "note": own.note}
        forms["answer_form"] = AnswerForm(initial=known)
        lines = [f"{one.name}; {one.position}; {one.email}".rstrip("; ") for one in own.attendees.all()]
        forms["people_form"] = PeopleForm(initial={"people": "\n".join(lines)})
    if context["may_record"]:
        choices = parties if context["runs"] else parties.filter(pk__in=request.actor.party_ids)
        forms["outcome_form"] = OutcomeForm(choices=choices, runs=bool(context["runs"]))
    if context["runs"]:
        taking_part = [shown.party.pk for shown in context["participations"]]
        forms["participants_form"] = ParticipantsForm(choices=parties.exclude(pk__in=taking_part))
        forms["reply_form"] = ReplyForm()
    return forms


@open_to(holding(Permission.ACTIVITY_RUN))
def activity_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change time, place, agenda."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    initial = {name: getattr(activity, name) for name in ActivityForm.base_fields}
    for name in ("starts_at", "ends_at"):
        initial[name] = timezone.localtime(initial[name])
    people = queries.people_of_the_lead(actor=request.actor, activity=activity)
    form = ActivityForm(request.POST or None, initial=initial, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_activity(actor=request.actor, activity=activity, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, "programme:activity_detail", pk)
    return page(request, "programme/activity/edit.html", form=form, activity=activity, programme=activity.programme)


@open_to(holding(Permission.ACTIVITY_RUN))
@require_POST
def activity_step(request: ActorRequest, pk: UUID, step: str) -> HttpResponse:
    """Open, hold, close or reopen."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    action = STEPS.get(step)
    if action is None:
        raise Http404
    try:
        action(actor=request.actor, activity=activity)
    except Refused as refusal:
        return refused(request, refusal, "programme:activity_detail", pk)
    return saved(request, "programme:activity_detail", pk, message=_("Đã chuyển trạng thái hoạt động."))


def _with_reason(
    request: ActorRequest,
    pk: UUID,
    action: Callable[..., Any],
    heading: str,
    button: str,
    form_class: type[Form] = ReasonForm,
) -> HttpResponse:
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    form = form_class(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            action(actor=request.actor, activity=activity, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, "programme:activity_detail", pk)
    context: dict[str, Any] = {
        "activity": activity,
        "programme": activity.programme,
        "heading": heading,
        "button": button,
    }
    return page(request, "programme/activity/reason.html", form=form, **context)


@open_to(holding(Permission.ACTIVITY_RUN))
def activity_postpone(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Put off, with a reason."""
    return _with_reason(request, pk, actions.postpone_activity, _("Hoãn hoạt động"), pgettext("nút", "Hoãn"))


@open_to(holding(Permission.ACTIVITY_RUN))
def activity_cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Call off, with a reason."""
    return _with_reason(request, pk, actions.cancel_activity, _("Hủy hoạt động"), _("Hủy hoạt động"))


@open_to(holding(Permission.ACTIVITY_RUN))
def activity_reopen_results(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Open a closed activity again, with a reason."""
    heading, button = _("Mở lại hoạt động để sửa kết quả"), _("Mở lại")
    return _with_reason(request, pk, actions.reopen_results, heading, button, ReopenForm)


@open_to(SEATED)
@require_GET
def activity_calendar(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The activity as a calendar file that can be answered."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    body = calendar.invitation(
        happenings.happening_of(activity), organizer=happenings.organizer_of(activity),
        attendee=happenings.attendee_of(request.user), now=request.actor.at,
    )  # fmt: skip
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8; method=REQUEST")
    response["Content-Disposition"] = 'attachment; filename="invitation.ics"'
    return response
