"""The lead's steps: keep a revision, circulate, recall, sign, renew, end."""

from __future__ import annotations

import datetime as dt
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from phoihop.base.access import ActorRequest, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, saved
from phoihop.programme.actions import memorandum as actions
from phoihop.programme.actions.memorandum_signing import open_signing
from phoihop.programme.forms.memorandum import TermForm
from phoihop.programme.forms.memorandum_steps import CirculateForm, EndForm, NoteForm, ReasonForm, SigningForm
from phoihop.programme.queries import memorandum as queries
from phoihop.programme.views.memorandum.form_pages import DETAIL, EDIT, Sheet, address, form_view
from phoihop.programme.views.memorandum.writing import WRITERS

FORMS = ["GET", "POST"]
ANSWER_DAYS = 14
SIGN_DAYS = 14


@open_to(WRITERS)
@require_http_methods(FORMS)
def revision_save(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Keep the working text as it stands."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    sheet = Sheet(_("Lưu thành một bản"), _("Lưu bản"), address(EDIT, pk), _("Đã lưu bản mới."))
    sheet_act = partial(actions.save_revision, actor=request.actor, memorandum=row)
    return form_view(request, NoteForm(request.POST or None), sheet, sheet_act, memorandum=row)


@open_to(WRITERS)
@require_http_methods(FORMS)
def memorandum_circulate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Send to the parties."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    initial = {"answer_by": request.actor.today + dt.timedelta(days=ANSWER_DAYS)}
    sheet = Sheet(
        _("Gửi các bên góp ý"), _("Gửi"), address(DETAIL, pk), _("Đã gửi các bên."),
        _("Các bên đọc được toàn văn bản này, góp ý từng phần và trả lời đồng ý hoặc đề nghị sửa."),
    )  # fmt: skip
    act = partial(actions.circulate, actor=request.actor, memorandum=row)
    return form_view(request, CirculateForm(request.POST or None, initial=initial), sheet, act, memorandum=row)


@open_to(WRITERS)
@require_http_methods(FORMS)
def memorandum_recall(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Back to the desk."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    message = _("Đã đưa về soạn thảo và báo các bên.")
    sheet = Sheet(_("Đưa về soạn thảo"), _("Đưa về soạn thảo"), address(EDIT, pk), message)
    act = partial(actions.recall, actor=request.actor, memorandum=row)
    return form_view(request, ReasonForm(request.POST or None), sheet, act, memorandum=row)


@open_to(WRITERS)
@require_http_methods(FORMS)
def memorandum_sign(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Open the signing."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    initial = {"due_on": request.actor.today + dt.timedelta(days=SIGN_DAYS)}
    sheet = Sheet(
        _("Mở đợt ký"), _("Mở đợt ký"), address(DETAIL, pk), _("Đã mở đợt ký và báo các bên."),
        _("Hệ thống lập văn bản từ bản đã gửi các bên và giao tệp PDF để từng bên ký."),
    )  # fmt: skip
    act = partial(open_signing, actor=request.actor, memorandum=row)
    return form_view(request, SigningForm(request.POST or None, initial=initial), sheet, act, memorandum=row)


@open_to(WRITERS)
@require_http_methods(FORMS)
def memorandum_renew(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Draft the next term."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    starts_on = row.ends_on + dt.timedelta(days=1)
    initial = {"starts_on": starts_on, "ends_on": dt.date(starts_on.year, 12, 31)}
    form = TermForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            new = actions.renew_memorandum(actor=request.actor, memorandum=row, **form.cleaned_data)
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, EDIT, new.pk, message=_("Đã soạn bản thảo cho kỳ tiếp theo từ bản hiện tại."))
    sheet = Sheet(
        _("Soạn cho kỳ tiếp theo"), _("Tạo bản thảo"), address(DETAIL, pk),
        intro=_("Các phần, nội dung và thứ tự ký được chép sang; mọi thay đổi về sau so được với kỳ này."),
    )  # fmt: skip
    return page(request, "programme/memorandum/form.html", form=form, sheet=sheet, memorandum=row)


@open_to(WRITERS)
@require_http_methods(FORMS)
def memorandum_end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End it."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    initial = {"ended_on": min(request.actor.today, row.ends_on)}
    sheet = Sheet(_("Kết thúc biên bản ghi nhớ"), _("Kết thúc"), address(DETAIL, pk), _("Đã kết thúc."), style="danger")
    act = partial(actions.end_memorandum, actor=request.actor, memorandum=row)
    return form_view(request, EndForm(request.POST or None, initial=initial), sheet, act, memorandum=row)
