"""Rounds: the list, one round, asking, closing."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.clauses.briefings.actions.reports import letters, reviewing
from phoihop.clauses.briefings.actions.reports import rounds as actions
from phoihop.clauses.briefings.forms.reports import LetterForm, RoundDatesForm, RoundForm
from phoihop.clauses.briefings.queries.reports import board, reports
from phoihop.clauses.briefings.queries.reports import rounds as queries
from phoihop.clauses.briefings.reporting.letter import letter_text
from phoihop.clauses.briefings.reporting.standing import standing_of

ASKERS = holding(Permission.FIGURES_ASK)
DETAIL = "briefings:round_detail"
STEPS = {"open": actions.open_round, "close": actions.close_round, "cancel": actions.cancel_round}


@open_to(SEATED)
@require_GET
def round_list(request: ActorRequest) -> HttpResponse:
    """The department's rounds; an enterprise's own reports."""
    actor = request.actor
    own = rows(request, reports.own_reports(actor=actor))
    lines = [(report, standing_of(report, actor.today)) for report in own]
    return page(
        request, "briefings/reports/list.html", rounds=rows(request, queries.rounds(actor=actor)), own=own, lines=lines,
        asks=actor.may(Permission.FIGURES_ASK), leads=bool(actor.regulator_ids),
        sends=actor.may(Permission.FIGURES_ASK) or actor.may(Permission.FIGURES_FILL),
    )  # fmt: skip


@open_to(ASKERS)
def round_new(request: ActorRequest) -> HttpResponse:
    """Choose a form and a period."""
    actor = request.actor
    form = RoundForm(
        request.POST or None, programmes=queries.programmes_to_ask(actor=actor),
        versions=queries.askable_periods(actor=actor),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.draft_round(actor=actor, **form.asked_for())
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error("asked", str(refusal))
        else:
            return saved(request, DETAIL, row.pk, message=_("Đã lập đợt báo cáo. Xem thời hạn rồi mở đợt."))
    return page(request, "briefings/reports/round_form.html", form=form, heading=_("Lập đợt báo cáo"))


@open_to(SEATED)
@require_GET
def round_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What is asked and until when; the department sees who reported, a party its own line."""
    actor = request.actor
    row = queries.visible_round(actor=actor, pk=pk)
    found = list(queries.reports_of(actor=actor, round_=row))
    return page(
        request, "briefings/reports/round.html", round=row, lines=board.lines_of(actor=actor, reports=found),
        asks=actor.may(Permission.FIGURES_ASK, row.programme.lead_id), leads=row.programme.lead_id in actor.party_ids,
        parties=queries.parties_to_ask(actor=actor, round_=row) if not found else [],
    )  # fmt: skip


def _round_to_ask(request: ActorRequest, pk: UUID) -> tuple[str, UUID]:
    row = queries.visible_round(actor=request.actor, pk=pk)
    if not request.actor.may(Permission.FIGURES_ASK, row.programme.lead_id):
        raise NotVisible
    return DETAIL, row.pk


@open_to(ASKERS)
def round_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Title and dates."""
    _round_to_ask(request, pk)
    row = queries.visible_round(actor=request.actor, pk=pk)
    first = {"title": row.title, "opens_on": row.opens_on, "due_on": row.due_on, "lock_on": row.lock_on}
    form = RoundDatesForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        title = given.pop("title")
        try:
            actions.edit_round(actor=request.actor, round_=row, title=title, dates=actions.Dates(**given))
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, pk)
    return page(request, "briefings/reports/round_form.html", form=form, round=row, heading=_("Tên đợt và thời hạn"))


@open_to(ASKERS)
def round_letter(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The letter that asks; it goes the way of every paper."""
    _round_to_ask(request, pk)
    row = queries.visible_round(actor=request.actor, pk=pk)
    form = LetterForm(request.POST or None, initial={"text": letter_text(row)})
    if request.method == "POST" and form.is_valid():
        try:
            paper = letters.draw_letter(actor=request.actor, round_=row, text=form.cleaned_data["text"])
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            message = _("Đã tạo dự thảo công văn. Trình ký, rồi văn thư lấy số và phát hành.")
            return saved(request, "papers:paper_detail", paper.pk, message=message)
    heading = _("Công văn đề nghị báo cáo")
    return page(request, "briefings/reports/round_form.html", form=form, round=row, heading=heading)


@open_to(ASKERS)
@require_POST
def round_step(request: ActorRequest, pk: UUID, step: str) -> HttpResponse:
    """Open, close, cancel."""
    if step not in STEPS:
        raise Http404
    _round_to_ask(request, pk)
    row = queries.visible_round(actor=request.actor, pk=pk)
    try:
        STEPS[step](actor=request.actor, round_=row)
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk, message=_done(step))


def _done(step: str) -> str:
    return {
        "open": _("Đã mở đợt. Các đơn vị đã được thông báo."), "close": _("Đã chốt đợt báo cáo."),
        "cancel": _("Đã hủy đợt báo cáo."),
    }[step]  # fmt: skip


@open_to(ASKERS)
@require_POST
def round_remind(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Remind everybody whose report is missing."""
    _round_to_ask(request, pk)
    row = queries.visible_round(actor=request.actor, pk=pk)
    missing = queries.missing_reports(actor=request.actor, round_=row)
    told = reviewing.remind_parties(actor=request.actor, reports=missing)
    words = _("Đã nhắc %(n)s người.") if told else _("Hôm nay đã nhắc rồi, hoặc không còn báo cáo nào thiếu.")
    return saved(request, DETAIL, pk, message=words % {"n": told})
