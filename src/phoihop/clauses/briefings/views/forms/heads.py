"""Forms: the list, one form with its versions, what it is called and who fills it in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page
from phoihop.clauses.briefings.actions.forms import heads as actions
from phoihop.clauses.briefings.actions.forms.starting import load_starting_set
from phoihop.clauses.briefings.forms.forms import HeadForm
from phoihop.clauses.briefings.queries.forms import reading as queries
from phoihop.clauses.briefings.views.forms.acting import DESK, form_page, press, version_address


@open_to(SEATED)
@require_GET
def form_list(request: ActorRequest) -> HttpResponse:
    """Forms that the department asks figures with."""
    actor = request.actor
    return page(
        request, "briefings/forms/list.html", lines=queries.forms(actor=actor),
        writes=queries.writing_regulators(actor=actor).exists(),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def form_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One form and its versions."""
    actor = request.actor
    line = queries.form(actor=actor, pk=pk)
    return page(
        request, "briefings/forms/detail.html", line=line, report_form=line.form,
        versions=queries.versions_of(actor=actor, line=line),
        writes=queries.writes(actor=actor, form=line.form),
    )  # fmt: skip


def _regulator(request: ActorRequest) -> Any:
    found = queries.writing_regulators(actor=request.actor).first()
    if found is None:
        raise NotAllowed
    return found


@open_to(DESK)
def form_new(request: ActorRequest) -> HttpResponse:
    """Begin a form."""
    regulator = _regulator(request)
    parties = queries.possible_parties(actor=request.actor, regulator=regulator)

    def create(values: dict[str, object]) -> str:
        draft = actions.create_form(actor=request.actor, regulator=regulator, **values)  # type: ignore[arg-type]
        return version_address(draft.pk)

    form = HeadForm(request.POST or None, parties=parties)
    return form_page(request, form, create, heading=_("Biểu mới"), back=reverse("briefings:form_list"))


@open_to(DESK)
def form_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What a form is called, and who fills it in."""
    row = queries.written_form(actor=request.actor, pk=pk)
    parties = queries.possible_parties(actor=request.actor, regulator=row.regulator)
    start = {name: getattr(row, name) for name in actions.HEAD_FIELDS} | {"parties": [one.pk for one in row.fillers]}  # type: ignore[attr-defined]
    form = HeadForm(request.POST or None, initial=start, parties=parties)
    return form_page(
        request, form, lambda values: actions.edit_form(actor=request.actor, form=row, **values),
        heading=_("Sửa biểu %(code)s") % {"code": row.code}, back=reverse("briefings:form_detail", args=[pk]),
    )  # fmt: skip


@open_to(DESK)
@require_POST
def form_retire(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give a form up."""
    row = queries.written_form(actor=request.actor, pk=pk)
    to = reverse("briefings:form_detail", args=[pk])
    return press(request, lambda: actions.retire_form(actor=request.actor, form=row), to, _("Đã thôi dùng biểu này."))


@open_to(DESK)
@require_POST
def form_restore(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a form up again."""
    row = queries.written_form(actor=request.actor, pk=pk)
    to = reverse("briefings:form_detail", args=[pk])
    return press(request, lambda: actions.restore_form(actor=request.actor, form=row), to, _("Đã dùng lại biểu này."))


@open_to(DESK)
@require_POST
def starting_set(request: ActorRequest) -> HttpResponse:
    """Begin with the forms in the package."""
    regulator = _regulator(request)

    def load() -> None:
        if not load_starting_set(actor=request.actor, regulator=regulator):
            raise Refused(_("Các biểu gợi ý đã có trong danh sách."))

    words = _("Đã nạp biểu gợi ý ở dạng dự thảo. Hãy rà lại, chọn đơn vị phải điền rồi ban hành.")
    return press(request, load, reverse("briefings:form_list"), words)
