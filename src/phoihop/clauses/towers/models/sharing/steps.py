"""What happened to a request, when its clock stood still, and when people met at the mast."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.sharing.request import SharingRequest
from phoihop.clauses.towers.models.sharing.states import RequestStatus
from phoihop.people.models import Party


class SharingStep(Record):
    """One step of a request, as both sides and the department see it: no price, no condition."""

    request = models.ForeignKey(SharingRequest, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField(_("Lúc"))
    status = models.CharField(_("Trạng thái"), max_length=12, choices=RequestStatus.choices)
    party = models.ForeignKey(Party, null=True, on_delete=models.PROTECT, related_name="+")  # null: by the clock
    code = models.CharField(max_length=24)  # what was done
    text = models.CharField(_("Ghi chú"), max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["at", "created_at"]

    def __str__(self) -> str:
        return f"{self.request} {self.code}"


class SharingPause(Record):
    """A time in which the limits do not run, such as while a permit is awaited."""

    request = models.ForeignKey(SharingRequest, on_delete=models.CASCADE, related_name="pauses")
    by = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField(_("Tạm dừng từ"))
    ends_on = models.DateField(_("Tính tiếp từ"), null=True, blank=True)
    reason_code = models.CharField(max_length=40)
    reason_label = models.CharField(_("Lý do"), max_length=200)
    text = models.TextField(_("Giải thích"), blank=True)

    class Meta:
        ordering: ClassVar = ["starts_on", "created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(ends_on__isnull=True), name="sharing_one_pause_runs",
                violation_error_message=_("Thời hạn đang tạm dừng rồi."),
            ),
            models.CheckConstraint(
                name="sharing_pause_in_order",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Ngày tính tiếp phải sau ngày tạm dừng."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.request}: {self.reason_label}"


class SurveyStatus(models.TextChoices):
    """proposed → confirmed → done, or cancelled."""

    PROPOSED = "proposed", pgettext_lazy("khảo sát", "Đề xuất")
    CONFIRMED = "confirmed", pgettext_lazy("khảo sát", "Đã hẹn")
    DONE = "done", pgettext_lazy("khảo sát", "Đã khảo sát")
    CANCELLED = "cancelled", pgettext_lazy("khảo sát", "Đã hủy")


class SharingSurveyQuerySet(models.QuerySet["SharingSurvey"]):
    """Surveys, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SharingSurveyQuerySet:
        """The two sides'; the department sees the state of the request, not where people meet."""
        return self.filter(Q(request__asker_id__in=actor.party_ids) | Q(request__owner_id__in=actor.party_ids))


class SharingSurvey(Record):
    """Both sides look at the mast."""

    request = models.ForeignKey(SharingRequest, on_delete=models.CASCADE, related_name="surveys")
    proposed_by = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(_("Bắt đầu"))
    ends_at = models.DateTimeField(_("Kết thúc"))
    place = models.CharField(_("Nơi gặp"), max_length=300)
    people = models.CharField(_("Người tham gia"), max_length=300, blank=True)
    status = models.CharField(
        _("Trạng thái"), max_length=9, choices=SurveyStatus.choices, default=SurveyStatus.PROPOSED
    )
    result = models.TextField(_("Kết quả khảo sát"), blank=True)
    sequence = models.PositiveSmallIntegerField(default=0)  # of the calendar event
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    objects = SharingSurveyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-starts_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(status__in=["proposed", "confirmed"]), name="sharing_one_survey_open",
                violation_error_message=_("Đã có lịch khảo sát. Hãy xác nhận hoặc hủy lịch đó trước."),
            ),
            models.CheckConstraint(
                name="sharing_survey_in_order",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("Giờ kết thúc phải sau giờ bắt đầu."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.request}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.request.lead_id
