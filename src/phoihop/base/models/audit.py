"""The history: append-only, each entry chained to the one before by a hash."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor, Permission


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """Entries, restricted by who reads."""

    def visible_to(self, actor: Actor) -> AuditQuerySet:
        """What the reader's party may audit: what it leads, and what was done for it."""
        parties = actor.parties_with(Permission.HISTORY_READ)
        return self.filter(models.Q(lead_id__in=parties) | models.Q(party_id__in=parties))


class AuditEntry(models.Model):
    """Who did what, when, for which party, before and after."""

    seq = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("Thời điểm"), db_index=True)
    user_id = models.UUIDField(null=True, db_index=True)
    user_name = models.CharField(_("Người thực hiện"), max_length=200, blank=True)
    party_id = models.UUIDField(null=True, db_index=True)  # on whose behalf, or whose row
    lead_id = models.UUIDField(null=True, db_index=True)  # the regulator whose programme the row belongs to
    event = models.CharField(_("Việc"), max_length=100, db_index=True)  # area.object.verb
    object_label = models.CharField(max_length=60)  # app.model
    object_id = models.CharField(max_length=40, db_index=True)
    object_text = models.CharField(_("Đối tượng"), max_length=300)
    before = models.JSONField(_("Trước"), default=dict)
    after = models.JSONField(_("Sau"), default=dict)
    request_id = models.CharField(max_length=40, blank=True)
    folded = models.TextField(blank=True)  # who and what, without diacritics: a key to search by, no fact of its own
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.event} {self.object_text}"


class AuditHead(models.Model):
    """One row: the newest hash. Locking it keeps the chain single on every database."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    hash = models.CharField(max_length=64, default="0" * 64)
    count = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(name="audit_head_is_single", condition=models.Q(id=1))]

    def __str__(self) -> str:
        return f"{self.count} {self.hash}"
