"""Writing: the outline, terms, sections, clauses."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.programme.actions import memorandum as actions
from phoihop.programme.forms.memorandum import ClauseForm, SectionForm, TermsForm
from phoihop.programme.queries import memorandum as queries
from phoihop.programme.revising import CLAUSE_FIELDS, clause_token, section_token, terms_token
from phoihop.programme.views.memorandum.form_pages import DETAIL, EDIT, Sheet, act_and_return, address, form_view

WRITERS = holding(Permission.MEMORANDUM_WRITE)
STEPS = {"up": -1, "down": 1}


@open_to(WRITERS)
@require_GET
def memorandum_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The whole working text in its order, each part with its own button."""
    memorandum = queries.written_memorandum(actor=request.actor, pk=pk)
    return page(
        request, "programme/memorandum/edit.html", memorandum=memorandum, programme=memorandum.programme,
        outline=queries.outline(actor=request.actor, memorandum=memorandum), editable=memorandum.status == "draft",
    )  # fmt: skip


@open_to(WRITERS)
@require_http_methods(["GET", "POST"])
def memorandum_terms(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Title and term."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    initial = {"title": row.title, "starts_on": row.starts_on, "ends_on": row.ends_on, "token": terms_token(row)}
    form = TermsForm(request.POST or None, initial=initial)
    sheet = Sheet(_("Tên và thời hạn"), _("Lưu"), address(EDIT, pk))
    return form_view(
        request, form, sheet, partial(actions.edit_terms, actor=request.actor, memorandum=row), memorandum=row
    )


@open_to(WRITERS)
@require_http_methods(["GET", "POST"])
def memorandum_section(request: ActorRequest, pk: UUID, code: str) -> HttpResponse:
    """One section."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    heading = queries.section_heading(actor=request.actor, code=code)
    initial = {"text": row.sections.get(code, ""), "token": section_token(row, code)}
    form = SectionForm(request.POST or None, initial=initial)
    sheet = Sheet(heading, _("Lưu"), address(EDIT, pk, code))
    act = partial(actions.write_section, actor=request.actor, memorandum=row, code=code)
    return form_view(request, form, sheet, act, memorandum=row)


@open_to(WRITERS)
@require_http_methods(["GET", "POST"])
def clause_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Another clause."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    form = ClauseForm(request.POST or None, **queries.clause_choices(actor=request.actor, memorandum=row))
    sheet = Sheet(_("Thêm nội dung phối hợp"), _("Thêm"), address(EDIT, pk, "clauses"))
    act = partial(actions.add_clause, actor=request.actor, memorandum=row)
    return form_view(request, form, sheet, act, memorandum=row)


@open_to(WRITERS)
@require_http_methods(["GET", "POST"])
def clause_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One clause. Where somebody removed it meanwhile, what was typed becomes the form of a new one."""
    try:
        clause = queries.visible_clause(actor=request.actor, pk=pk)
    except NotVisible:
        if request.method == "POST" and request.POST.get("memorandum"):
            return _clause_gone(request)
        raise
    initial = {name: getattr(clause, name) for name in CLAUSE_FIELDS} | {"token": clause_token(clause)}
    choices = queries.clause_choices(actor=request.actor, memorandum=clause.memorandum)
    form = ClauseForm(request.POST or None, initial=initial, **choices)
    sheet = Sheet(_("Sửa nội dung phối hợp"), _("Lưu"), address(EDIT, clause.memorandum_id, f"clause-{pk}"))
    act = partial(actions.edit_clause, actor=request.actor, clause=clause)
    return form_view(request, form, sheet, act, memorandum=clause.memorandum)


def _clause_gone(request: ActorRequest) -> HttpResponse:
    """The form of a new clause with what was typed; the page sent along where it belonged."""
    try:
        row = queries.written_memorandum(actor=request.actor, pk=UUID(request.POST["memorandum"]))
    except ValueError as problem:
        raise NotVisible from problem
    form = ClauseForm(request.POST, **queries.clause_choices(actor=request.actor, memorandum=row))
    form.add_error(None, _("Người khác vừa bỏ nội dung này. Nội dung bạn nhập còn ở dưới; bấm Thêm để đưa vào lại."))
    new = address("programme:clause_new", row.pk)
    sheet = Sheet(_("Thêm nội dung phối hợp"), _("Thêm"), address(EDIT, row.pk, "clauses"), action=new)
    return page(request, "programme/memorandum/form.html", form=form, sheet=sheet, memorandum=row, status=409)


@open_to(WRITERS)
@require_POST
def clause_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a clause out."""
    clause = queries.visible_clause(actor=request.actor, pk=pk)
    to = address(EDIT, clause.memorandum_id, "clauses")
    return act_and_return(
        request, lambda: actions.remove_clause(actor=request.actor, clause=clause), to, _("Đã bỏ nội dung.")
    )


@open_to(WRITERS)
@require_POST
def clause_move(request: ActorRequest, pk: UUID, direction: str) -> HttpResponse:
    """One place up or down."""
    clause = queries.visible_clause(actor=request.actor, pk=pk)
    if direction not in STEPS:
        raise NotVisible
    to = address(EDIT, clause.memorandum_id, f"clause-{pk}")
    return act_and_return(
        request, lambda: actions.move_clause(actor=request.actor, clause=clause, step=STEPS[direction]), to,
        _("Đã đổi thứ tự."),
    )  # fmt: skip


def posted_order(request: ActorRequest) -> list[UUID]:
    """The order that dragging sends.

    :raises Refused: it is not one
    """
    try:
        return [UUID(pk) for pk in request.POST.getlist("order")]
    except ValueError as problem:
        raise Refused(_("Thứ tự gửi lên không đọc được. Hãy tải lại trang.")) from problem


@open_to(WRITERS)
@require_POST
def clause_order(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The order after dragging."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    actions.order_clauses(actor=request.actor, memorandum=row, order=posted_order(request))
    return HttpResponse(status=204)


@open_to(WRITERS)
@require_POST
def memorandum_discard(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Throw a draft away that nobody has seen."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    try:
        actions.discard_memorandum(actor=request.actor, memorandum=row)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, "programme:memorandum_list", row.programme_id, message=_("Đã xóa bản thảo."))
