"""Bringing in a sheet: send it, look at what it would do, take it or throw it away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.sheets import SheetRefused, csv_bytes
from phoihop.base.ui import page, refused, saved
from phoihop.clauses.towers.actions.registry import importing as actions
from phoihop.clauses.towers.forms.registry.imports import ColumnsForm, UploadForm
from phoihop.clauses.towers.queries.registry import imports as queries
from phoihop.clauses.towers.queries.registry.masts import own_parties
from phoihop.clauses.towers.registry.imports import Reading, said

KEEPERS = holding(Permission.MAST_MANAGE)
PROBLEMS_SHOWN = 100


@open_to(KEEPERS)
def import_new(request: ActorRequest) -> HttpResponse:
    """Send a sheet."""
    actor = request.actor
    owner = own_parties(actor=actor).first()
    if owner is None:
        raise Refused(_("Chỉ doanh nghiệp ghi được sổ cột ăng ten của mình."))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            sheet = actions.begin_import(
                actor=actor, owner=owner, upload=form.cleaned_data["file"], epsg=form.cleaned_data["epsg"]
            )
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(
                request, "towers:import_detail", sheet.pk, message=_("Đã đọc tệp. Hãy xem lại rồi ghi vào sổ.")
            )
    return page(
        request, "towers/registry/import_new.html", form=form, owner=owner, recent=queries.recent_imports(actor=actor)
    )


@open_to(KEEPERS)
@require_GET
def import_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What taking a sheet would do."""
    actor = request.actor
    sheet = queries.visible_import(actor=actor, pk=pk)
    context: dict[str, Any] = {"sheet": sheet}
    context["run"] = queries.taking(actor=actor, sheet=sheet)
    if sheet.state == "previewed":
        context |= _looked_at(request, sheet)
    return page(request, "towers/registry/import_detail.html", **context)


def _looked_at(request: ActorRequest, sheet: Any) -> dict[str, Any]:
    """What a sheet would do, or why it cannot be read; with the form that corrects it where it has headings."""
    try:
        found = queries.preview(actor=request.actor, sheet=sheet)
    except SheetRefused as problem:
        reading = queries.headings(actor=request.actor, sheet=sheet)
        form = _columns_form(request, sheet, reading) if reading is not None else None
        return {"refusal": said(problem), "columns_form": form}
    return _shown(found) | {"columns_form": _columns_form(request, sheet, found.reading)}


def _shown(found: queries.Preview) -> dict[str, Any]:
    language = get_language() or "vi"
    problems = found.reading.problems
    errors = [one.sentence(language) for one in problems if one.level == "error"]
    return {
        "preview": found,
        "reading": found.reading,
        "errors": errors[:PROBLEMS_SHOWN],
        "more_errors": max(0, found.reading.errors - PROBLEMS_SHOWN),
        "notes": [one.sentence(language) for one in problems if one.level == "note"],
    }


def _columns_form(request: HttpRequest, sheet: Any, reading: Reading) -> ColumnsForm:
    data = request.POST if request.method == "POST" else None
    return ColumnsForm(data, headings=reading.headings, mapping=dict(reading.mapping), initial={"epsg": sheet.crs})


@open_to(KEEPERS)
@require_POST
def import_columns(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say which column is what."""
    actor = request.actor
    sheet = queries.visible_import(actor=actor, pk=pk)
    if sheet.state != "previewed":
        return _done_with(request, pk)
    context = _looked_at(request, sheet)
    form = context["columns_form"]
    if form is None:
        return refused(request, Refused(context["refusal"]), "towers:import_detail", pk)
    if form.is_valid():
        try:
            actions.choose_columns(actor=actor, sheet=sheet, columns=form.columns(), epsg=form.cleaned_data["epsg"])
        except Refused as refusal:
            return refused(request, refusal, "towers:import_detail", pk)
        return saved(request, "towers:import_detail", pk, message=_("Đã đọc lại tệp theo các cột đã chọn."))
    return page(request, "towers/registry/import_detail.html", status=422, sheet=sheet, **context)


def _done_with(request: HttpRequest, pk: UUID) -> HttpResponse:
    return refused(request, Refused(_("Bảng này đã được xử lý rồi.")), "towers:import_detail", pk)


@open_to(KEEPERS)
@require_POST
def import_commit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take every line into the registry."""
    sheet = queries.visible_import(actor=request.actor, pk=pk)
    merges = {
        int(name[6:]): str(choice)
        for name, choice in request.POST.items()
        if name.startswith("merge-") and name[6:].isdecimal() and len(name) < 16 and choice
    }
    try:
        if sheet.is_long:
            actions.start_import(actor=request.actor, sheet=sheet, merges=merges)
            return saved(request, "towers:import_detail", pk, message=_("Đang ghi vào sổ. Trang này tự cập nhật."))
        count = actions.commit_import(actor=request.actor, sheet=sheet, merges=merges)
    except Refused as refusal:
        return refused(request, refusal, "towers:import_detail", pk)
    message = ngettext("Đã ghi %(n)s cột vào sổ.", "Đã ghi %(n)s cột vào sổ.", count) % {"n": count}
    return saved(request, "towers:mast_list", message=message)


@open_to(KEEPERS)
@require_POST
def import_again(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Look once more at a sheet whose job came to nothing."""
    sheet = queries.visible_import(actor=request.actor, pk=pk)
    run = queries.taking(actor=request.actor, sheet=sheet)
    if run is None or not run.over:
        return _done_with(request, pk)
    actions.give_back(actor=request.actor, sheet=sheet)
    return saved(request, "towers:import_detail", pk)


@open_to(KEEPERS)
@require_POST
def import_discard(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Throw a sheet away."""
    sheet = queries.visible_import(actor=request.actor, pk=pk)
    try:
        actions.discard_import(actor=request.actor, sheet=sheet)
    except Refused as refusal:
        return refused(request, refusal, "towers:import_detail", pk)
    return saved(request, "towers:import_new", message=_("Đã bỏ bảng này; sổ không thay đổi."))


@open_to(KEEPERS)
@require_GET
def import_errors(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The lines with errors, to be corrected and sent again."""
    sheet = queries.visible_import(actor=request.actor, pk=pk)
    if sheet.state != "previewed":
        return _done_with(request, pk)
    try:
        head, lines = queries.faulty_rows(actor=request.actor, sheet=sheet, language=get_language() or "vi")
    except SheetRefused as problem:
        return refused(request, Refused(said(problem)), "towers:import_detail", pk)
    response = HttpResponse(csv_bytes(head, lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="dong-loi.csv"'
    return response


@open_to(KEEPERS)
@require_GET
def import_sample(request: ActorRequest) -> HttpResponse:
    """A sheet with the headings, to be filled in."""
    response = HttpResponse(actions.sample_sheet(actor=request.actor), content_type=actions.XLSX)
    response["Content-Disposition"] = 'attachment; filename="mau-so-cot-ang-ten.xlsx"'
    return response
