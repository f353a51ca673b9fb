"""How much a party may be shown, and how much of it is used."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.registry.codes import regulators_of
from phoihop.people.models import Party


class DisclosureTermsQuerySet(models.QuerySet["DisclosureTerms"]):
    """Limits, restricted by who asks."""

    def visible_to(self, actor: Actor) -> DisclosureTermsQuerySet:
        """Those of one's own department: whoever asks must know them."""
        return self.filter(regulator__in=regulators_of(actor))


class DisclosureTerms(Record):
    """What one department lets an enterprise see in a period; where there is no row, the defaults hold."""

    regulator = models.OneToOneField(Party, on_delete=models.CASCADE, related_name="disclosure_terms")
    cells_an_ask = models.PositiveSmallIntegerField(_("Số ô tối đa mỗi lần hỏi"), default=7)
    cells_a_period = models.PositiveSmallIntegerField(_("Số ô tối đa mỗi kỳ"), default=42)
    masts_a_cell = models.PositiveSmallIntegerField(_("Số cột tối đa được xem mỗi ô"), default=3)
    masts_a_period = models.PositiveSmallIntegerField(_("Số cột tối đa được xem mỗi kỳ"), default=60)
    period_months = models.PositiveSmallIntegerField(
        _("Độ dài kỳ (tháng)"), default=3, choices=[(months, months) for months in (1, 2, 3, 6, 12)]
    )  # periods begin with the year, so the lengths divide it
    changed_at = models.DateTimeField(auto_now=True)

    objects = DisclosureTermsQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["regulator"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="disclosure_limits_above_zero",
                condition=Q(cells_an_ask__range=(1, 60), masts_a_cell__range=(1, 20)),
                violation_error_message=_("Mỗi lần hỏi từ 1 đến 60 ô, mỗi ô được xem từ 1 đến 20 cột."),
            ),
            models.CheckConstraint(
                name="disclosure_period_holds_an_ask",
                condition=Q(cells_a_period__gte=F("cells_an_ask"), masts_a_period__gte=F("masts_a_cell")),
                violation_error_message=_("Giới hạn của kỳ không được nhỏ hơn giới hạn của một lần hỏi."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cells_a_period}/{self.masts_a_period}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id


class DisclosurePeriodQuerySet(models.QuerySet["DisclosurePeriod"]):
    """Periods, restricted by who asks."""

    def visible_to(self, actor: Actor) -> DisclosurePeriodQuerySet:
        """One's own party's, and those of one's department."""
        return self.filter(Q(asker_id__in=actor.party_ids) | Q(regulator_id__in=actor.regulator_ids))


class DisclosurePeriod(Record):
    """One party's account of one period: everyone who sits for the party draws on it."""

    asker = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="disclosure_periods")
    regulator = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="+")
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến hết ngày"))
    cells = models.PositiveIntegerField(_("Số ô đã hỏi"), default=0)
    masts = models.PositiveIntegerField(_("Số cột đã xem"), default=0)

    objects = DisclosurePeriodQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-starts_on"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["asker", "regulator", "starts_on"],
                name="disclosure_period_once",
                violation_error_message=_("Kỳ này đã có."),
            ),
            models.CheckConstraint(
                name="disclosure_period_in_order",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id
