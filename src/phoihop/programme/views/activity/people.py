"""Invitations, answers, attendance."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, refused, saved
from phoihop.programme.actions import activity as actions
from phoihop.programme.forms.activity import AnswerForm, ParticipantsForm, PeopleForm, ReplyForm
from phoihop.programme.queries import activity as queries

DETAIL = "programme:activity_detail"
MAX_DIGITS = 4


def _form_errors(form: object) -> Refused:
    messages = [str(error) for errors in form.errors.values() for error in errors]  # type: ignore[attr-defined]
    return Refused(" ".join(messages))


@open_to(holding(Permission.ACTIVITY_RUN))
@require_POST
def participants_add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add parties."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    form = ParticipantsForm(request.POST, choices=queries.parties_of_programme(actor=request.actor, activity=activity))
    if not form.is_valid():
        return refused(request, Refused(_("Hãy chọn ít nhất một đơn vị.")), DETAIL, pk)
    try:
        actions.add_participants(actor=request.actor, activity=activity, parties=form.cleaned_data["parties"])
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk)


@open_to(holding(Permission.ACTIVITY_RUN))
@require_POST
def participant_remove(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Take a party out."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    party = queries.participating_party(actor=request.actor, activity=activity, pk=party_pk)
    try:
        actions.remove_participant(actor=request.actor, activity=activity, party=party)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk)


@open_to(holding(Permission.ACTIVITY_RUN))
@require_POST
def invite(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Send notices and mails."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    try:
        job = actions.invite_participants(actor=request.actor, activity=activity)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, "base:job_detail", job.pk, message=_("Đang gửi giấy mời."))


@open_to(SEATED)
def answer(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Answer an invitation."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    party = queries.participating_party(actor=request.actor, activity=activity, pk=party_pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data | {"expected": form.cleaned_data["expected"] or 0}
        try:
            actions.answer_invitation(actor=request.actor, activity=activity, party=party, **data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, DETAIL, pk, message=_("Đã ghi nhận trả lời."))
    context: dict[str, Any] = {"activity": activity, "programme": activity.programme, "party": party}
    return page(request, "programme/activity/answer.html", form=form, **context)


@open_to(SEATED)
def people(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Name the people a party sends."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    party = queries.participating_party(actor=request.actor, activity=activity, pk=party_pk)
    form = PeopleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.send_attendees(
                actor=request.actor, activity=activity, party=party, people=form.cleaned_data["people"]
            )
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, DETAIL, pk)
    context: dict[str, Any] = {"activity": activity, "programme": activity.programme, "party": party}
    return page(request, "programme/activity/people.html", form=form, **context)


@open_to(holding(Permission.ACTIVITY_RUN))
def attendance(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take attendance of all parties on one page."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    shown = queries.shown_participations(actor=request.actor, activity=activity)
    if request.method == "POST":
        try:
            lines = [line for row in shown if (line := _attendance_of(request, row))]
            actions.record_attendance_of_all(actor=request.actor, activity=activity, lines=lines)
        except Refused as refusal:
            return refused(request, refusal, "programme:activity_attendance", pk)
        return saved(request, DETAIL, pk, message=_("Đã ghi điểm danh."))
    context: dict[str, Any] = {"activity": activity, "programme": activity.programme, "participations": shown}
    return page(request, "programme/activity/attendance.html", **context)


def _attendance_of(request: ActorRequest, row: queries.ShownParticipation) -> actions.Attendance | None:
    """What the page says of one party; None where nothing was chosen."""
    key = str(row.party.pk)
    came = request.POST.get(f"attended-{key}")
    if came is None:
        return None
    count = request.POST.get(f"present-{key}", "").strip()
    if count and not (count.isdecimal() and len(count) <= MAX_DIGITS):
        raise Refused(_("%(party)s: số người có mặt phải là số từ 0 đến 500.") % {"party": row.party.short_name})
    chosen = set(request.POST.getlist(f"people-{key}"))
    ids = frozenset(one.pk for one in row.people if str(one.pk) in chosen)
    return actions.Attendance(row.party, came == "yes", int(count or 0), ids)


@open_to(holding(Permission.ACTIVITY_RUN))
@require_POST
def reply(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Enter an answer that a calendar program sent."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    form = ReplyForm(request.POST, request.FILES)
    if not form.is_valid():
        return refused(request, _form_errors(form), DETAIL, pk)
    try:
        actions.take_reply(actor=request.actor, activity=activity, data=form.cleaned_data["file"].read(1_000_000))
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk, message=_("Đã ghi nhận trả lời."))
