"""Handing out stored files."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse
from django.views.decorators.http import require_GET

from phoihop.base import files
from phoihop.base.access import SIGNED_IN, ActorRequest, open_to

INLINE = {"application/pdf", *files.PICTURES.values()}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"  # browsers style pictures


@open_to(SIGNED_IN)
@require_GET
def file(request: ActorRequest, pk: UUID) -> FileResponse:
    """A stored file, after asking the row that holds it; never anything a browser could run."""
    stored = files.visible_file(actor=request.actor, pk=pk)
    inline = stored.media_type in INLINE and "download" not in request.GET
    response = FileResponse(
        stored.content.open("rb"), as_attachment=not inline, filename=stored.name, content_type=stored.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Content-Security-Policy"] = POLICY
    return response
