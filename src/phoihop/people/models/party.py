"""Parties: regulators, enterprises and guests, with their divisions, services, contacts and successors."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor, PartyKind
from phoihop.base.models import Record, StoredFile

KIND_CHOICES = [
    (PartyKind.REGULATOR.value, _("Cơ quan quản lý")),
    (PartyKind.ENTERPRISE.value, _("Doanh nghiệp")),
    (PartyKind.GUEST.value, _("Đơn vị khách mời")),
]


class PartyQuerySet(models.QuerySet["Party"]):
    """Parties, restricted by who asks."""

    def visible_to(self, actor: Actor) -> PartyQuerySet:
        """One's own, those that one's regulator keeps, and that regulator with all it keeps; the keeper sees names."""
        if actor.is_keeper:
            return self
        own = Party.objects.filter(pk__in=actor.party_ids)
        keepers = own.exclude(registered_by=None).values("registered_by_id")
        around = Q(pk__in=keepers) | Q(registered_by_id__in=keepers) | Q(registered_by_id__in=actor.party_ids)
        return self.filter(Q(pk__in=actor.party_ids) | around)

    def valid_on(self, day: dt.date) -> PartyQuerySet:
        """Those that exist on ``day``."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day), Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )


class Party(Record):
    """An organisation that takes part; its identity spans a validity period."""

    kind = models.CharField(_("Loại"), max_length=12, choices=KIND_CHOICES)
    name = models.CharField(_("Tên đầy đủ"), max_length=200)
    short_name = models.CharField(_("Tên viết tắt"), max_length=40)
    code = models.CharField(_("Ký hiệu"), max_length=20)  # in document symbols: STTTT
    superior_name = models.CharField(_("Cơ quan cấp trên"), max_length=200, blank=True)
    place = models.CharField(_("Địa danh"), max_length=100, blank=True)  # on papers: Hải Dương, ngày …
    mandate = models.TextField(_("Chức năng, nhiệm vụ"), blank=True)
    characteristics = models.TextField(_("Đặc điểm"), blank=True)
    needs = models.TextField(_("Nhu cầu phối hợp"), blank=True)
    address = models.CharField(_("Địa chỉ"), max_length=300, blank=True)
    phone = models.CharField(_("Điện thoại"), max_length=40, blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    website = models.URLField(_("Trang thông tin"), blank=True)
    tax_code = models.CharField(_("Mã số thuế"), max_length=14, blank=True)
    organ_id = models.CharField(_("Mã định danh cơ quan"), max_length=13, blank=True)
    logo = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    valid_from = models.DateField(_("Hoạt động từ"), null=True, blank=True)
    valid_to = models.DateField(_("Hoạt động đến"), null=True, blank=True)
    registered_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="registered"
    )

    objects = PartyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["kind", "short_name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["registered_by", "code", "valid_from"],
                name="party_code_unique",
                violation_error_message=_("Đã có đơn vị dùng ký hiệu này."),
            ),
            models.CheckConstraint(
                name="party_validity_in_order",
                condition=Q(valid_to__isnull=True) | Q(valid_from__isnull=True) | Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("Ngày kết thúc hoạt động phải sau ngày bắt đầu."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def party_kind(self) -> PartyKind:
        """The kind as an enumeration."""
        return PartyKind(self.kind)

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the party's rows appear."""
        return self.registered_by_id or self.id


class SuccessionKind(models.TextChoices):
    """How one party came after another."""

    RENAMED = "renamed", _("Đổi tên")
    MERGED = "merged", _("Sáp nhập, hợp nhất")
    ABSORBED = "absorbed", _("Được tiếp nhận")
    SPLIT = "split", _("Tách ra")


class Succession(Record):
    """``successor`` took over from ``predecessor`` on a day; old papers keep the old name."""

    predecessor = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="precedents")
    on = models.DateField(_("Từ ngày"))
    kind = models.CharField(_("Hình thức"), max_length=10, choices=SuccessionKind.choices)
    basis = models.CharField(_("Căn cứ"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                name="succession_of_another",
                condition=~Q(predecessor=F("successor")),
                violation_error_message=_("Một đơn vị không thể kế thừa chính mình."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Division(Record):
    """A part of a party: a specialist division, a centre, a branch."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="divisions")
    name = models.CharField(_("Tên phòng, ban"), max_length=150)
    code = models.CharField(_("Ký hiệu"), max_length=20, blank=True)
    duties = models.TextField(_("Nhiệm vụ"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["party", "name"],
                name="division_name_unique",
                violation_error_message=_("Đơn vị đã có phòng, ban tên này."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Service(Record):
    """A service that a party offers in the province."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="services")
    name = models.CharField(_("Dịch vụ"), max_length=150)
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class PartyContact(Record):
    """How to reach a party on one matter: an office, not a private person."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="contacts")
    matter = models.CharField(_("Việc liên hệ"), max_length=150)
    name = models.CharField(_("Người hoặc bộ phận"), max_length=150)
    phone = models.CharField(_("Điện thoại"), max_length=40, blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    for_all_parties = models.BooleanField(_("Các bên khác được xem"), default=False)

    class Meta:
        ordering: ClassVar = ["matter"]

    def __str__(self) -> str:
        return f"{self.matter}: {self.name}"
