"""Taking over a large file of figures."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from phoihop.base.access import Actor
from phoihop.base.jobs import Progress, handler
from phoihop.clauses.briefings.actions.sheets.taking import JOB, take_now
from phoihop.clauses.briefings.queries.sheets.uploads import visible_upload


@handler(JOB)
def take_figures(actor: Actor, progress: Progress, *, upload: str, token: str) -> str:
    """Write the figures of all periods in one transaction; a job that starts again finds them written, or none."""
    row = visible_upload(actor=actor, pk=UUID(upload))
    if row.taken_at is None:
        progress.expect(1)
        progress.step(0, row.file.name)
        take_now(actor=actor, upload=row, token=token)
        progress.step(1)
    return reverse("briefings:upload_detail", args=[row.pk])
