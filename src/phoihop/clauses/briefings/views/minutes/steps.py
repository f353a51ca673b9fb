"""From draft to signed, and what attendees want otherwise."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed
from phoihop.clauses.briefings.actions.minutes import amending, steps
from phoihop.clauses.briefings.forms.minutes import (
    AmendmentAnswerForm,
    AmendmentForm,
    CirculateForm,
    MinutesReasonForm,
)
from phoihop.clauses.briefings.queries.minutes import minutes as queries
from phoihop.clauses.briefings.views.minutes.answering import step_button, step_form

WRITERS = holding(Permission.MINUTES_WRITE)
FINISHERS = holding(Permission.DECISION_FOLLOW)
USUAL_DAYS = 5


@open_to(WRITERS)
def minutes_circulate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let attendees answer until a day."""
    actor, minutes = request.actor, queries.own_minutes(actor=request.actor, briefing=pk)
    usual = minutes.amend_by or actor.today + dt.timedelta(days=USUAL_DAYS)
    form = CirculateForm(request.POST or None, initial={"amend_by": usual})
    return step_form(
        request, pk, form, lambda: steps.circulate(actor=actor, minutes=minutes, **form.cleaned_data),
        _("Gửi lấy ý kiến"), _("Gửi"), message=_("Đã gửi các đơn vị tham dự."),
    )  # fmt: skip


@open_to(FINISHERS)
@require_POST
def minutes_finish(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Close the text and draw its paper."""
    minutes = queries.own_minutes(actor=request.actor, briefing=pk)
    words = _("Đã hoàn chỉnh; kết luận và nhiệm vụ bắt đầu được theo dõi.")
    return step_button(request, pk, lambda: steps.finish(actor=request.actor, minutes=minutes), words)


@open_to(WRITERS)
def minutes_take_back(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Open final minutes again."""
    actor, minutes = request.actor, queries.own_minutes(actor=request.actor, briefing=pk)
    form = MinutesReasonForm(request.POST or None)
    return step_form(
        request, pk, form, lambda: steps.take_back(actor=actor, minutes=minutes, **form.cleaned_data),
        _("Đưa về lấy ý kiến"), _("Đưa về"),
    )  # fmt: skip


@open_to(WRITERS)
@require_POST
def minutes_lock(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Lock signed minutes."""
    minutes = queries.own_minutes(actor=request.actor, briefing=pk)
    words = _("Đã khóa biên bản.")
    return step_button(request, pk, lambda: steps.lock_signed(actor=request.actor, minutes=minutes), words)


@open_to(WRITERS)
@require_POST
def notice_draw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Draw the notice of conclusions."""
    minutes = queries.own_minutes(actor=request.actor, briefing=pk)
    return step_button(
        request, pk, lambda: steps.draw_notice(actor=request.actor, minutes=minutes),
        _("Đã tạo dự thảo thông báo kết luận."), to=lambda paper: ("papers:paper_detail", paper.pk),
    )  # fmt: skip


@open_to(WRITERS)
@require_POST
def notice_send(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Mail the notice."""
    minutes = queries.own_minutes(actor=request.actor, briefing=pk)
    return step_button(
        request, pk, lambda: steps.send_notice(actor=request.actor, minutes=minutes),
        _("Đang gửi thông báo kết luận."), to=lambda job: ("base:job_detail", job.pk),
    )  # fmt: skip


@open_to(holding(Permission.MINUTES_AMEND))
def amendment_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask for a change; ``?entry=`` names the paragraph."""
    actor, minutes = request.actor, queries.visible_minutes(actor=request.actor, briefing=pk)
    party = queries.amending_party(actor=actor, minutes=minutes)
    if party is None:
        raise NotAllowed(_("Đơn vị bạn không góp ý được vào biên bản này lúc này. Hãy liên hệ thư ký cuộc họp."))
    topics = queries.topics(actor=actor, minutes=minutes)
    asked = request.GET.get("entry", "")
    entry = next((one for topic in topics for one in topic.entries if str(one.pk) == asked), None)
    form = AmendmentForm(request.POST or None)
    return step_form(
        request, pk, form,
        lambda: amending.propose_amendment(
            actor=actor, minutes=minutes, party=party, entry=entry, text=form.cleaned_data["text"]
        ),
        _("Đề nghị sửa biên bản"), _("Gửi"), message=_("Đã gửi thư ký cuộc họp."), there=entry,
    )  # fmt: skip


@open_to(WRITERS)
def amendment_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take or decline an amendment."""
    amendment = queries.visible_amendment(actor=request.actor, pk=pk)
    form = AmendmentAnswerForm(request.POST or None)
    return step_form(
        request, amendment.minutes.briefing_id, form,
        lambda: amending.answer_amendment(actor=request.actor, amendment=amendment, **form.cleaned_data),
        _("Trả lời đề nghị sửa"), _("Lưu"), asked=amendment, there=amendment.entry,
    )  # fmt: skip
