"""Forms as data: versions, sections, indicators, their breakdowns and rules. Nothing of them is code."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.briefings.models.choices import (
    FormStatus,
    Missing,
    Nature,
    Operator,
    PeriodType,
    RuleKind,
    Severity,
)
from phoihop.people.models import AdminUnit, Party
from phoihop.programme.models import ProgrammeParty

FORM_TRANSITIONS = {
    FormStatus.DRAFT: {FormStatus.PUBLISHED},
    FormStatus.PUBLISHED: {FormStatus.WITHDRAWN},
}


class ReportFormQuerySet(models.QuerySet["ReportForm"]):
    """Forms, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ReportFormQuerySet:
        """The regulator's own; an enterprise's, those of the regulators with which it has a programme."""
        leads = ProgrammeParty.objects.filter(party_id__in=actor.party_ids).values("programme__lead_id")
        return self.filter(Q(regulator_id__in=actor.party_ids) | Q(regulator_id__in=leads))


class ReportForm(Record):
    """A form of a department; what is asked stands in its versions."""

    regulator = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="report_forms")
    code = models.CharField(_("Mã biểu"), max_length=30)
    title = models.CharField(_("Tên biểu"), max_length=200)
    note = models.TextField(_("Ghi chú"), blank=True)
    voluntary = models.BooleanField(_("Báo cáo tự nguyện theo biên bản ghi nhớ"), default=True)
    parties = models.ManyToManyField(Party, blank=True, related_name="report_forms_to_fill")  # who must fill it in
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = ReportFormQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["regulator", "code"],
                name="report_form_code_once",
                violation_error_message=_("Đã có biểu mang mã này."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id


class FormVersion(Record):
    """What a form asked during one period; a published version never changes."""

    form = models.ForeignKey(ReportForm, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("Phiên bản"))
    status = models.CharField(max_length=10, choices=FormStatus.choices, default=FormStatus.DRAFT)
    period_type = models.CharField(_("Kỳ báo cáo"), max_length=8, choices=PeriodType.choices, default=PeriodType.HALF)
    effective_from = models.DateField(_("Áp dụng từ ngày"))
    effective_until = models.DateField(_("Áp dụng đến hết ngày"), null=True, blank=True)
    due_days = models.SmallIntegerField(_("Hạn nộp, số ngày sau khi hết kỳ"), default=10)
    lock_days = models.SmallIntegerField(_("Khóa nhập liệu, số ngày sau khi hết kỳ"), default=25)
    published_at = models.DateTimeField(null=True, blank=True)
    source = models.CharField(_("Nguồn"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["form", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["form", "number"], name="form_version_once"),
            models.UniqueConstraint(
                fields=["form"],
                condition=Q(status="draft"),
                name="form_one_draft",
                violation_error_message=_("Biểu này đã có một dự thảo. Hãy sửa tiếp dự thảo đó."),
            ),
            models.CheckConstraint(
                name="form_version_published_has_day",
                condition=Q(status="draft") | Q(published_at__isnull=False),
                violation_error_message=_("Phiên bản đã ban hành phải có ngày ban hành."),
            ),
            models.CheckConstraint(
                name="form_version_dates_in_order",
                condition=Q(effective_until__isnull=True) | Q(effective_until__gte=F("effective_from")),
                violation_error_message=_("Ngày thôi áp dụng phải sau ngày áp dụng."),
            ),
            models.CheckConstraint(
                name="form_version_lock_after_due",
                condition=Q(lock_days__gte=F("due_days")),
                violation_error_message=_("Ngày khóa nhập liệu phải bằng hoặc sau hạn nộp."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} ({self.number})"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.form.regulator_id


class FormSection(Record):
    """Indicators that stand together under one heading."""

    version = models.ForeignKey(FormVersion, on_delete=models.CASCADE, related_name="sections")
    title = models.CharField(_("Tên mục"), max_length=200)
    guidance = models.TextField(_("Hướng dẫn"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return self.title


class Dimension(Record):
    """A breakdown: by district, by technology, by service."""

    regulator = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="dimensions")
    code = models.CharField(_("Mã"), max_length=30)
    name = models.CharField(_("Phân tổ"), max_length=100)
    complete = models.BooleanField(_("Cộng các giá trị được tổng"), default=True)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["regulator", "code"],
                name="dimension_code_once",
                violation_error_message=_("Đã có phân tổ mang mã này."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id


class DimensionCode(Record):
    """One value of a breakdown, during one period; it may stand below another."""

    dimension = models.ForeignKey(Dimension, on_delete=models.CASCADE, related_name="codes")
    code = models.CharField(_("Mã"), max_length=30)
    name = models.CharField(_("Tên"), max_length=100)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    unit = models.ForeignKey(
        AdminUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # its outline
    position = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField(_("Dùng từ ngày"), null=True, blank=True)
    valid_until = models.DateField(_("Dùng đến hết ngày"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["position", "name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["dimension", "code"], name="dimension_value_once")]

    def __str__(self) -> str:
        return self.name


class Indicator(Record):
    """One figure that is asked; the same code in a later version is the same indicator."""

    section = models.ForeignKey(FormSection, on_delete=models.CASCADE, related_name="indicators")
    code = models.CharField(_("Mã chỉ tiêu"), max_length=40)  # lower-case letters, digits, underscores: used in rules
    name = models.CharField(_("Chỉ tiêu"), max_length=200)
    definition = models.TextField(_("Định nghĩa, cách tính"), blank=True)
    unit = models.CharField(_("Đơn vị tính"), max_length=40)
    nature = models.CharField(_("Loại số liệu"), max_length=5, choices=Nature.choices, default=Nature.FLOW)
    estimate_allowed = models.BooleanField(_("Được báo số ước"), default=True)
    decimals = models.PositiveSmallIntegerField(_("Số chữ số thập phân"), default=0)
    required = models.BooleanField(_("Bắt buộc"), default=True)
    negative_allowed = models.BooleanField(_("Có thể âm"), default=False)
    additive = models.BooleanField(_("Cộng được giữa các đơn vị"), default=True)  # averages and percentages are not
    dimensions = models.ManyToManyField(Dimension, blank=True, related_name="indicators")  # breakdowns side by side
    statutory_note = models.CharField(_("Đã có trong chế độ báo cáo"), max_length=300, blank=True)
    fact = models.CharField(_("Lấy từ hệ thống"), max_length=60, blank=True)  # code of programme.facts
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["section__position", "position"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["section", "code"], name="indicator_code_once")]

    def __str__(self) -> str:
        return self.name


class FormRule(Record):
    """What must hold between figures of one report, or between it and an earlier one.

    ``left`` and ``right`` are sums and differences of codes of indicators and numbers: ``thue_bao_tra_truoc +
    thue_bao_tra_sau``. A code with brackets names one value of a breakdown: ``tram[4g]``.
    """

    version = models.ForeignKey(FormVersion, on_delete=models.CASCADE, related_name="rules")
    kind = models.CharField(_("Loại kiểm tra"), max_length=10, choices=RuleKind.choices)
    left = models.CharField(_("Vế trái"), max_length=300)
    operator = models.CharField(_("So sánh"), max_length=2, choices=Operator.choices, blank=True)
    right = models.CharField(_("Vế phải"), max_length=300, blank=True)
    least_percent = models.DecimalField(_("Giảm nhiều nhất (%)"), max_digits=7, decimal_places=2, null=True, blank=True)
    most_percent = models.DecimalField(_("Tăng nhiều nhất (%)"), max_digits=7, decimal_places=2, null=True, blank=True)
    missing = models.CharField(_("Khi thiếu số liệu"), max_length=8, choices=Missing.choices, default=Missing.SKIP_ANY)
    severity = models.CharField(_("Mức độ"), max_length=7, choices=Severity.choices, default=Severity.ERROR)
    message = models.CharField(_("Lời nhắc"), max_length=300)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return self.message
