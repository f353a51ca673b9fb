"""Long work that outlives the request."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models.record import Record


class JobState(models.TextChoices):
    """queued → running → done, failed or cancelled; a lost worker puts running back to queued."""

    QUEUED = "queued", _("Đang chờ")
    RUNNING = "running", _("Đang chạy")
    DONE = "done", _("Đã xong")
    FAILED = "failed", _("Không thành công")
    CANCELLED = "cancelled", _("Đã hủy")


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs, restricted by who asks."""

    def visible_to(self, actor: Actor) -> JobQuerySet:
        """One's own jobs; the platform keeper sees all of them."""
        return self if actor.is_keeper else self.filter(user_id__in=[actor.user_id])


class Job(Record):
    """One piece of long work with progress that can be cancelled."""

    kind = models.CharField(max_length=60)  # code of the registered handler
    title = models.CharField(_("Công việc"), max_length=200)
    user_id = models.UUIDField(db_index=True)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=JobState.choices, default=JobState.QUEUED, db_index=True)
    done = models.PositiveIntegerField(default=0)  # steps finished
    total = models.PositiveIntegerField(default=0)  # steps in all; 0 where unknown
    note = models.CharField(max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    cancel_requested = models.BooleanField(default=False)
    heartbeat_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    result_url = models.CharField(max_length=300, blank=True)
    error = models.TextField(blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def finished(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in {JobState.DONE, JobState.FAILED, JobState.CANCELLED}
