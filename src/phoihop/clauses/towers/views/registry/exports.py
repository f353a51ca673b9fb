"""Taking the registry away: one's own, or the department's own enterprises'."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.clauses.towers.actions.registry.exporting import FORMS, export_registry


@open_to(holding(Permission.MAST_MANAGE, Permission.MAST_REVIEW))
@require_POST
def registry_export(request: ActorRequest, form: str) -> HttpResponse:
    """A file with every mast that the reader keeps; the history says who took it."""
    if form not in FORMS:
        raise Http404
    made = export_registry(actor=request.actor, form=form, language=get_language() or "vi")
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response
