"""Offers and counter-offers: price and conditions, which only the two sides read."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.sharing.request import SharingRequest
from phoihop.people.models import Party


class OfferStatus(models.TextChoices):
    """open → accepted, replaced by the next version, declined, or lapsed on its day."""

    OPEN = "open", _("Chờ trả lời")
    ACCEPTED = "accepted", pgettext_lazy("bản chào", "Đã chấp thuận")
    REPLACED = "replaced", _("Đã có bản chào sau")
    DECLINED = "declined", pgettext_lazy("bản chào", "Không chấp thuận")
    LAPSED = "lapsed", _("Quá hạn")


OFFER_TRANSITIONS = {
    OfferStatus.OPEN: {OfferStatus.ACCEPTED, OfferStatus.REPLACED, OfferStatus.DECLINED, OfferStatus.LAPSED},
    OfferStatus.ACCEPTED: {OfferStatus.DECLINED},  # where the signing failed
}


class SharingOfferQuerySet(models.QuerySet["SharingOffer"]):
    """Offers, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SharingOfferQuerySet:
        """The two sides'; the department's only while it mediates, or where both sides let it read them."""
        two = Q(request__asker_id__in=actor.party_ids) | Q(request__owner_id__in=actor.party_ids)
        consent = Q(request__asker_opens_at__isnull=False, request__owner_opens_at__isnull=False)
        mediates = Q(request__in=SharingRequest.objects.filter(
            mediations__opened_at__isnull=False, mediations__closed_at__isnull=True
        ).values("pk"))  # fmt: skip
        return self.filter(two | (Q(request__lead_id__in=actor.regulator_ids) & (consent | mediates)))


class SharingOffer(Record):
    """One version of the terms; made by either side, answered by the other."""

    request = models.ForeignKey(SharingRequest, on_delete=models.CASCADE, related_name="offers")
    version = models.PositiveSmallIntegerField(_("Lần chào"))
    by = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", verbose_name=_("Bên chào"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(_("Gửi lúc"))
    rent_vnd = models.PositiveBigIntegerField(_("Giá thuê (đồng/tháng)"))
    one_off_vnd = models.PositiveBigIntegerField(_("Chi phí một lần (đồng)"), default=0)
    term_months = models.PositiveSmallIntegerField(_("Thời hạn thuê (tháng)"))
    starts_on = models.DateField(_("Thuê từ ngày"))
    antenna_height_m = models.DecimalField(_("Độ cao ăng ten (m)"), max_digits=5, decimal_places=1)
    wind_area_m2 = models.DecimalField(
        _("Diện tích cản gió (m²)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    conditions = models.TextField(_("Điều kiện"), blank=True)
    valid_until = models.DateField(_("Chào đến hết ngày"))
    status = models.CharField(_("Trạng thái"), max_length=8, choices=OfferStatus.choices, default=OfferStatus.OPEN)
    answer = models.TextField(_("Ý kiến trả lời"), blank=True)

    objects = SharingOfferQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "version"], name="sharing_offer_version_once"),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(status__in=["open", "accepted"]),
                name="sharing_offer_one_stands",
                violation_error_message=_("Đang có một bản chào chờ trả lời. Hãy tải lại trang."),
            ),
            models.CheckConstraint(
                name="sharing_offer_term_in_range",
                condition=Q(term_months__range=(1, 600)),
                violation_error_message=_("Thời hạn thuê từ 1 đến 600 tháng."),
            ),
        ]

    def __str__(self) -> str:  # never the price: the history keeps what this says
        return f"{self.request.reference} / {self.version}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.request.lead_id
