"""Administrative units with validity periods: they merge, split and change their names."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record


class Zone(models.TextChoices):
    """The two kinds of area that spacing rules tell apart."""

    URBAN = "urban", _("Đô thị")
    OTHER = "other", _("Ngoài đô thị")


class UnitLevel(models.TextChoices):
    """Province, district (none since 1/7/2025), commune."""

    PROVINCE = "province", _("Tỉnh, thành phố")
    DISTRICT = "district", _("Huyện, quận, thị xã")
    COMMUNE = "commune", _("Xã, phường, thị trấn")


class AdminUnitQuerySet(models.QuerySet["AdminUnit"]):
    """Units; they are public facts."""

    def visible_to(self, actor: Actor) -> AdminUnitQuerySet:
        """All, for whoever has an account."""
        return self if actor.signed_in else self.none()

    def valid_on(self, day: dt.date) -> AdminUnitQuerySet:
        """Those that exist on ``day``."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day), Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        )

    def around(self, latitude: float, longitude: float) -> AdminUnitQuerySet:
        """Those whose bounding box holds a point; the outline itself is asked afterwards."""
        return self.filter(south__lte=latitude, north__gte=latitude, west__lte=longitude, east__gte=longitude)


class AdminUnit(Record):
    """A province, district or commune during one period."""

    level = models.CharField(_("Cấp"), max_length=8, choices=UnitLevel.choices)
    code = models.CharField(_("Mã"), max_length=10)
    name = models.CharField(_("Tên"), max_length=100)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    is_urban = models.BooleanField(_("Đô thị"), default=False)  # a ward or a town: the spacing of towns applies
    population = models.PositiveIntegerField(_("Dân số"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(_("Năm của số dân"), null=True, blank=True)
    area_km2 = models.FloatField(_("Diện tích (km²)"), null=True, blank=True)
    outline = models.JSONField(default=list, blank=True)  # GeoJSON MultiPolygon coordinates, WGS 84, simplified
    south = models.FloatField(null=True, blank=True)  # the bounding box of the outline, in degrees
    west = models.FloatField(null=True, blank=True)
    north = models.FloatField(null=True, blank=True)
    east = models.FloatField(null=True, blank=True)
    valid_from = models.DateField(_("Có từ ngày"), null=True, blank=True)
    valid_until = models.DateField(_("Đến hết ngày"), null=True, blank=True)
    successor = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="predecessors")
    source = models.CharField(_("Nguồn"), max_length=200, blank=True)

    objects = AdminUnitQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["level", "name"]
        indexes: ClassVar = [models.Index(fields=["level", "south", "north"], name="unit_by_box")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["level", "code", "valid_from"],
                name="unit_code_once",
                violation_error_message=_("Đã có đơn vị hành chính mang mã này."),
            ),
            models.CheckConstraint(
                name="unit_validity_in_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            ),
            models.CheckConstraint(
                name="unit_not_its_own_parent",
                condition=~Q(parent=F("id")) & ~Q(successor=F("id")),
                violation_error_message=_("Một đơn vị hành chính không thể trực thuộc hoặc kế tục chính mình."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> Zone:
        """The kind of area that spacing rules see."""
        return Zone.URBAN if self.is_urban else Zone.OTHER
