"""Secret addresses of calendar feeds."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from phoihop.base.models import Record


def new_secret() -> str:
    """256 random bits."""
    return secrets.token_urlsafe(32)


class Feed(Record):
    """A person's feed, of everything or of one programme; the address is the key and can be revoked."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feeds")
    programme_id = models.UUIDField(null=True, blank=True)  # null: everything the person may see
    secret = models.CharField(max_length=64, unique=True, default=new_secret)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "programme_id"], condition=Q(revoked_at__isnull=True), name="feed_current_once"
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(revoked_at__isnull=True, programme_id__isnull=True),
                name="feed_of_everything_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)
