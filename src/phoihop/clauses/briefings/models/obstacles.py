"""Obstacles: what hinders an enterprise, who must answer, and what was done until it says that it is solved."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record, StoredFile
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
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
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
    folded = models.TextField(blank=True)  # title, text and place without diacritics: what search and likeness read
    changed_at = models.DateTimeField(auto_now=True)

    objects = ObstacleQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]
        indexes: ClassVar = [
            models.Index(fields=["programme", "state", "-created_at"], name="obstacle_of_programme"),
            models.Index(fields=["party", "-created_at"], name="obstacle_of_party"),
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


class AffectedSite(Record):
    """A site that an obstacle hinders, by the name its owner uses."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="sites")
    name = models.CharField(_("Trạm, điểm phục vụ"), max_length=100)
    source_label = models.CharField(max_length=60, blank=True)  # app.model of the row, where it is known to the product
    source_id = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class ObstacleFile(Record):
    """A picture or paper of an obstacle."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="files")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("Chú thích"), max_length=200, blank=True)
    internal = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.caption or self.file.name


class ObstacleNote(Record):
    """A word in the discussion; an internal one stays in the department."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="notes")
    party = models.ForeignKey(Party, null=True, on_delete=models.PROTECT, related_name="+")  # null: a body by its link
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    author_name = models.CharField(max_length=150, blank=True)
    text = models.TextField(_("Trao đổi"))
    internal = models.BooleanField(_("Ghi chú nội bộ của Sở"), default=False)

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.text[:60]


class ObstacleEvent(Record):
    """Each state an obstacle came into, and when: what the timeline and the statistics read."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="events")
    state = models.CharField(max_length=10, choices=ObstacleState.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.state}"


class ObstacleForward(Record):
    """An obstacle in the hands of another body, which answers by a link without an account."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="forwards")
    body = models.CharField(_("Cơ quan, đơn vị"), max_length=200)
    guest = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(_("Thư điện tử"), blank=True)
    question = models.TextField(_("Nội dung chuyển"))
    due_on = models.DateField(_("Đề nghị trả lời trước ngày"))
    token_hash = models.CharField(max_length=64, unique=True)  # SHA-256 of the link's secret
    answered_at = models.DateTimeField(null=True, blank=True)
    answerer = models.CharField(_("Người trả lời"), max_length=150, blank=True)
    answer = models.TextField(_("Trả lời"), blank=True)
    recalled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.body


class ObstacleFollower(Record):
    """A party that says: this hinders us too."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="followers")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["obstacle", "party"], name="obstacle_follower_once")]

    def __str__(self) -> str:
        return self.party.short_name
