"""Named days: holidays, the industry's days, founding days. They are data: years differ and provinces differ."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.people.models import Party


class DayRule(models.TextChoices):
    """How a named day finds its date in a year."""

    SOLAR = "solar", _("Ngày dương lịch hằng năm")
    LUNAR = "lunar", _("Ngày âm lịch hằng năm")
    DATE = "date", _("Một ngày cụ thể")


class DayCategory(models.TextChoices):
    """What kind of day it is."""

    HOLIDAY = "holiday", _("Ngày nghỉ")
    INDUSTRY = "industry", _("Ngày truyền thống của ngành")
    FOUNDING = "founding", _("Ngày thành lập")
    MEMORIAL = "memorial", _("Ngày kỷ niệm")


class NamedDayQuerySet(models.QuerySet["NamedDay"]):
    """Named days, restricted by who asks."""

    def visible_to(self, actor: Actor) -> NamedDayQuerySet:
        """The national ones and those that a regulator keeps; days are no secret."""
        return self if actor.signed_in else self.filter(keeper__isnull=True)

    def national(self) -> NamedDayQuerySet:
        """Those that everyone shares."""
        return self.filter(keeper__isnull=True)

    def for_lead(self, lead_id: UUID | None) -> NamedDayQuerySet:
        """The national ones and those of one regulator."""
        return self.filter(Q(keeper__isnull=True) | Q(keeper_id=lead_id))


class NamedDay(Record):
    """A day with a name; of all, or of one regulator, whose own takes the place of the national one of that code."""

    keeper = models.ForeignKey(Party, null=True, blank=True, on_delete=models.CASCADE, related_name="named_days")
    code = models.SlugField(_("Mã"), max_length=40)
    name_vi = models.CharField(_("Tên (tiếng Việt)"), max_length=150)
    name_en = models.CharField(_("Tên (tiếng Anh)"), max_length=150, blank=True)
    rule = models.CharField(_("Cách tính"), max_length=5, choices=DayRule.choices, default=DayRule.SOLAR)
    month = models.PositiveSmallIntegerField(_("Tháng"))
    day = models.PositiveSmallIntegerField(_("Ngày"))
    year = models.PositiveSmallIntegerField(_("Năm"), null=True, blank=True)  # for the rule "date"
    length_days = models.PositiveSmallIntegerField(_("Số ngày"), default=1)
    category = models.CharField(_("Phân loại"), max_length=10, choices=DayCategory.choices)
    first_year = models.PositiveSmallIntegerField(_("Có từ năm"), null=True, blank=True)  # null: always

    objects = NamedDayQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["month", "day"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["keeper", "code"],
                condition=Q(year__isnull=True),
                name="named_day_code_once",
                violation_error_message=_("Đã có ngày mang mã này."),
            ),
            models.UniqueConstraint(
                fields=["keeper", "code", "year"],
                name="named_day_code_once_a_year",
                violation_error_message=_("Năm này đã có ngày mang mã này."),
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(keeper__isnull=True, year__isnull=True),
                name="named_day_national_code_once",
                violation_error_message=_("Đã có ngày mang mã này."),
            ),
            models.CheckConstraint(
                name="named_day_date_has_year",
                condition=~Q(rule="date") | Q(year__isnull=False),
                violation_error_message=_("Một ngày cụ thể phải có năm."),
            ),
            models.CheckConstraint(
                name="named_day_is_a_day",
                condition=Q(month__range=(1, 12), day__range=(1, 31), length_days__range=(1, 31)),
                violation_error_message=_("Tháng từ 1 đến 12, ngày từ 1 đến 31, số ngày từ 1 đến 31."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_vi

    @property
    def audit_lead_id(self) -> UUID | None:
        """The regulator in whose history the row appears; none for a national day."""
        return self.keeper_id
