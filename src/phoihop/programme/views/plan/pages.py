"""Plans: list, new, and the three views of one plan."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.programme.actions import plan as actions
from phoihop.programme.forms.plan import AnswerForm, DraftForm, ProposeForm
from phoihop.programme.queries import plan as queries
from phoihop.programme.queries.programmes import visible_programme
from phoihop.programme.views.plan.drawing import bars_of, calendar_events, gantt_tasks, months_of, weekday_names

PLANNING_MONTH = 11  # from November the form proposes the coming year
TABLE_ROWS = 200  # a year seldom has more; those that do turn the page


@open_to(SEATED)
@require_GET
def plan_list(request: ActorRequest, programme_pk: UUID) -> HttpResponse:
    """Plans of a programme, newest year first."""
    programme = visible_programme(actor=request.actor, pk=programme_pk)
    found = rows(request, queries.plan_list(actor=request.actor, programme=programme))
    may_write = request.actor.may(Permission.PLAN_WRITE, programme.lead_id)
    return page(request, "programme/plan/list.html", programme=programme, page_obj=found, may_write=may_write)


@open_to(holding(Permission.PLAN_WRITE))
def plan_new(request: ActorRequest, programme_pk: UUID) -> HttpResponse:
    """Draft the plan of a year."""
    programme = visible_programme(actor=request.actor, pk=programme_pk)
    if not request.actor.may(Permission.PLAN_WRITE, programme.lead_id):
        raise NotAllowed
    today = request.actor.today
    form = DraftForm(request.POST or None, initial={"year": today.year + (today.month >= PLANNING_MONTH)})
    if request.method == "POST" and form.is_valid():
        try:
            plan = actions.draft_plan(actor=request.actor, programme=programme, **form.cleaned_data)
        except (actions.NoMemorandum, actions.PlanExists) as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            done = _("Đã lập dự thảo kế hoạch. Hãy rà soát từng việc.")
            return saved(request, "programme:plan_detail", plan.pk, message=done)
    return page(request, "programme/plan/new.html", programme=programme, form=form)


def plan_page(request: ActorRequest, plan: Any, view: str, **extra: Any) -> HttpResponse:
    """One view of a plan with all that is around it; ``extra`` may bring a form that was refused."""
    actor = request.actor
    may_write = actor.may(Permission.PLAN_WRITE, plan.programme.lead_id)
    picture = queries.plan_picture(actor=actor, plan=plan)
    answers = queries.agreement_rows(actor=actor, plan=plan)
    answering = queries.answering_parties(actor=actor, plan=plan) if plan.status == "proposed" else []
    context: dict[str, Any] = {
        "plan": plan, "view": view, "picture": picture, "answers": answers, "may_write": may_write,
        "may_edit": may_write and plan.status != "proposed", "may_drag": may_write and plan.status == "draft",
        "is_lead": plan.programme.lead_id in actor.party_ids, "amendments": queries.amendments(actor=actor, plan=plan),
        "awaited": sum(row.answer is None or not row.answer.agrees for row in answers),
        "propose_form": ProposeForm() if may_write and plan.status == "draft" else None,
        "answer_form": _answer_form(answering, answers) if answering else None,
    }  # fmt: skip
    drawn = _drawn(request, view, picture, may_edit=context["may_edit"])
    return page(request, f"programme/plan/{view}.html", **(context | drawn | extra))


def _drawn(request: ActorRequest, view: str, picture: queries.PlanPicture, *, may_edit: bool) -> dict[str, Any]:
    """What the view is drawn from."""
    today = request.actor.today
    if view == "table":
        columns = 4 + may_edit + (picture.plan.status == "frozen")
        return {"page_obj": rows(request, list(picture.rows), TABLE_ROWS), "columns": columns}
    if view == "calendar":
        opens_on = today if today.year == picture.plan.year else dt.date(picture.plan.year, 1, 1)
        return {
            "events": calendar_events(picture, today=today, may_edit=may_edit), "opens_on": opens_on,
            "months": months_of(picture, today), "weekdays": weekday_names(),
        }  # fmt: skip
    return {
        "tasks": gantt_tasks(picture, today=today, may_edit=may_edit), "bars": bars_of(picture),
        "months": range(1, 13),
    }  # fmt: skip


def _answer_form(answering: list[Any], answers: list[Any]) -> AnswerForm:
    """Filled with what the party has said so far."""
    said = next((row.answer for row in answers if row.answer and row.party in answering), None)
    initial = {"agrees": "yes" if said.agrees else "no", "note": said.note} if said else {}
    return AnswerForm(parties=answering, initial=initial)


@open_to(SEATED)
@require_GET
def plan_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The plan as a table."""
    return plan_page(request, queries.visible_plan(actor=request.actor, pk=pk), "table")


@open_to(SEATED)
@require_GET
def plan_calendar(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The plan as twelve months at a glance, and as a calendar that can be dragged in."""
    return plan_page(request, queries.visible_plan(actor=request.actor, pk=pk), "calendar")


@open_to(SEATED)
@require_GET
def plan_gantt(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The plan as bars."""
    return plan_page(request, queries.visible_plan(actor=request.actor, pk=pk), "gantt")


@open_to(holding(Permission.PLAN_WRITE))
@require_POST
def plan_carry(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Bring in what last year's plan has left over."""
    plan = queries.visible_plan(actor=request.actor, pk=pk)
    try:
        count = actions.carry_unfinished(actor=request.actor, plan=plan)
    except actions.PlanClosed as refusal:
        return refused(request, refusal, "programme:plan_detail", pk)
    words = ngettext(
        "Đã đưa %(count)s việc dở dang vào kế hoạch.", "Đã đưa %(count)s việc dở dang vào kế hoạch.", count
    )
    none = _("Năm trước không còn việc dở dang nào khác.")
    return saved(request, "programme:plan_detail", pk, message=words % {"count": count} if count else none)


@open_to(holding(Permission.PLAN_WRITE))
@require_POST
def plan_discard(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Throw a draft away."""
    plan = queries.visible_plan(actor=request.actor, pk=pk)
    try:
        actions.discard_plan(actor=request.actor, plan=plan)
    except actions.PlanClosed as refusal:
        return refused(request, refusal, "programme:plan_detail", pk)
    return saved(request, "programme:plan_list", plan.programme_id, message=_("Đã bỏ dự thảo kế hoạch."))


@open_to(holding(Permission.PAPER_WRITE))
@require_POST
def plan_paper(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Draw the plan as a paper."""
    plan = queries.visible_plan(actor=request.actor, pk=pk)
    try:
        paper = actions.draw_plan_paper(actor=request.actor, plan=plan)
    except Refused as refusal:
        if refusal.status == 403:
            raise
        return refused(request, refusal, "programme:plan_detail", pk)
    return saved(request, "papers:paper_detail", paper.pk, message=_("Đã lập văn bản kế hoạch."))
