"""Local rules: how far apart masts stand, and where none or only inconspicuous ones may stand."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.registry.codes import MastClass, regulators_of
from phoihop.people.models import Party, Zone

IN_ORDER = Q(valid_from__isnull=True) | Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from"))


def _in_force(day: dt.date) -> Q:
    started = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return started & (Q(valid_until__isnull=True) | Q(valid_until__gte=day))


class LocalRuleQuerySet(models.QuerySet["LocalRule"]):
    """Rules, restricted by who asks."""

    def visible_to(self, actor: Actor) -> LocalRuleQuerySet:
        """Those of one's own department: whoever builds must know them."""
        return self.filter(regulator__in=regulators_of(actor))

    def valid_on(self, day: dt.date) -> LocalRuleQuerySet:
        """Those in force on ``day``."""
        return self.filter(_in_force(day))


class LocalRule(Record):
    """A least distance of a new mast from others; closer, the operators must share."""

    regulator = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="local_rules")
    zone = models.CharField(_("Khu vực"), max_length=5, choices=Zone.choices)
    mast_class = models.ForeignKey(
        MastClass,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="local_rules",
        verbose_name=_("Loại cột"),
    )  # null: every class
    height_over_m = models.DecimalField(_("Cao hơn (m)"), max_digits=5, decimal_places=1, null=True, blank=True)
    height_up_to_m = models.DecimalField(_("Cao đến (m)"), max_digits=5, decimal_places=1, null=True, blank=True)
    spacing_m = models.PositiveIntegerField(_("Khoảng cách tối thiểu (m)"))
    source = models.CharField(_("Căn cứ"), max_length=200)
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)
    valid_from = models.DateField(_("Áp dụng từ"), null=True, blank=True)
    valid_until = models.DateField(_("Đến hết ngày"), null=True, blank=True)

    objects = LocalRuleQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["zone", "mast_class__code", "height_over_m"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="local_rule_heights_in_order",
                condition=Q(height_over_m__isnull=True)
                | Q(height_up_to_m__isnull=True)
                | Q(height_up_to_m__gt=F("height_over_m")),
                violation_error_message=_("Chiều cao tối đa phải lớn hơn chiều cao tối thiểu."),
            ),
            models.CheckConstraint(
                name="local_rule_spacing_in_range",
                condition=Q(spacing_m__range=(0, 5000)),
                violation_error_message=_("Khoảng cách phải từ 0 đến 5.000 mét."),
            ),
            models.CheckConstraint(
                name="local_rule_validity_in_order",
                condition=IN_ORDER,
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_zone_display()}: {self.spacing_m} m"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id

    def covers(self, *, zone: str, class_id: UUID | None, height_m: float | None) -> bool:
        """Whether the rule speaks of a mast; an unknown height or class is covered by every rule that could apply."""
        if self.zone != zone or (self.mast_class_id and class_id and self.mast_class_id != class_id):
            return False
        over, up_to = self.height_over_m, self.height_up_to_m
        too_low = over is not None and height_m is not None and height_m <= over
        return not too_low and not (up_to is not None and height_m is not None and height_m > up_to)


class ZoneRule(models.TextChoices):
    """What a restricted zone allows."""

    NONE = "none", _("Không dựng cột mới")
    NOT_BULKY = "not_bulky", _("Chỉ cột không cồng kềnh")


class RestrictedZoneQuerySet(models.QuerySet["RestrictedZone"]):
    """Zones, restricted by who asks."""

    def visible_to(self, actor: Actor) -> RestrictedZoneQuerySet:
        """Those of one's own department."""
        return self.filter(regulator__in=regulators_of(actor))

    def valid_on(self, day: dt.date) -> RestrictedZoneQuerySet:
        """Those in force on ``day``."""
        return self.filter(_in_force(day))


class RestrictedZone(Record):
    """An area in which no new mast, or only an inconspicuous one, may stand: around monuments, seats of government."""

    regulator = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="restricted_zones")
    name = models.CharField(_("Tên khu vực"), max_length=200)
    rule = models.CharField(_("Quy định"), max_length=10, choices=ZoneRule.choices)
    outline = models.JSONField()  # GeoJSON MultiPolygon coordinates, WGS 84
    source = models.CharField(_("Căn cứ"), max_length=200)
    valid_from = models.DateField(_("Áp dụng từ"), null=True, blank=True)
    valid_until = models.DateField(_("Đến hết ngày"), null=True, blank=True)

    objects = RestrictedZoneQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["regulator", "name"],
                name="restricted_zone_name_once",
                violation_error_message=_("Đã có khu vực mang tên này."),
            ),
            models.CheckConstraint(
                name="restricted_zone_validity_in_order",
                condition=IN_ORDER,
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id
