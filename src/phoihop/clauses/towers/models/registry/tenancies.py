"""Tenancies (an operator on a mast) and stations (an operator's technology there): two things, counted apart."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.registry.masts import Mast
from phoihop.people.models import Party


class TenancyQuerySet(models.QuerySet["Tenancy"]):
    """Tenancies, restricted by who asks."""

    def visible_to(self, actor: Actor) -> TenancyQuerySet:
        """One's own, those on one's own masts, and those on masts that one's department keeps."""
        mine = Q(operator_id__in=actor.party_ids) | Q(mast__site__owner_id__in=actor.party_ids)
        return self.filter(mine | Q(mast__site__regulator_id__in=actor.regulator_ids))

    def current(self) -> TenancyQuerySet:
        """Those that have not ended."""
        return self.filter(until__isnull=True)

    def on(self, day: dt.date) -> TenancyQuerySet:
        """Those that stood on ``day``."""
        return self.filter(Q(since__isnull=True) | Q(since__lte=day), Q(until__isnull=True) | Q(until__gt=day))


class Tenancy(Record):
    """An operator on a mast; the owner's own equipment is a tenancy too."""

    mast = models.ForeignKey(Mast, on_delete=models.PROTECT, related_name="tenancies")
    operator = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="tenancies", verbose_name=_("Doanh nghiệp sử dụng")
    )
    antenna_height_m = models.DecimalField(
        _("Độ cao ăng ten (m)"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    wind_area_m2 = models.DecimalField(
        _("Diện tích cản gió (m²)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    since = models.DateField(_("Từ ngày"), null=True, blank=True)
    until = models.DateField(_("Đến ngày"), null=True, blank=True)  # null: still there
    agreement_ref = models.CharField(_("Số thỏa thuận"), max_length=100, blank=True)
    agreement_id = models.UUIDField(null=True, blank=True)  # the sharing request that led to it, where there was one

    objects = TenancyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-antenna_height_m", "since"]
        indexes: ClassVar = [models.Index(fields=["operator", "until"], name="tenancy_of_operator")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["mast", "operator"],
                condition=Q(until__isnull=True),
                name="tenancy_once_an_operator",
                violation_error_message=_("Doanh nghiệp này đang có trên cột rồi. Hãy sửa dòng đã có."),
            ),
            models.CheckConstraint(
                name="tenancy_dates_in_order",
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gte=F("since")),
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            ),
            models.CheckConstraint(
                name="tenancy_numbers_positive",
                condition=(Q(antenna_height_m__isnull=True) | Q(antenna_height_m__gte=0))
                & (Q(wind_area_m2__isnull=True) | Q(wind_area_m2__gte=0)),
                violation_error_message=_("Độ cao và diện tích cản gió không được âm."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mast} – {self.operator.short_name}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.mast.site.regulator_id


class Technology(models.TextChoices):
    """Generations of mobile networks."""

    G2 = "2G", "2G"
    G3 = "3G", "3G"
    G4 = "4G", "4G"
    G5 = "5G", "5G"


class StationState(models.TextChoices):
    """planned, on air, off."""

    PLANNED = "planned", _("Dự kiến")
    ON_AIR = "on_air", _("Đang phát sóng")
    OFF = "off", _("Đã tắt")


class StationQuerySet(models.QuerySet["Station"]):
    """Stations, restricted by who asks."""

    def visible_to(self, actor: Actor) -> StationQuerySet:
        """One's own, and those that one's department keeps; not those of a tenant on one's own mast, who is a rival."""
        kept = Q(tenancy__mast__site__regulator_id__in=actor.regulator_ids)
        return self.filter(Q(tenancy__operator_id__in=actor.party_ids) | kept)


class Station(Record):
    """A base station: one technology of one operator on one mast."""

    tenancy = models.ForeignKey(Tenancy, on_delete=models.CASCADE, related_name="stations")
    technology = models.CharField(_("Công nghệ"), max_length=2, choices=Technology.choices)
    power_w = models.DecimalField(_("Công suất (W)"), max_digits=7, decimal_places=1, null=True, blank=True)
    state = models.CharField(_("Trạng thái"), max_length=7, choices=StationState.choices, default=StationState.ON_AIR)
    since = models.DateField(_("Phát sóng từ"), null=True, blank=True)

    objects = StationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["technology"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["tenancy", "technology"],
                name="station_once_a_technology",
                violation_error_message=_("Đã có trạm của công nghệ này. Hãy sửa dòng đã có."),
            ),
            models.CheckConstraint(
                name="station_power_positive",
                condition=Q(power_w__isnull=True) | Q(power_w__gte=0),
                violation_error_message=_("Công suất không được âm."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tenancy} {self.technology}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.tenancy.mast.site.regulator_id
