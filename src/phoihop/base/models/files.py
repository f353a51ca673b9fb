"""Files that people gave or that the product made."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models

from phoihop.base.models.record import Record


def storage_path(instance: StoredFile, _filename: str) -> str:
    """A path that shows neither name nor owner."""
    return f"{instance.id.hex[:2]}/{instance.id.hex}-{uuid.uuid4().hex[:8]}"


class StoredFile(Record):
    """A file with its true type and checksum; who may open it is asked of the row that holds it."""

    content = models.FileField(upload_to=storage_path, max_length=120)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)  # read from the content, never from the name
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    holder_label = models.CharField(max_length=60)  # app.model of the row that holds the file
    holder_id = models.UUIDField(null=True, db_index=True)
    party_id = models.UUIDField(null=True, db_index=True)  # set where only this party and the lead may open it
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        """Whether a browser may show it as a picture."""
        return self.media_type in {"image/png", "image/jpeg", "image/webp"}
