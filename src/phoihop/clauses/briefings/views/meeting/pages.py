"""The list of briefings and the page of one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, rows, saved
from phoihop.clauses.briefings.actions.meeting import inviting, rounds
from phoihop.clauses.briefings.forms.meeting import RoundsForm
from phoihop.clauses.briefings.queries.meeting import agenda as agendas
from phoihop.clauses.briefings.queries.meeting import briefings as queries
from phoihop.clauses.briefings.queries.meeting import hub
from phoihop.clauses.briefings.queries.meeting.open_business import open_business
from phoihop.clauses.briefings.views.meeting.answering import turned_down
from phoihop.clauses.briefings.views.meeting.links import link

DETAIL = "briefings:briefing_detail"
STEPS = ("preparing", "invited", "running", "ended", "concluded")
BEFORE = ("preparing", "invited")
RUN = holding(Permission.BRIEFING_RUN)


@open_to(SEATED)
@require_GET
def briefing_list(request: ActorRequest) -> HttpResponse:
    """All briefings; the one to come first."""
    actor = request.actor
    found = rows(request, queries.briefings(actor=actor))
    coming = queries.next_briefing(actor=actor)
    return page(request, "briefings/meeting/list.html", briefings=found, coming=coming, today=actor.today)


@open_to(SEATED)
@require_GET
def briefing_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Everything about one briefing that the reader may know."""
    actor = request.actor
    briefing = queries.visible_briefing(actor=actor, pk=pk)
    runs, leads = queries.runs(actor=actor, briefing=briefing), queries.leads(actor=actor, briefing=briefing)
    lines = hub.lines(actor=actor, briefing=briefing)
    own = queries.own_parties(actor=actor, briefing=briefing)
    before = hub.previous(actor=actor, briefing=briefing)
    open_now = briefing.status in BEFORE and briefing.activity.status not in ("cancelled", "postponed")
    context: dict[str, Any] = {
        "briefing": briefing, "activity": briefing.activity, "programme": briefing.activity.programme,
        "runs": runs, "leads": leads, "open_now": open_now,
        "writes": runs and (open_now or briefing.status == "running"),
        "agenda": agendas.agenda(actor=actor, briefing=briefing),
        "declined": agendas.declined(actor=actor, briefing=briefing),
        "business": open_business(actor=actor, briefing=briefing) if open_now or runs else None,
        "lines": lines, "own_lines": [line for line in lines if line.row and line.party.pk in actor.party_ids],
        "answers": hub.answers(actor=actor, briefing=briefing, lines=lines),
        "may_propose": bool(own) and open_now, "own": own,
        "may_answer": actor.parties_with(Permission.ACTIVITY_ANSWER),
        "rounds": queries.rounds_of(actor=actor, briefing=briefing),
        "pooled": hub.pooled(actor=actor, briefing=briefing),
        "papers": hub.invitations(actor=actor, briefing=briefing),
        "decisions": hub.decisions_of(actor=actor, briefing=briefing),
        "previous": before, "steps": _steps(briefing.status),
        "minutes_url": link("minutes_detail", briefing.pk) if briefing.started_at or briefing.ended_at else "",
        "previous_minutes_url": link("minutes_detail", before.pk) if before else "",
    }  # fmt: skip
    if runs:
        context["rounds_form"] = RoundsForm(
            choices=hub.rounds_to_choose(actor=actor, briefing=briefing), initial={"rounds": context["rounds"]}
        )
    return page(request, "briefings/meeting/detail.html", **context)


def _steps(status: str) -> list[tuple[str, str]]:
    """Each step with its place: done, now, or to come."""
    here = STEPS.index(status)
    return [(step, "done" if n < here else "now" if n == here else "later") for n, step in enumerate(STEPS)]


@open_to(RUN)
@require_POST
def briefing_invite(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Invite all parties."""
    briefing = queries.visible_briefing(actor=request.actor, pk=pk)
    try:
        job = inviting.invite_parties(actor=request.actor, briefing=briefing)
    except Refused as refusal:
        return turned_down(request, refusal, DETAIL, pk)
    return saved(request, "base:job_detail", job.pk, message=_("Đang gửi giấy mời."))


@open_to(RUN)
@require_POST
def passes_mail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Mail each person their pass."""
    briefing = queries.visible_briefing(actor=request.actor, pk=pk)
    try:
        job = inviting.mail_passes(actor=request.actor, briefing=briefing)
    except Refused as refusal:
        return turned_down(request, refusal, "briefings:delegate_list", pk)
    return saved(request, "base:job_detail", job.pk, message=_("Đang gửi thẻ dự họp."))


@open_to(RUN)
@require_POST
def briefing_rounds(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose the rounds of reports."""
    briefing = queries.led_briefing(actor=request.actor, pk=pk)
    form = RoundsForm(request.POST, choices=hub.rounds_to_choose(actor=request.actor, briefing=briefing))
    if not form.is_valid():
        return turned_down(request, Refused(_("Đợt báo cáo đã chọn không có trong chương trình này.")), DETAIL, pk)
    try:
        rounds.choose_rounds(actor=request.actor, briefing=briefing, rounds=form.cleaned_data["rounds"])
    except Refused as refusal:
        return turned_down(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk)
