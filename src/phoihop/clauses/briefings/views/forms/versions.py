"""Versions of a form: read, edited as drafts, published, compared, withdrawn; the grid as it will be seen."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, open_to
from phoihop.base.ui import page
from phoihop.clauses.briefings.actions.forms import versions as actions
from phoihop.clauses.briefings.forms.forms import VersionForm
from phoihop.clauses.briefings.queries.forms import comparing, layout
from phoihop.clauses.briefings.queries.forms import reading as queries
from phoihop.clauses.briefings.views.forms.acting import DESK, form_page, press, version_address


@open_to(SEATED)
@require_GET
def form_version(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What a version asks; of a draft, where it is edited."""
    actor = request.actor
    row = queries.version(actor=actor, pk=pk)
    writes = queries.writes(actor=actor, form=row.form)
    return page(
        request, "briefings/forms/version.html", version=row, writes=writes,
        standing=queries.standing(actor=actor, version=row),
        editable=writes and row.status == "draft", loaded=queries.content(actor=actor, version=row),
        rules=queries.rules(actor=actor, version=row), problems=queries.problems(actor=actor, version=row),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def version_preview(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The grid as an enterprise will see it."""
    row = queries.version(actor=request.actor, pk=pk)
    blocks = layout.blocks(actor=request.actor, version=row)
    return page(request, "briefings/forms/preview.html", version=row, blocks=blocks)


@open_to(SEATED)
@require_GET
def version_compare(request: ActorRequest, pk: UUID, other: UUID) -> HttpResponse:
    """What changed from ``other`` to this version."""
    actor = request.actor
    new, old = queries.version(actor=actor, pk=pk), queries.version(actor=actor, pk=other)
    return page(
        request, "briefings/forms/compare.html", old=old, new=new,
        changes=comparing.comparison(actor=actor, old=old, new=new),
    )  # fmt: skip


@open_to(DESK)
def version_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Period and days of a draft."""
    row = queries.written_version(actor=request.actor, pk=pk)
    form = VersionForm(request.POST or None, initial={name: getattr(row, name) for name in actions.VERSION_FIELDS})
    return form_page(
        request, form, lambda values: actions.edit_version(actor=request.actor, version=row, **values),
        heading=_("Kỳ, hạn và thời gian áp dụng"), back=version_address(pk), version=row,
    )  # fmt: skip


@open_to(DESK)
@require_POST
def version_copy(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Begin a draft with what this version asks."""
    row = queries.written_version(actor=request.actor, pk=pk)
    to = reverse("briefings:form_detail", args=[row.form_id])
    words = _("Đã tạo dự thảo từ phiên bản %(n)s.") % {"n": row.number}
    return press(request, lambda: actions.copy_version(actor=request.actor, version=row), to, words)


@open_to(DESK)
@require_POST
def version_publish(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Put a draft in force."""
    row = queries.written_version(actor=request.actor, pk=pk)
    return press(
        request, lambda: actions.publish_version(actor=request.actor, version=row), version_address(pk),
        _("Đã ban hành. Phiên bản này không thay đổi nữa; muốn sửa, hãy tạo phiên bản mới."),
    )  # fmt: skip


@open_to(DESK)
@require_POST
def version_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a published version out of use."""
    row = queries.written_version(actor=request.actor, pk=pk)
    return press(
        request, lambda: actions.withdraw_version(actor=request.actor, version=row), version_address(pk),
        _("Đã thôi áp dụng phiên bản này."),
    )  # fmt: skip


@open_to(DESK)
@require_POST
def version_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Throw a draft away."""
    row = queries.written_version(actor=request.actor, pk=pk)
    to = reverse("briefings:form_detail", args=[row.form_id])
    return press(request, lambda: actions.remove_draft(actor=request.actor, version=row), to, _("Đã xóa dự thảo."))
