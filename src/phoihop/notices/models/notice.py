"""Notices, what was mailed, and what was reminded of."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, restricted by who asks."""

    def visible_to(self, actor: Actor) -> NoticeQuerySet:
        """One's own."""
        return self.filter(user_id__in=[actor.user_id])


class Notice(Record):
    """One thing told to one person; it goes into the next digest unless it was read before."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    text = models.CharField(_("Nội dung"), max_length=300)
    url = models.CharField(max_length=300, blank=True)
    icon = models.CharField(max_length=40, default="bell")
    key = models.CharField(max_length=200)  # the same key is told to a person once
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "key"], name="notice_told_once")]
        indexes: ClassVar = [models.Index(fields=["user", "read_at"], name="notice_unread")]

    def __str__(self) -> str:
        return self.text


class Reminder(Record):
    """A due thing of which a person was reminded, so that each stage is told once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=250)  # the due's key and the stage: soon, today, overdue
    sent_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "key"], name="reminder_sent_once")]

    def __str__(self) -> str:
        return self.key


class OutgoingMail(Record):
    """A mail given to the mail server, or kept here in embedded mode, readable in the app."""

    to = models.EmailField()
    subject = models.CharField(max_length=300)
    body = models.TextField()
    kind = models.CharField(max_length=40)  # digest, invitation, activity …
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"
