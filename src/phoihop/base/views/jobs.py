"""Long work on pages."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base import jobs, queries
from phoihop.base.access import SIGNED_IN, ActorRequest, open_to
from phoihop.base.ui import page, rows, saved


@open_to(SIGNED_IN)
@require_GET
def job_list(request: ActorRequest) -> HttpResponse:
    """One's long work."""
    return page(request, "base/jobs.html", jobs=rows(request, queries.jobs(actor=request.actor)))


@open_to(SIGNED_IN)
@require_GET
def job_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """How far one job is; the part is fetched again while it runs."""
    job = jobs.visible_job(actor=request.actor, pk=pk)
    return page(request, "base/job.html", part="progress", job=job)


@open_to(SIGNED_IN)
@require_POST
def job_cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask a job to stop."""
    jobs.cancel(actor=request.actor, pk=pk)
    return saved(request, "base:job_detail", pk, message=_("Đã yêu cầu dừng."))
