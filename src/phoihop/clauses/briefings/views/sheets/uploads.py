"""Sending in a file of figures: send it, look at what it would do, answer, take it over or throw it away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.sheets import SheetRefused
from phoihop.base.ui import page, refused, saved
from phoihop.clauses.briefings.actions.sheets import taking
from phoihop.clauses.briefings.actions.sheets import uploading as actions
from phoihop.clauses.briefings.forms.sheets import AnswersForm, HistoryForm, UploadForm
from phoihop.clauses.briefings.queries.reports.reports import report_to_fill
from phoihop.clauses.briefings.queries.sheets import errors, preview
from phoihop.clauses.briefings.queries.sheets import uploads as queries

SENDERS = holding(Permission.FIGURES_FILL, Permission.FIGURES_ASK)
DETAIL = "briefings:upload_detail"
SHOWN = 100  # problems
ROWS = 200  # changes


@open_to(SENDERS)
def upload_new(request: ActorRequest) -> HttpResponse:
    """Send in figures of past periods: a party's own, or what the department brings in."""
    actor = request.actor
    ways = queries.ways(actor=actor)
    programmes = {way.programme.pk: way.programme for way in ways}
    desk = any(actor.may(Permission.FIGURES_ASK, one.lead_id) for one in programmes.values())
    joined = queries.parties_to_send(actor=actor, programmes=programmes.values())
    parties = {party.pk: party for some in joined.values() for party in some}
    form = HistoryForm(
        request.POST or None, request.FILES or None, optional=desk,
        ways=[(way.code, f"{way.form} · {way.programme}") for way in ways],
        parties=[(str(pk), party.short_name) for pk, party in parties.items()],
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        way = next(one for one in ways if one.code == form.cleaned_data["way"])
        party = parties[UUID(form.cleaned_data["party"])] if form.cleaned_data["party"] else None
        try:
            upload = actions.begin_history(
                actor=actor, programme=way.programme, form=way.form, party=party, upload=form.cleaned_data["file"]
            )
        except NotVisible:
            form.add_error("party", _("Đơn vị này không tham gia chương trình đã chọn."))
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, DETAIL, upload.pk, message=_("Đã đọc tệp. Hãy xem lại trước khi ghi."))
    recent = queries.recent_uploads(actor=actor)
    return page(request, "briefings/sheets/new.html", form=form, recent=recent, desk=desk, ways=ways)


@open_to(holding(Permission.FIGURES_FILL))
def report_upload(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Send in a file for one report."""
    actor = request.actor
    report = report_to_fill(actor=actor, pk=pk)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            upload = actions.begin_upload(actor=actor, report=report, upload=form.cleaned_data["file"])
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, DETAIL, upload.pk, message=_("Đã đọc tệp. Hãy xem lại trước khi ghi."))
    return page(request, "briefings/sheets/report.html", form=form, report=report)


@open_to(SENDERS)
@require_GET
def upload_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What taking a file over would do; once that is decided, what became of it."""
    upload = queries.visible_upload(actor=request.actor, pk=pk)
    context: dict[str, Any] = {"upload": upload}
    if upload.taken_at is None and upload.dropped_at is None:
        context |= _looked_at(request, upload)
    return page(request, "briefings/sheets/detail.html", **context)


def _looked_at(request: ActorRequest, upload: Any) -> dict[str, Any]:
    language = get_language() or "vi"
    try:
        found = preview.preview(actor=request.actor, upload=upload)
    except SheetRefused as problem:
        return {"refusal": problem.text(language)}
    problems = found.reading.problems
    told = [one.sentence(language) for one in problems if one.level == "error"]
    findings = preview.findings_after(actor=request.actor, part=found.parts[0]) if len(found.parts) == 1 else []
    return {
        "preview": found, "errors": told[:SHOWN], "more_errors": max(0, found.reading.errors - SHOWN),
        "notes": [one.sentence(language) for one in problems if one.level == "note"][:SHOWN],
        "answers_form": _answers_form(request, upload, found), "rows": ROWS,
        "labels": found.form.shape.labels,
        "findings": [(one, found.form.shape.labels.get(one.cell) if one.cell else "") for one in findings][:SHOWN],
    }  # fmt: skip


def _answers_form(request: ActorRequest, upload: Any, found: Any) -> AnswersForm | None:
    questions = found.reading.questions.values()
    if not questions:
        return None
    data = request.POST if request.method == "POST" else None
    given = upload.plan.get("answers", {})
    return AnswersForm(data, questions=questions, form=found.form, given=given, today=request.actor.today)


@open_to(SENDERS)
@require_POST
def upload_answers(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Answer what only a person can answer."""
    upload = queries.visible_upload(actor=request.actor, pk=pk)
    if upload.taken_at is not None or upload.dropped_at is not None:
        return refused(request, Refused(_("Tệp này đã được xử lý rồi.")), DETAIL, pk)
    context = _looked_at(request, upload)
    form = context.get("answers_form")
    if form is None:
        return redirect(DETAIL, pk)
    if form.is_valid():
        try:
            actions.answer_questions(actor=request.actor, upload=upload, answers=form.answers())
        except Refused as refusal:
            return refused(request, refusal, DETAIL, pk)
        return saved(request, DETAIL, pk, message=_("Đã đọc lại tệp theo câu trả lời."))
    return page(request, "briefings/sheets/detail.html", status=422, upload=upload, **context)


@open_to(SENDERS)
@require_POST
def upload_take(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a file over, whole."""
    upload = queries.visible_upload(actor=request.actor, pk=pk)
    try:
        done = taking.take_upload(actor=request.actor, upload=upload, token=request.POST.get("token", ""))
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    if not isinstance(done, int):
        return saved(request, "base:job_detail", done.pk, message=_("Tệp lớn: số liệu được ghi ở nền."))
    message = ngettext("Đã ghi %(n)s số liệu.", "Đã ghi %(n)s số liệu.", done) % {"n": done}
    return saved(request, DETAIL, pk, message=message)


@open_to(SENDERS)
@require_POST
def upload_drop(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Throw a file away."""
    upload = queries.visible_upload(actor=request.actor, pk=pk)
    try:
        actions.drop_upload(actor=request.actor, upload=upload)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk, message=_("Đã bỏ tệp này; báo cáo không thay đổi."))


@open_to(SENDERS)
@require_GET
def upload_errors(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The file with what is wrong written beside it, to be corrected and sent again."""
    upload = queries.visible_upload(actor=request.actor, pk=pk)
    try:
        content = errors.marked_file(actor=request.actor, upload=upload, language=get_language() or "vi")
    except SheetRefused as problem:
        return refused(request, Refused(problem.text(get_language() or "vi")), DETAIL, pk)
    response = HttpResponse(content, content_type=actions.XLSX)
    response["Content-Disposition"] = 'attachment; filename="loi-can-sua.xlsx"'
    return response
