"""All papers of one row as one archive: the invitations of an activity, printed in one go."""

from __future__ import annotations

from uuid import UUID

from django.http import StreamingHttpResponse
from django.views.decorators.http import require_GET

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.papers.archive import stream_zip
from phoihop.papers.queries import bundles as queries


@open_to(holding(Permission.PAPER_NUMBER, Permission.PAPER_WRITE))
@require_GET
def bundle(request: ActorRequest, app: str, model: str, pk: UUID) -> StreamingHttpResponse:
    """The PDFs of one's own body's papers that belong to a row, the signed file where there is one."""
    entries = queries.paper_files(actor=request.actor, subject_label=f"{app}.{model}", subject_id=pk)
    headers = {"Content-Disposition": 'attachment; filename="papers.zip"'}
    return StreamingHttpResponse(stream_zip(entries), content_type="application/zip", headers=headers)
