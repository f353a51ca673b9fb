"""Scenarios: the plan under one set of rules, computed as a job and shown only once the checker has passed it."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.joint.rounds import JointRound


class ScenarioStatus(models.TextChoices):
    """running → done, rejected by the checker, failed, or cancelled."""

    RUNNING = "running", _("Đang tính")
    DONE = "done", _("Đã kiểm tra, dùng được")
    REJECTED = "rejected", _("Không qua kiểm tra")
    FAILED = "failed", _("Không tính được")
    CANCELLED = "cancelled", _("Đã hủy")


SCENARIO_TRANSITIONS = {
    ScenarioStatus.RUNNING: {
        ScenarioStatus.DONE,
        ScenarioStatus.REJECTED,
        ScenarioStatus.FAILED,
        ScenarioStatus.CANCELLED,
    },
    ScenarioStatus.FAILED: {ScenarioStatus.RUNNING},
    ScenarioStatus.CANCELLED: {ScenarioStatus.RUNNING},
}


class ScenarioQuerySet(models.QuerySet["JointScenario"]):
    """Scenarios, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ScenarioQuerySet:
        """The lead's alone: a scenario shows the needs of all."""
        return self.filter(round__programme__lead_id__in=actor.party_ids)


class JointScenario(Record):
    """One plan of a round under its own rules."""

    round = models.ForeignKey(JointRound, on_delete=models.CASCADE, related_name="scenarios")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("Tên phương án"), max_length=150)
    status = models.CharField(max_length=9, choices=ScenarioStatus.choices, default=ScenarioStatus.RUNNING)
    rules = models.JSONField(default=dict)
    costs = models.JSONField(default=dict)
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="followed_by"
    )  # the published one whose answers it keeps
    job_id = models.UUIDField(null=True)
    summary = models.JSONField(default=dict)  # sums over all operators, and by operator; the lead's alone
    sealed = models.TextField(blank=True)  # the plan itself: which need stands where
    published_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ScenarioQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "number"], name="joint_scenario_number_once"),
            models.CheckConstraint(
                name="joint_scenario_published_was_checked",
                condition=Q(published_at__isnull=True) | Q(status="done"),
                violation_error_message=_("Chỉ công bố phương án đã qua kiểm tra."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.round.programme.lead_id
