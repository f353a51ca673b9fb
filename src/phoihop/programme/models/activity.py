"""An activity: a plan item being carried out, who takes part, what came of it."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from phoihop.base.access import Actor
from phoihop.base.models import Record, StoredFile
from phoihop.people.models import Party
from phoihop.programme.models.plan import PlanItem
from phoihop.programme.models.programme import Programme, taking_part_at_the_time


class ActivityStatus(models.TextChoices):
    """scheduled → open → held → closed; or postponed, cancelled, each with a reason."""

    SCHEDULED = "scheduled", _("Đã lên lịch")
    OPEN = "open", _("Đang chuẩn bị")
    HELD = "held", _("Đã diễn ra")
    CLOSED = "closed", _("Đã kết thúc")
    POSTPONED = "postponed", _("Hoãn")
    CANCELLED = "cancelled", _("Hủy")


ACTIVITY_TRANSITIONS = {
    ActivityStatus.SCHEDULED: {ActivityStatus.OPEN, ActivityStatus.POSTPONED, ActivityStatus.CANCELLED},
    ActivityStatus.OPEN: {ActivityStatus.HELD, ActivityStatus.POSTPONED, ActivityStatus.CANCELLED},
    ActivityStatus.HELD: {ActivityStatus.CLOSED, ActivityStatus.OPEN},
    ActivityStatus.POSTPONED: {ActivityStatus.SCHEDULED, ActivityStatus.OPEN, ActivityStatus.CANCELLED},
}


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Activities, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ActivityQuerySet:
        """Those of programmes one's party leads or takes part in; of the restricted ones, those it takes part in."""
        invited = Participation.objects.filter(party_id__in=actor.party_ids).values("activity_id")
        among_us = Q(restricted=False) | Q(pk__in=invited)
        return self.filter(Q(programme__lead_id__in=actor.party_ids) | (taking_part_at_the_time(actor) & among_us))

    def unfinished(self) -> ActivityQuerySet:
        """Those in which something is still to be done."""
        return self.exclude(status__in=[ActivityStatus.CLOSED, ActivityStatus.CANCELLED])


class Activity(Record):
    """What an item of the plan becomes; its kind adds rows of its own."""

    item = models.OneToOneField(PlanItem, on_delete=models.PROTECT, related_name="activity")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=30, default="plain")
    title = models.CharField(_("Tên hoạt động"), max_length=300)
    status = models.CharField(max_length=10, choices=ActivityStatus.choices, default=ActivityStatus.SCHEDULED)
    starts_at = models.DateTimeField(_("Bắt đầu"))
    ends_at = models.DateTimeField(_("Kết thúc"))
    all_day = models.BooleanField(_("Cả ngày"), default=False)
    place = models.CharField(_("Địa điểm"), max_length=200, blank=True)
    online_url = models.URLField(_("Đường dẫn họp trực tuyến"), blank=True)
    chair = models.CharField(_("Chủ trì"), max_length=150, blank=True)
    agenda = models.TextField(pgettext_lazy("hoạt động", "Chương trình"), blank=True)
    answer_by = models.DateField(_("Hạn trả lời"), null=True, blank=True)
    minutes = models.TextField(_("Diễn biến, kết luận"), blank=True)
    secretary = models.CharField(_("Thư ký"), max_length=150, blank=True)
    reason = models.TextField(_("Lý do hoãn, hủy"), blank=True)
    restricted = models.BooleanField(default=False)  # of the lead and the participants alone: rivals do not know of it
    sequence = models.PositiveSmallIntegerField(default=0)  # of the iCalendar event; grows with each change
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="activities_run"
    )
    held_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["starts_at"]
        indexes: ClassVar = [
            models.Index(fields=["programme", "starts_at"], name="activity_of_programme"),
            models.Index(fields=["status", "starts_at"], name="activity_by_status"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="activity_times_in_order",
                condition=Q(ends_at__gte=F("starts_at")),
                violation_error_message=_("Giờ kết thúc phải sau giờ bắt đầu."),
            ),
            models.CheckConstraint(
                name="activity_closed_has_date",
                condition=~Q(status="closed") | Q(closed_at__isnull=False),
                violation_error_message=_("Hoạt động đã kết thúc phải có ngày kết thúc."),
            ),
            models.CheckConstraint(
                name="activity_stopped_has_reason",
                condition=~Q(status__in=["postponed", "cancelled"]) | ~Q(reason=""),
                violation_error_message=_("Hoãn hoặc hủy phải nêu lý do."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.programme.lead_id


class Answer(models.TextChoices):
    """A party's answer to an invitation; the words of iCalendar."""

    NONE = "needs-action", _("Chưa trả lời")
    YES = "accepted", _("Tham dự")
    MAYBE = "tentative", _("Chưa chắc")
    NO = "declined", _("Không tham dự")


class Participation(Record):
    """A party in an activity: invited, answered, came."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="participations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="participations")
    invited_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(_("Trả lời"), max_length=12, choices=Answer.choices, default=Answer.NONE)
    expected = models.PositiveSmallIntegerField(_("Số người dự kiến"), default=0)
    note = models.CharField(_("Lời nhắn"), max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    attended = models.BooleanField(_("Có mặt"), null=True, blank=True)
    present = models.PositiveSmallIntegerField(_("Số người có mặt"), default=0)

    class Meta:
        ordering: ClassVar = ["created_at"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["activity", "party"], name="participation_once")]

    def __str__(self) -> str:
        return f"{self.party} – {self.get_answer_display()}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.activity.programme.lead_id


class Attendee(Record):
    """A person a party sends; seen by that party and the lead alone."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="attendees")
    name = models.CharField(_("Họ và tên"), max_length=150)
    position = models.CharField(_("Chức vụ"), max_length=150, blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    present = models.BooleanField(_("Có mặt"), default=False)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Outcome(Record):
    """A figure that came of an activity, with the row it was counted from."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="outcomes")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # null: of all
    label = models.CharField(_("Kết quả"), max_length=150)
    unit = models.CharField(_("Đơn vị tính"), max_length=40)
    value = models.DecimalField(_("Giá trị"), max_digits=18, decimal_places=2)
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)
    source_label = models.CharField(max_length=60, blank=True)  # app.model of the row it was counted from
    source_id = models.UUIDField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["label"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["activity", "party", "label", "unit"],
                name="outcome_once",
                violation_error_message=_("Kết quả này đã được ghi. Hãy sửa dòng đã có."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.value} {self.unit}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.activity.programme.lead_id


class Evidence(Record):
    """A file or picture that shows what was done."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="evidence")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")  # who gave it
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("Chú thích"), max_length=300)
    for_all = models.BooleanField(_("Các bên cùng xem"), default=False)

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.caption

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.activity.programme.lead_id
