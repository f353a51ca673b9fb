"""What every row of ours has."""

from __future__ import annotations

import uuid

from django.db import models


class Record(models.Model):
    """A row with an identifier that tells nothing: neither how many rows there are nor which came first."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
