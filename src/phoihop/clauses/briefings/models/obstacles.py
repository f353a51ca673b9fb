"""Obstacles: what hinders an enterprise, who must answer, and what was done until it says that it is solved."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.briefings.models.choices import Audience, ObstacleState, Urgency
from phoihop.people.models import AdminUnit, Party
from phoihop.programme.models import Programme, ProgrammeParty

OBSTACLE_TRANSITIONS = {
    ObstacleState.RAISED: {
        ObstacleState.WORKING, ObstacleState.FORWARDED, ObstacleState.ANSWERED, ObstacleState.MERGED,
        ObstacleState.WITHDRAWN,
    },
    ObstacleState.WORKING: {
        ObstacleState.FORWARDED, ObstacleState.ANSWERED, ObstacleState.MERGED, ObstacleState.WITHDRAWN,
    },
    ObstacleState.FORWARDED: {ObstacleState.WORKING, ObstacleState.ANSWERED, ObstacleState.WITHDRAWN},
    ObstacleState.ANSWERED: {ObstacleState.SOLVED, ObstacleState.WORKING},  # the enterprise confirms, or reopens
    ObstacleState.SOLVED: {ObstacleState.WORKING},
}  # fmt: skip
ENDED = (ObstacleState.SOLVED, ObstacleState.MERGED, ObstacleState.WITHDRAWN)
AWAITED = (ObstacleState.RAISED, ObstacleState.WORKING, ObstacleState.FORWARDED)  # the department owes an answer


class ObstacleTopic(Record):
    """What obstacles are about; a list of the department."""

    regulator = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="obstacle_topics")
    name = models.CharField(_("Nhóm vướng mắc"), max_length=100)
    position = models.PositiveSmallIntegerField(default=0)
    answer_days = models.PositiveSmallIntegerField(_("Hạn trả lời (ngày làm việc)"), default=15)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["position", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["regulator", "name"],
                name="obstacle_topic_once",
                violation_error_message=_("Đã có nhóm vướng mắc tên này."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id


class ObstacleQuerySet(models.QuerySet["Obstacle"]):
    """Obstacles, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ObstacleQuerySet:
        """One's own party's; all of programmes one's party leads; those open to all where one's party takes part."""
        joined = ProgrammeParty.objects.filter(party_id__in=actor.party_ids, left_on__isnull=True)
        shared = Q(audience=Audience.ALL, programme_id__in=joined.values("programme_id"))
        return self.filter(Q(party_id__in=actor.party_ids) | Q(programme__lead_id__in=actor.party_ids) | shared)

    def under_way(self) -> ObstacleQuerySet:
        """Those that are not ended."""
        return self.exclude(state__in=ENDED)

    def once(self, actor: Actor) -> ObstacleQuerySet:
        """Without those that go along with another: for whoever leads, who deals with them at that other one.

        Enterprises keep seeing theirs beside all others: that one goes along tells that there is another.
        """
        return self.exclude(merged_into__isnull=False, programme__lead_id__in=actor.regulator_ids)


class Obstacle(Record):
    """One thing that hinders an enterprise."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="obstacles")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="obstacles")  # who raised it
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(_("Vướng mắc"), max_length=200)
    text = models.TextField(_("Mô tả"))
    wish = models.TextField(_("Kiến nghị"), blank=True)
    topic = models.ForeignKey(ObstacleTopic, null=True, blank=True, on_delete=models.PROTECT, related_name="obstacles")
    urgency = models.CharField(_("Mức độ"), max_length=6, choices=Urgency.choices, default=Urgency.NORMAL)
    audience = models.CharField(_("Ai được xem"), max_length=10, choices=Audience.choices, default=Audience.DEPARTMENT)
    state = models.CharField(max_length=10, choices=ObstacleState.choices, default=ObstacleState.RAISED)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="obstacles_owned"
    )  # the officer of the department who must answer
    # Dealt with together with another: it takes that one's states and answer. The state "merged" ends it, and is for a
    # party's own duplicates alone: elsewhere nothing of the row may tell its readers that there is another.
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    raised_at = models.DateTimeField(_("Nêu lúc"), default=timezone.now)
    place = models.CharField(_("Địa điểm"), max_length=200, blank=True)
    unit = models.ForeignKey(AdminUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    latitude = models.FloatField(_("Vĩ độ"), null=True, blank=True)
    longitude = models.FloatField(_("Kinh độ"), null=True, blank=True)
    answer = models.TextField(_("Trả lời"), blank=True)
    legal_basis = models.TextField(_("Căn cứ pháp lý"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    solved_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(_("Hạn trả lời"), null=True, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)
    reopened = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = ObstacleQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-raised_at"]
        indexes: ClassVar = [
            models.Index(fields=["programme", "state", "-raised_at"], name="obstacle_of_programme"),
            models.Index(fields=["party", "-raised_at"], name="obstacle_of_party"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="obstacle_answered_has_answer",
                condition=~Q(state__in=["answered", "solved"]) | Q(answered_at__isnull=False) & ~Q(answer=""),
                violation_error_message=_("Vướng mắc đã trả lời phải có nội dung trả lời."),
            ),
            models.CheckConstraint(
                name="obstacle_merged_has_target",
                condition=~Q(state="merged") | Q(merged_into__isnull=False),
            ),
            models.CheckConstraint(
                name="obstacle_position_whole",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message=_("Vị trí cần đủ vĩ độ và kinh độ."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.programme.lead_id
