"""Answers, delegates and deputies, passes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.ui import page, saved
from phoihop.clauses.briefings.actions.meeting import delegates as actions
from phoihop.clauses.briefings.agenda import pass_paper
from phoihop.clauses.briefings.forms.meeting import PersonForm
from phoihop.clauses.briefings.queries.meeting import attendance as queries
from phoihop.clauses.briefings.queries.meeting.briefings import leads, runs, visible_briefing
from phoihop.clauses.briefings.views.meeting.answering import show_refusal, turned_down
from phoihop.papers.rendering.codes import qr_svg
from phoihop.programme.actions.activity.participation import answer_invitation
from phoihop.programme.forms.activity import AnswerForm

DETAIL, LIST = "briefings:briefing_detail", "briefings:delegate_list"
ANSWER = holding(Permission.ACTIVITY_ANSWER, Permission.ACTIVITY_RUN)


@open_to(ANSWER)
def briefing_answer(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Say whether one's party comes."""
    actor = request.actor
    briefing = visible_briefing(actor=actor, pk=pk)
    line = queries.own_line(actor=actor, briefing=briefing, party=party_pk)
    row = line.row
    known = {"answer": row.answer, "expected": row.expected, "note": row.note} if row else {}
    form = AnswerForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data | {"expected": form.cleaned_data["expected"] or 0}
        try:
            answer_invitation(actor=actor, activity=briefing.activity, party=line.party, **data)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return saved(request, LIST, pk, message=_("Đã ghi nhận trả lời. Hãy ghi tên người dự họp."))
    context = _about(briefing, _("Trả lời giấy mời: %(party)s") % {"party": line.party.short_name})
    return page(request, "briefings/meeting/form.html", form=form, **context)


def _about(briefing: Any, heading: str, label: str = "") -> dict[str, Any]:
    activity = briefing.activity
    return {
        "briefing": briefing, "activity": activity, "programme": activity.programme, "heading": heading, "label": label,
    }  # fmt: skip


@open_to(ANSWER)
@require_GET
def delegate_list(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The people of one's own party, for the lead of all, with their passes."""
    actor = request.actor
    briefing = visible_briefing(actor=actor, pk=pk)
    lines = queries.own_lines(actor=actor, briefing=briefing)
    if not lines:
        raise NotVisible
    context = _about(briefing, _("Người dự họp và thẻ dự họp")) | {
        "lines": lines, "runs": runs(actor=actor, briefing=briefing), "leads": leads(actor=actor, briefing=briefing),
        "open_now": briefing.status in ("preparing", "invited", "running"),
        "without": any(person.way_in is None for line in lines for person in line.people),
    }  # fmt: skip
    return page(request, "briefings/meeting/people.html", **context)


@open_to(ANSWER)
def delegate_new(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Name one person."""
    briefing = visible_briefing(actor=request.actor, pk=pk)
    line = queries.own_line(actor=request.actor, briefing=briefing, party=party_pk)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.name_delegate(actor=request.actor, briefing=briefing, party=line.party, **form.cleaned_data)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return saved(request, LIST, pk)
    context = _about(briefing, _("Cử người dự họp: %(party)s") % {"party": line.party.short_name})
    return page(request, "briefings/meeting/form.html", form=form, **context)


@open_to(ANSWER)
def delegate_deputy(request: ActorRequest, pk: UUID, person_pk: UUID) -> HttpResponse:
    """Send somebody else instead."""
    briefing = visible_briefing(actor=request.actor, pk=pk)
    person = queries.own_person(actor=request.actor, briefing=briefing, pk=person_pk)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.send_deputy(actor=request.actor, briefing=briefing, attendee=person.row, **form.cleaned_data)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return saved(request, LIST, pk, message=_("Đã đổi người. Thẻ cũ không còn dùng được; hãy gửi thẻ mới."))
    context = _about(briefing, _("Cử người dự thay %(name)s") % {"name": person.row.name})
    return page(request, "briefings/meeting/form.html", form=form, **context)


@open_to(ANSWER)
@require_POST
def delegate_remove(request: ActorRequest, pk: UUID, person_pk: UUID) -> HttpResponse:
    """Send somebody no more."""
    briefing = visible_briefing(actor=request.actor, pk=pk)
    person = queries.own_person(actor=request.actor, briefing=briefing, pk=person_pk)
    try:
        actions.remove_delegate(actor=request.actor, briefing=briefing, attendee=person.row)
    except Refused as refusal:
        return turned_down(request, refusal, LIST, pk)
    return saved(request, LIST, pk)


@open_to(ANSWER)
@require_POST
def passes_make(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Passes for those who have none yet."""
    actor = request.actor
    briefing = visible_briefing(actor=actor, pk=pk)
    lines = queries.own_lines(actor=actor, briefing=briefing)
    if not lines:
        raise NotVisible
    try:
        made = sum(actions.make_missing_passes(actor=actor, briefing=briefing, party=line.party) for line in lines)
    except Refused as refusal:
        return turned_down(request, refusal, LIST, pk)
    return saved(request, LIST, pk, message=ngettext("Đã tạo %(n)s thẻ.", "Đã tạo %(n)s thẻ.", made) % {"n": made})


@open_to(ANSWER)
@require_GET
def pass_picture(request: ActorRequest, pk: UUID, person_pk: UUID) -> HttpResponse:
    """The QR code of a pass."""
    briefing = visible_briefing(actor=request.actor, pk=pk)
    code = queries.code_of(actor=request.actor, briefing=briefing, pk=person_pk)
    return HttpResponse(qr_svg(code), content_type="image/svg+xml", headers={"Cache-Control": "private, no-store"})


@open_to(ANSWER)
@require_GET
def pass_pdf(request: ActorRequest, pk: UUID, person_pk: UUID) -> HttpResponse:
    """A pass to print."""
    briefing = visible_briefing(actor=request.actor, pk=pk)
    person = queries.own_person(actor=request.actor, briefing=briefing, pk=person_pk)
    code = queries.code_of(actor=request.actor, briefing=briefing, pk=person_pk)
    content = pass_paper.pass_pdf(briefing, person.row, code, person.stands_in_for)
    headers = {"Content-Disposition": 'inline; filename="the-du-hop.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
