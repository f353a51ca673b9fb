"""What a regulator sets: time limits from a day on, and the reasons for refusals and pauses."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.registry.codes import regulators_of
from phoihop.people.models import Party


class SharingRuleQuerySet(models.QuerySet["SharingRule"]):
    """Time limits, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SharingRuleQuerySet:
        """Those of one's own department: whoever is bound by them reads them."""
        return self.filter(regulator__in=regulators_of(actor))

    def in_force(self, regulator_id: UUID, day: dt.date) -> SharingRule | None:
        """The newest that applies on ``day``."""
        return self.filter(regulator_id=regulator_id, valid_from__lte=day).order_by("-valid_from").first()


class SharingRule(Record):
    """Time limits from a day on; a request keeps those of the day it was sent."""

    regulator = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="sharing_rules")
    valid_from = models.DateField(_("Áp dụng từ"))
    answer_days = models.PositiveSmallIntegerField(_("Tiếp nhận trong (ngày làm việc)"), default=10)
    decide_months = models.PositiveSmallIntegerField(_("Chào điều kiện hoặc từ chối trong (tháng)"), default=1)
    reply_days = models.PositiveSmallIntegerField(_("Trả lời bản chào trong (ngày làm việc)"), default=10)
    sign_days = models.PositiveSmallIntegerField(_("Ký thỏa thuận trong (ngày làm việc)"), default=20)
    unused_months = models.PositiveSmallIntegerField(_("Hết hiệu lực nếu không sử dụng sau (tháng)"), default=12)
    pause_days = models.PositiveSmallIntegerField(_("Tạm dừng không quá (ngày làm việc)"), default=20)
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)

    objects = SharingRuleQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["regulator", "valid_from"],
                name="sharing_rule_once_a_day",
                violation_error_message=_("Đã có bộ thời hạn áp dụng từ ngày này."),
            ),
            models.CheckConstraint(
                name="sharing_rule_in_range",
                condition=Q(
                    answer_days__range=(1, 120), decide_months__range=(1, 12), reply_days__range=(1, 120),
                    sign_days__range=(1, 120), unused_months__range=(1, 60), pause_days__range=(0, 250),
                ),
                violation_error_message=_("Thời hạn nằm ngoài khoảng cho phép. Hãy xem lại các số đã nhập."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.valid_from:%d/%m/%Y}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id


class ReasonUse(models.TextChoices):
    """What a reason is given for."""

    REFUSAL = "refusal", _("Từ chối")
    PAUSE = "pause", _("Tạm dừng thời hạn")


class SharingReasonQuerySet(models.QuerySet["SharingReason"]):
    """Reasons, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SharingReasonQuerySet:
        """Those of one's own department."""
        return self.filter(regulator__in=regulators_of(actor))


class SharingReason(Record):
    """A reason of a regulator: beside the usual ones, or in the place of one of them."""

    regulator = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="sharing_reasons")
    use = models.CharField(_("Dùng để"), max_length=7, choices=ReasonUse.choices)
    code = models.SlugField(_("Mã"), max_length=40)
    name_vi = models.CharField(_("Lý do (tiếng Việt)"), max_length=200)
    name_en = models.CharField(_("Lý do (tiếng Anh)"), max_length=200, blank=True)
    hidden = models.BooleanField(_("Không dùng nữa"), default=False)

    objects = SharingReasonQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["use", "created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["regulator", "use", "code"],
                name="sharing_reason_code_once",
                violation_error_message=_("Đã có lý do mang mã này."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_vi

    @property
    def label(self) -> str:
        """The reason in the reader's language."""
        return self.name_en if self.name_en and (get_language() or "").startswith("en") else self.name_vi

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id
