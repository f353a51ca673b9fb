"""Year and half-year reports, gathered and not typed; commendations proposed from their figures."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.papers.models import Paper
from phoihop.people.models import Party
from phoihop.programme.models.plan import Plan
from phoihop.programme.models.programme import Programme, taking_part_in_year


class ReportPeriod(models.TextChoices):
    """What a report looks back on."""

    HALF_YEAR = "half", _("Sơ kết 6 tháng")
    YEAR = "year", _("Tổng kết năm")


class ReportStatus(models.TextChoices):
    """draft → circulated for one confirm-or-object round → frozen; later changes are addenda."""

    DRAFT = "draft", _("Đang tổng hợp")
    CIRCULATED = "circulated", _("Chờ các bên xác nhận")
    FROZEN = "frozen", _("Đã chốt")


REPORT_TRANSITIONS = {
    ReportStatus.DRAFT: {ReportStatus.CIRCULATED},
    ReportStatus.CIRCULATED: {ReportStatus.FROZEN},
}


class ReportQuerySet(models.QuerySet["YearReport"]):
    """Reports, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ReportQuerySet:
        """The lead sees all of its own; a participant those circulated or frozen, its own part only."""
        return self.filter(
            Q(programme__lead_id__in=actor.party_ids) | (taking_part_in_year(actor) & ~Q(status=ReportStatus.DRAFT))
        )


class YearReport(Record):
    """Figures gathered from every kind's outcomes.

    ``content`` keeps what all may read apart from what each party may read:
    ``{"common": {...}, "parties": {party id: {...}}}``; the checksum is over the checksums of the parts, so that
    each reader can verify their part and the whole without the others' figures.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="reports")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="reports")
    year = models.PositiveSmallIntegerField()
    period = models.CharField(max_length=4, choices=ReportPeriod.choices, default=ReportPeriod.YEAR)
    status = models.CharField(max_length=10, choices=ReportStatus.choices, default=ReportStatus.DRAFT)
    content = models.JSONField(default=dict)
    remarks = models.TextField(_("Đánh giá chung"), blank=True)
    checksum = models.CharField(max_length=64, blank=True)
    part_checksums = models.JSONField(default=dict)
    confirm_by = models.DateField(_("Hạn xác nhận"), null=True, blank=True)
    gathered_at = models.DateTimeField(null=True, blank=True)
    frozen_at = models.DateTimeField(null=True, blank=True)
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-year", "period"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "period"],
                name="report_once_a_period",
                violation_error_message=_("Kỳ này đã có báo cáo."),
            ),
            models.CheckConstraint(
                name="report_frozen_has_checksum",
                condition=~Q(status="frozen") | (~Q(checksum="") & Q(frozen_at__isnull=False)),
                violation_error_message=_("Báo cáo đã chốt phải có mã kiểm tra."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_period_display()} {self.year}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.programme.lead_id


class ReportAnswer(Record):
    """A party confirms its figures or objects, once."""

    report = models.ForeignKey(YearReport, on_delete=models.CASCADE, related_name="answers")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    confirms = models.BooleanField()
    objection = models.TextField(_("Nội dung chưa thống nhất"), blank=True)
    resolution = models.TextField(_("Cách xử lý"), blank=True)  # by the lead
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "party"], name="report_answer_once")]

    def __str__(self) -> str:
        return f"{self.report} – {self.party}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.report.programme.lead_id


class ReportAddendum(Record):
    """A correction after freezing; the frozen report stays as it was."""

    report = models.ForeignKey(YearReport, on_delete=models.CASCADE, related_name="addenda")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("Nội dung bổ sung, đính chính"))
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # null: for all
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    checksum = models.CharField(max_length=64)  # over the report's checksum, the number and the text

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "number"], name="addendum_number_once")]

    def __str__(self) -> str:
        return f"{self.report} – {self.number}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.report.programme.lead_id


class CommendationStatus(models.TextChoices):
    """proposed → decided or not accepted."""

    PROPOSED = "proposed", _("Đề nghị")
    DECIDED = "decided", _("Đã quyết định")
    REJECTED = "rejected", _("Không khen thưởng")


class Commendation(Record):
    """A party or person proposed for commendation; the department decides."""

    report = models.ForeignKey(YearReport, on_delete=models.CASCADE, related_name="commendations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="commendations")
    person = models.CharField(_("Cá nhân"), max_length=150, blank=True)  # empty: the party itself
    reason = models.TextField(_("Thành tích"))
    figures = models.JSONField(default=list)  # the figures from which it was proposed
    status = models.CharField(max_length=8, choices=CommendationStatus.choices, default=CommendationStatus.PROPOSED)
    decided_at = models.DateTimeField(null=True, blank=True)
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "party", "person"], name="commendation_proposed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.party}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.report.programme.lead_id
