"""The code list of mast classes, and targets; both are data that change."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor, PartyKind
from phoihop.base.models import Record
from phoihop.people.models import Party


def regulators_of(actor: Actor) -> models.QuerySet[Party]:
    """The regulators that the actor sits for, or that keep the actor's parties."""
    keepers = Party.objects.filter(pk__in=actor.party_ids).exclude(registered_by=None).values("registered_by_id")
    return Party.objects.filter(Q(pk__in=actor.regulator_ids) | Q(pk__in=keepers), kind=PartyKind.REGULATOR.value)


class MastClassQuerySet(models.QuerySet["MastClass"]):
    """Codes, restricted by who asks."""

    def visible_to(self, actor: Actor) -> MastClassQuerySet:
        """The national ones and those of one's own department."""
        return self.filter(Q(keeper__isnull=True) | Q(keeper__in=regulators_of(actor)))

    def of_regulator(self, regulator_id: UUID) -> MastClassQuerySet:
        """What one department uses: its own, and the national ones that it does not replace by its own."""
        own = MastClass.objects.filter(keeper_id=regulator_id)
        return self.filter(Q(keeper_id=regulator_id) | Q(keeper__isnull=True) & ~Q(code__in=own.values("code")))

    def valid_on(self, day: dt.date) -> MastClassQuerySet:
        """Those in use on ``day``."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day), Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        )


class MastClass(Record):
    """A class of masts: A1a … A2c as circular 14/2013 has them, or a department's own."""

    keeper = models.ForeignKey(Party, null=True, blank=True, on_delete=models.CASCADE, related_name="mast_classes")
    code = models.CharField(_("Mã"), max_length=10)
    label = models.CharField(_("Tên loại"), max_length=200)
    bulky = models.BooleanField(_("Cồng kềnh"), default=False)  # A2: not where only inconspicuous masts may stand
    on_building = models.BooleanField(_("Trên công trình"), default=False)
    source = models.CharField(_("Căn cứ"), max_length=200, blank=True)
    valid_from = models.DateField(_("Áp dụng từ"), null=True, blank=True)
    valid_until = models.DateField(_("Đến hết ngày"), null=True, blank=True)

    objects = MastClassQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["keeper", "code"],
                name="mast_class_code_once",
                violation_error_message=_("Đã có loại cột mang mã này."),
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(keeper__isnull=True),
                name="mast_class_national_code_once",
                violation_error_message=_("Đã có loại cột mang mã này."),
            ),
            models.CheckConstraint(
                name="mast_class_validity_in_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.label}"

    @property
    def audit_lead_id(self) -> UUID | None:
        """The regulator in whose history the row appears; none for a national class."""
        return self.keeper_id


class SharingTargetQuerySet(models.QuerySet["SharingTarget"]):
    """Targets, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SharingTargetQuerySet:
        """Those of one's own department: every party of a programme knows them."""
        return self.filter(regulator__in=regulators_of(actor))


class SharingTarget(Record):
    """What share of masts, and of stations, a department wants to see shared in a year."""

    regulator = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="sharing_targets")
    year = models.PositiveSmallIntegerField(_("Năm"))
    masts_percent = models.DecimalField(_("Cột dùng chung (%)"), max_digits=4, decimal_places=1, null=True, blank=True)
    stations_percent = models.DecimalField(
        _("Trạm dùng chung (%)"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    source = models.CharField(_("Căn cứ"), max_length=200, blank=True)

    objects = SharingTargetQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-year"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["regulator", "year"],
                name="sharing_target_once_a_year",
                violation_error_message=_("Năm này đã có chỉ tiêu. Hãy sửa chỉ tiêu đã có."),
            ),
            models.CheckConstraint(
                name="sharing_target_is_a_share",
                condition=(Q(masts_percent__isnull=True) | Q(masts_percent__range=(0, 100)))
                & (Q(stations_percent__isnull=True) | Q(stations_percent__range=(0, 100))),
                violation_error_message=_("Chỉ tiêu phải từ 0 đến 100 %."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id
