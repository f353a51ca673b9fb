"""Files that come with offers and messages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from phoihop.base import files as stored
from phoihop.base.access import Actor
from phoihop.clauses.towers.models import SharingAttachment, SharingMessage, SharingOffer, SharingRequest


def attach(
    actor: Actor,
    request: SharingRequest,
    uploads: Iterable[UploadedFile[Any]],
    *,
    offer: SharingOffer | None = None,
    message: SharingMessage | None = None,
) -> None:
    """Keep the files; whoever reads the offer or message may open them."""
    for upload in uploads:
        row = SharingAttachment.objects.create(request=request, offer=offer, message=message)
        row.file = stored.keep_upload(actor, upload, row)
        row.save(update_fields=["file"])
