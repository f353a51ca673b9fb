"""Drawing an activity's papers."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import refused, saved
from phoihop.programme.actions import activity_papers as actions
from phoihop.programme.queries import activity as queries

DRAWN = {"minutes": actions.draw_minutes, "notice": actions.draw_notice}


@open_to(holding(Permission.ACTIVITY_RUN))
@require_POST
def draw(request: ActorRequest, pk: UUID, what: str) -> HttpResponse:
    """Draw minutes or a notice at once, invitations as a job."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    if what not in DRAWN and what != "invitations":
        raise Http404
    try:
        if what == "invitations":
            job = actions.draw_invitations(actor=request.actor, activity=activity)
            return saved(request, "base:job_detail", job.pk, message=_("Đang tạo giấy mời cho từng đơn vị."))
        paper = DRAWN[what](actor=request.actor, activity=activity)
    except Refused as refusal:
        return refused(request, refusal, "programme:activity_detail", pk)
    return saved(request, "papers:paper_detail", paper.pk, message=_("Đã tạo dự thảo văn bản."))
