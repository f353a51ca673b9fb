"""Words and files."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.clauses.briefings.actions.obstacles import discussing
from phoihop.clauses.briefings.forms.obstacles import FileForm, NoteForm
from phoihop.clauses.briefings.queries.obstacles import detail
from phoihop.clauses.briefings.queries.obstacles import rows as queries
from phoihop.clauses.briefings.views.obstacles.answering import step_form

SPEAKERS = holding(Permission.OBSTACLE_HANDLE, Permission.OBSTACLE_RAISE)


@open_to(SPEAKERS)
def obstacle_note(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say something."""
    actor = request.actor
    row = queries.visible_obstacle(actor=actor, pk=pk)
    stand = detail.speaker(actor=actor, obstacle=row)
    form = NoteForm(request.POST or None, handles=stand.handles, owns=stand.raises, is_open=row.audience == "all")
    return step_form(
        request, row, form,
        lambda: discussing.write_note(actor=actor, obstacle=row, party=stand.speaks_for, **form.cleaned_data),
        _("Trao đổi"), _("Gửi"),
    )  # fmt: skip


@open_to(SPEAKERS)
def obstacle_file(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a picture or paper."""
    actor = request.actor
    row = queries.visible_obstacle(actor=actor, pk=pk)
    stand = detail.insider(actor=actor, obstacle=row)
    form = FileForm(request.POST or None, request.FILES or None, handles=stand.handles, is_open=row.audience == "all")
    return step_form(
        request, row, form,
        lambda: discussing.add_file(actor=actor, obstacle=row, party=stand.speaks_for, **form.cleaned_data),
        _("Thêm ảnh, tài liệu"), _("Thêm"),
    )  # fmt: skip
