"""Masts: structures that carry antennas, with what they can still take."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.registry.codes import MastClass
from phoihop.clauses.towers.models.registry.sites import Site, keeper_of, tenant_of


class MastState(models.TextChoices):
    """planned → in use → removed."""

    PLANNED = "planned", _("Dự kiến")
    IN_USE = "in_use", _("Đang sử dụng")
    REMOVED = "removed", _("Đã tháo dỡ")


MAST_TRANSITIONS = {
    MastState.PLANNED: {MastState.IN_USE, MastState.REMOVED},
    MastState.IN_USE: {MastState.REMOVED},
}


class MastQuerySet(models.QuerySet["Mast"]):
    """Masts, restricted by who asks."""

    def visible_to(self, actor: Actor) -> MastQuerySet:
        """One's own, those of the enterprises that one's department keeps, and those on which one is a tenant."""
        tenant = Q(pk__in=Mast.objects.filter(tenant_of(actor)).values("pk"))
        kept = Q(site__owner_id__in=actor.party_ids) | Q(site__regulator_id__in=actor.regulator_ids)
        return self.filter(kept | tenant)

    def kept_by(self, actor: Actor) -> MastQuerySet:
        """One's own, and those of the enterprises that one's department keeps: whose every detail one may read."""
        return self.filter(keeper_of(actor, "site__"))

    def standing(self) -> MastQuerySet:
        """Those that carry antennas now."""
        return self.filter(state=MastState.IN_USE)


class Mast(Record):
    """A mast; who stands on it is told by its tenancies, the owner's own among them."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="masts")
    code = models.CharField(_("Mã cột"), max_length=40, blank=True)
    mast_class = models.ForeignKey(
        MastClass, on_delete=models.PROTECT, related_name="masts", verbose_name=_("Loại cột")
    )
    height_m = models.DecimalField(
        _("Chiều cao (m)"), max_digits=5, decimal_places=1
    )  # of the mast, without a building
    state = models.CharField(_("Trạng thái"), max_length=8, choices=MastState.choices, default=MastState.IN_USE)
    in_use_since = models.DateField(_("Sử dụng từ"), null=True, blank=True)
    removed_on = models.DateField(_("Tháo dỡ ngày"), null=True, blank=True)
    permit_number = models.CharField(_("Số giấy phép xây dựng"), max_length=60, blank=True)
    permit_on = models.DateField(_("Ngày cấp phép"), null=True, blank=True)
    certificate_number = models.CharField(_("Số giấy chứng nhận kiểm định"), max_length=60, blank=True)
    certificate_expires_on = models.DateField(_("Kiểm định hết hạn"), null=True, blank=True)
    wind_area_limit_m2 = models.DecimalField(
        _("Giới hạn diện tích cản gió (m²)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    offered_for_sharing = models.BooleanField(_("Sẵn sàng cho dùng chung"), default=False)
    rent_asked_vnd = models.PositiveBigIntegerField(
        _("Giá thuê chào (đồng/tháng)"), null=True, blank=True
    )  # owner only
    changed_at = models.DateTimeField(auto_now=True)

    objects = MastQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["site__code", "code"]
        indexes: ClassVar = [
            models.Index(fields=["state", "certificate_expires_on"], name="mast_by_certificate"),
            models.Index(fields=["state", "offered_for_sharing"], name="mast_by_offer"),
            models.Index(fields=["site", "state"], name="mast_of_site"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["site", "code"],
                name="mast_code_once_a_site",
                violation_error_message=_("Vị trí đã có cột mang mã này."),
            ),
            models.CheckConstraint(
                name="mast_height_in_range",
                condition=Q(height_m__gt=0, height_m__lte=350),
                violation_error_message=_("Chiều cao cột phải lớn hơn 0 và không quá 350 mét."),
            ),
            models.CheckConstraint(
                name="mast_removed_has_date",
                condition=~Q(state="removed") | Q(removed_on__isnull=False),
                violation_error_message=_("Cột đã tháo dỡ phải có ngày tháo dỡ."),
            ),
            models.CheckConstraint(
                name="mast_removed_after_use",
                condition=Q(removed_on__isnull=True)
                | Q(in_use_since__isnull=True)
                | Q(removed_on__gte=F("in_use_since")),
                violation_error_message=_("Ngày tháo dỡ phải sau ngày đưa vào sử dụng."),
            ),
            models.CheckConstraint(
                name="mast_wind_area_positive",
                condition=Q(wind_area_limit_m2__isnull=True) | Q(wind_area_limit_m2__gte=0),
                violation_error_message=_("Diện tích cản gió không được âm."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site.code}/{self.code}" if self.code else self.site.code

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.site.regulator_id


class SlotBandQuerySet(models.QuerySet["SlotBand"]):
    """Height bands, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SlotBandQuerySet:
        """Those of masts that one keeps: what a mast can still take is no business of a tenant."""
        return self.filter(mast__in=Mast.objects.kept_by(actor))


class SlotBand(Record):
    """A band of heights on a mast, and how many operators find room in it, those that are there included."""

    mast = models.ForeignKey(Mast, on_delete=models.CASCADE, related_name="bands")
    from_m = models.DecimalField(_("Từ độ cao (m)"), max_digits=5, decimal_places=1)
    to_m = models.DecimalField(_("Đến độ cao (m)"), max_digits=5, decimal_places=1)
    slots = models.PositiveSmallIntegerField(_("Số chỗ"), default=1)

    objects = SlotBandQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-from_m"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="band_heights_in_order",
                condition=Q(from_m__gte=0, to_m__gt=F("from_m")),
                violation_error_message=_("Độ cao trên phải lớn hơn độ cao dưới, và không âm."),
            ),
            models.CheckConstraint(
                name="band_slots_in_range",
                condition=Q(slots__range=(0, 20)),
                violation_error_message=_("Số chỗ phải từ 0 đến 20."),
            ),
            models.UniqueConstraint(
                fields=["mast", "from_m"],
                name="band_once_a_height",
                violation_error_message=_("Cột đã có khoảng độ cao bắt đầu từ mức này."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_m}–{self.to_m} m"
