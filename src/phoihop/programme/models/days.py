"""Named days: holidays, the industry's days, founding days. They are data: years differ and provinces differ."""

from __future__ import annotations

from typing import ClassVar

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


class NamedDay(Record):
    """A day with a name; of all, or of one regulator."""

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

    objects = NamedDayQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["month", "day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["keeper", "code"], name="named_day_code_once"),
            models.CheckConstraint(
                name="named_day_date_has_year",
                condition=~Q(rule="date") | Q(year__isnull=False),
                violation_error_message=_("Một ngày cụ thể phải có năm."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_vi
