"""At the door: a code that is scanned, and the list by name."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, saved
from phoihop.clauses.briefings.actions.meeting import door as actions
from phoihop.clauses.briefings.forms.meeting import WalkInForm
from phoihop.clauses.briefings.queries.meeting import attendance as queries
from phoihop.clauses.briefings.queries.meeting import hub
from phoihop.clauses.briefings.queries.meeting.briefings import led_briefing
from phoihop.clauses.briefings.views.meeting.answering import show_refusal, turned_down

ATTENDANCE = "briefings:attendance"
DESK = holding(Permission.BRIEFING_RUN, Permission.MINUTES_WRITE)
MAX_DIGITS = 4


@open_to(SEATED)
def door(request: ActorRequest, token: str) -> HttpResponse:
    """What a scanned code opens: a person to let in, once. The page changes nothing before the button is pressed."""
    actor = request.actor
    found = queries.arrival(actor=actor, token=token)
    template = "briefings/meeting/door.html"
    if found is None:
        return page(request, template, status=404, found=None)
    context: dict[str, Any] = {"found": found, "briefing": found.way_in.briefing, "person": found.person}
    if found.person is None:
        return page(request, template, status=404, **context)
    if request.method == "POST":
        try:
            actions.check_in(actor=actor, briefing=found.way_in.briefing, attendee=found.person)
        except Refused as refusal:
            return turned_down(request, refusal, "briefings:door", token)
        words = _("Đã điểm danh %(name)s. Có thể quét thẻ tiếp theo.") % {"name": found.person.name}
        return saved(request, "briefings:door", token, message=words)
    return page(request, template, **context)


@open_to(DESK)
def attendance(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The list with check boxes, and those whom no list names."""
    actor = request.actor
    briefing = led_briefing(actor=actor, pk=pk)
    lines = queries.party_lines(actor=actor, briefing=briefing)
    if request.method == "POST":
        try:
            total = actions.record_attendance(
                actor=actor, briefing=briefing, present=_present(request), unnamed=_unnamed(request, lines)
            )
        except Refused as refusal:
            return turned_down(request, refusal, ATTENDANCE, pk)
        return saved(request, ATTENDANCE, pk, message=_("Đã ghi điểm danh: %(n)s người có mặt.") % {"n": total})
    return page(request, "briefings/meeting/attendance.html", **_context(request, briefing, lines))


def _context(request: ActorRequest, briefing: Any, lines: list[queries.PartyLine]) -> dict[str, Any]:
    parties = hub.parties(actor=request.actor, briefing=briefing)
    return {
        "briefing": briefing, "programme": briefing.activity.programme, "lines": lines,
        "walk_in": WalkInForm(parties=parties), "present": sum(line.row.present for line in lines if line.row),
        "named": sum(len(line.people) for line in lines), "came": sum(line.named_present for line in lines),
        "parties_here": sum(bool(line.row and line.row.attended) for line in lines),
    }  # fmt: skip


def _present(request: ActorRequest) -> set[UUID]:
    try:
        return {UUID(text) for text in request.POST.getlist("present")}
    except ValueError as problem:
        raise Refused(_("Danh sách gửi lên không đọc được. Hãy tải lại trang rồi điểm danh lại.")) from problem


def _unnamed(request: ActorRequest, lines: list[queries.PartyLine]) -> dict[UUID, int]:
    found = {}
    for line in lines:
        text = request.POST.get(f"unnamed-{line.party.pk}", "").strip()
        if text and not (text.isdecimal() and len(text) <= MAX_DIGITS):
            raise Refused(_("%(party)s: số người phải là số từ 0 đến 500.") % {"party": line.party.short_name})
        found[line.party.pk] = int(text or 0)
    return found


@open_to(DESK)
@require_POST
def walk_in(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let in somebody whom no list names."""
    actor = request.actor
    briefing = led_briefing(actor=actor, pk=pk)
    form = WalkInForm(request.POST, parties=hub.parties(actor=actor, briefing=briefing))
    if form.is_valid():
        try:
            person = actions.add_walk_in(actor=actor, briefing=briefing, **form.cleaned_data)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return saved(request, ATTENDANCE, pk, message=_("Đã thêm %(name)s.") % {"name": person.name})
    lines = queries.party_lines(actor=actor, briefing=briefing)
    context = _context(request, briefing, lines) | {"walk_in": form}
    return page(request, "briefings/meeting/attendance.html", status=422, **context)
