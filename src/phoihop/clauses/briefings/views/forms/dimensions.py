"""Breakdowns of the department: by district, by technology, by service."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import ActorRequest, open_to
from phoihop.base.errors import NotAllowed
from phoihop.base.ui import page, saved
from phoihop.clauses.briefings.actions.forms import dimensions as actions
from phoihop.clauses.briefings.forms.forms import CodeForm, DimensionForm, UnitsForm
from phoihop.clauses.briefings.queries.forms import dimensions as queries
from phoihop.clauses.briefings.queries.forms import reading
from phoihop.clauses.briefings.views.forms.acting import DESK, form_page, press

LIST = "briefings:dimension_list"


def _address(pk: UUID) -> str:
    return reverse("briefings:dimension_detail", args=[pk])


@open_to(DESK)
@require_GET
def dimension_list(request: ActorRequest) -> HttpResponse:
    """Every breakdown."""
    return page(request, "briefings/forms/dimensions.html", dimensions=queries.dimensions(actor=request.actor))


@open_to(DESK)
@require_GET
def dimension_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One breakdown with its values."""
    row = queries.dimension(actor=request.actor, pk=pk)
    return page(
        request, "briefings/forms/dimension.html", dimension=row, units_form=UnitsForm(),
        values=queries.values_of(actor=request.actor, dimension=row), today=request.actor.today,
    )  # fmt: skip


@open_to(DESK)
def dimension_new(request: ActorRequest) -> HttpResponse:
    """Add a breakdown."""
    regulator = reading.writing_regulators(actor=request.actor).first()
    if regulator is None:
        raise NotAllowed

    def create(values: dict[str, Any]) -> str:
        return _address(actions.save_dimension(actor=request.actor, regulator=regulator, **values).pk)

    form = DimensionForm(request.POST or None)
    return form_page(request, form, create, heading=_("Thêm phân tổ"), back=reverse(LIST))


@open_to(DESK)
def dimension_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a breakdown."""
    row = queries.dimension(actor=request.actor, pk=pk)
    form = DimensionForm(request.POST or None, initial={name: getattr(row, name) for name in actions.DIMENSION_FIELDS})
    return form_page(
        request, form,
        lambda values: actions.save_dimension(
            actor=request.actor, regulator=row.regulator, dimension=row, **values
        ),
        heading=_("Sửa phân tổ"), back=_address(pk),
    )  # fmt: skip


@open_to(DESK)
@require_POST
def dimension_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a breakdown out that no form uses."""
    row = queries.dimension(actor=request.actor, pk=pk)
    return press(
        request,
        lambda: actions.remove_dimension(actor=request.actor, dimension=row),
        reverse(LIST),
        _("Đã xóa phân tổ."),
    )


@open_to(DESK)
@require_POST
def dimension_units(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add the administrative units of a level."""
    row, form = queries.dimension(actor=request.actor, pk=pk), UnitsForm(request.POST)
    if not form.is_valid():
        return page(
            request, "briefings/forms/dimension.html", status=422, dimension=row, units_form=form,
            values=queries.values_of(actor=request.actor, dimension=row), today=request.actor.today,
        )  # fmt: skip
    added = actions.add_units(actor=request.actor, dimension=row, **form.cleaned_data)
    words = ngettext("Đã thêm %(n)s đơn vị hành chính.", "Đã thêm %(n)s đơn vị hành chính.", added) % {"n": added}
    return saved(request, _address(pk), message=words)


@open_to(DESK)
def code_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a value to a breakdown."""
    row = queries.dimension(actor=request.actor, pk=pk)
    form = CodeForm(request.POST or None, parents=_parents(request, row))
    return form_page(
        request, form, lambda values: actions.save_code(actor=request.actor, dimension=row, **values),
        heading=_("Thêm giá trị: %(name)s") % {"name": row.name}, back=_address(pk),
    )  # fmt: skip


@open_to(DESK)
def code_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a value of a breakdown."""
    row = queries.value(actor=request.actor, pk=pk)
    start = {name: getattr(row, name) for name in ("code", "name", "parent", "valid_from", "valid_until")}
    form = CodeForm(request.POST or None, initial=start, parents=_parents(request, row.dimension).exclude(pk=pk))
    return form_page(
        request, form,
        lambda values: actions.save_code(actor=request.actor, dimension=row.dimension, member=row, **values),
        heading=_("Sửa giá trị: %(name)s") % {"name": row.name}, back=_address(row.dimension_id),
    )  # fmt: skip


def _parents(request: ActorRequest, dimension: Any) -> Any:
    return queries.values_of(actor=request.actor, dimension=dimension).filter(parent__isnull=True)


@open_to(DESK)
@require_POST
def code_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a value out that was entered by mistake."""
    row = queries.value(actor=request.actor, pk=pk)
    return press(
        request,
        lambda: actions.remove_code(actor=request.actor, code=row),
        _address(row.dimension_id),
        _("Đã xóa giá trị."),
    )
