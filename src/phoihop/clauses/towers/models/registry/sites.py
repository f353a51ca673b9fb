"""Sites: where masts stand. Their positions are private to the owner and the department."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.registry.cell import CellField
from phoihop.people.models import AdminUnit, Party, Zone


class SiteQuerySet(models.QuerySet["Site"]):
    """Sites, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SiteQuerySet:
        """One's own, those of the enterprises that one's department keeps, and those on which one is a tenant."""
        tenant = Q(pk__in=Site.objects.filter(tenant_of(actor, "masts__")).values("pk"))
        return self.filter(Q(owner_id__in=actor.party_ids) | Q(regulator_id__in=actor.regulator_ids) | tenant)

    def kept_by(self, actor: Actor) -> SiteQuerySet:
        """One's own, and those of the enterprises that one's department keeps: whose every detail one may read."""
        return self.filter(keeper_of(actor))


def keeper_of(actor: Actor, prefix: str = "") -> Q:
    """What the actor's parties own, or keep as a department; one condition for one sort of seat, for the index.

    A department owns no masts: they belong to enterprises that it keeps.
    """
    owned = Q(**{f"{prefix}owner_id__in": actor.party_ids - actor.regulator_ids})
    if not actor.regulator_ids:
        return owned
    kept = Q(**{f"{prefix}regulator_id__in": actor.regulator_ids})
    return kept | owned if actor.party_ids - actor.regulator_ids else kept


def tenant_of(actor: Actor, prefix: str = "") -> Q:
    """Masts on which one of the actor's parties has a tenancy that has not ended."""
    return Q(**{f"{prefix}tenancies__operator_id__in": actor.party_ids, f"{prefix}tenancies__until__isnull": True})


class Site(Record):
    """A place with masts of one owner."""

    owner = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="sites", verbose_name=_("Chủ sở hữu"))
    regulator = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="regulated_sites")
    code = models.CharField(_("Mã vị trí"), max_length=40)
    name = models.CharField(_("Tên vị trí"), max_length=200)
    address = models.CharField(_("Địa chỉ"), max_length=300, blank=True)
    latitude = models.FloatField(_("Vĩ độ"))  # degrees, WGS 84
    longitude = models.FloatField(_("Kinh độ"))
    cell = CellField()
    unit = models.ForeignKey(
        AdminUnit,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="sites",
        verbose_name=_("Đơn vị hành chính"),
    )
    zone = models.CharField(_("Khu vực"), max_length=5, choices=Zone.choices, default=Zone.OTHER)
    landlord = models.CharField(_("Chủ đất, chủ công trình"), max_length=200, blank=True)  # for owner and department
    terrain = models.CharField(_("Địa hình"), max_length=200, blank=True)
    note = models.TextField(_("Ghi chú"), blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = SiteQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["code"]
        indexes: ClassVar = [
            models.Index(fields=["regulator", "latitude", "longitude"], name="site_by_place"),
            models.Index(fields=["owner", "code"], name="site_of_owner"),
            models.Index(fields=["owner", "latitude", "longitude"], name="site_of_owner_by_place"),
            models.Index(fields=["regulator", "cell"], name="site_by_cell"),
            models.Index(fields=["owner", "cell"], name="site_of_owner_by_cell"),
            models.Index(fields=["regulator", "code"], name="site_by_code"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "code"],
                name="site_code_once",
                violation_error_message=_(
                    "Doanh nghiệp đã có vị trí mang mã này. Hãy dùng mã khác hoặc sửa vị trí đã có."
                ),
            ),
            models.CheckConstraint(
                name="site_is_on_earth",
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)) & ~Q(latitude=0, longitude=0),
                violation_error_message=_("Tọa độ không hợp lệ. Vĩ độ từ -90 đến 90, kinh độ từ -180 đến 180."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id


class RegistryConfirmationQuerySet(models.QuerySet["RegistryConfirmation"]):
    """Confirmations, restricted by who asks."""

    def visible_to(self, actor: Actor) -> RegistryConfirmationQuerySet:
        """One's own, and those of the enterprises that one's department keeps."""
        return self.filter(Q(owner_id__in=actor.party_ids) | Q(regulator_id__in=actor.regulator_ids))


class RegistryConfirmation(Record):
    """An owner's word that its part of the registry is right, once a half year."""

    owner = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="registry_confirmations")
    regulator = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("Năm"))
    half = models.PositiveSmallIntegerField(_("Nửa năm"))
    masts = models.PositiveIntegerField(_("Số cột"))  # as they were counted when it was confirmed
    shared_masts = models.PositiveIntegerField(default=0)
    stations = models.PositiveIntegerField(_("Số trạm"))
    shared_stations = models.PositiveIntegerField(default=0)
    confirmed_at = models.DateTimeField(_("Xác nhận lúc"))
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = RegistryConfirmationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-year", "-half"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "year", "half"],
                name="registry_confirmed_once_a_half",
                violation_error_message=_("Nửa năm này đã xác nhận rồi."),
            ),
            models.CheckConstraint(
                name="registry_half_is_one_or_two",
                condition=Q(half__in=[1, 2]),
                violation_error_message=_("Nửa năm là 1 hoặc 2."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.half}/{self.year}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id
