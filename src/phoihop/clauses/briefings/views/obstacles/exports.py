"""Taking the list away."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.clauses.briefings.actions.obstacles.exporting import FORMS, export_obstacles
from phoihop.clauses.briefings.views.obstacles.pages import asked_for


@open_to(holding(Permission.OBSTACLE_HANDLE, Permission.OBSTACLE_RAISE))
@require_POST
def obstacle_export(request: ActorRequest, form: str) -> HttpResponse:
    """What the reader may see, narrowed as the list was; the history says who took it."""
    if form not in FORMS:
        raise Http404
    made = export_obstacles(actor=request.actor, form=form, by=asked_for(request))
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    response["Cache-Control"] = "private, no-store"
    return response
