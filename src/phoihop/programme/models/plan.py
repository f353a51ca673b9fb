"""The plan of a year: items, targets, agreement, amendments."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.papers.models import Paper
from phoihop.people.models import Party
from phoihop.programme.models.memorandum import Clause, Memorandum
from phoihop.programme.models.programme import Programme, taking_part_in_year


class PlanStatus(models.TextChoices):
    """draft → proposed → frozen once every party agreed; later changes are amendments."""

    DRAFT = "draft", _("Đang lập")
    PROPOSED = "proposed", _("Chờ các bên thống nhất")
    FROZEN = "frozen", _("Đã thống nhất")


PLAN_TRANSITIONS = {
    PlanStatus.DRAFT: {PlanStatus.PROPOSED},
    PlanStatus.PROPOSED: {PlanStatus.DRAFT, PlanStatus.FROZEN},
}


class PlanQuerySet(models.QuerySet["Plan"]):
    """Plans, restricted by who asks."""

    def visible_to(self, actor: Actor) -> PlanQuerySet:
        """The lead sees all of its own; a participant those that were proposed or frozen."""
        return self.filter(
            Q(programme__lead_id__in=actor.party_ids) | (taking_part_in_year(actor) & ~Q(status=PlanStatus.DRAFT))
        )


class Plan(Record):
    """One a memorandum and year."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="plans")
    memorandum = models.ForeignKey(Memorandum, on_delete=models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField(_("Năm"))
    status = models.CharField(max_length=10, choices=PlanStatus.choices, default=PlanStatus.DRAFT)
    agree_by = models.DateField(_("Hạn thống nhất"), null=True, blank=True)
    frozen_at = models.DateTimeField(null=True, blank=True)
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-year"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["memorandum", "year"],
                name="plan_once_a_year",
                violation_error_message=_("Năm này đã có kế hoạch."),
            )
        ]

    def __str__(self) -> str:
        return f"{_('Kế hoạch')} {self.year}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.programme.lead_id


class PlanItemQuerySet(models.QuerySet["PlanItem"]):
    """Items of plans, restricted by who asks."""

    def visible_to(self, actor: Actor) -> PlanItemQuerySet:
        """Those of plans one may see; a restricted one only where one's party leads the programme or takes part."""
        mine = PlanItem.participants.through.objects.filter(party_id__in=actor.party_ids).values("planitem_id")
        among_us = Q(restricted=False) | Q(plan__programme__lead_id__in=actor.party_ids) | Q(pk__in=mine)
        return self.filter(among_us, plan__in=Plan.objects.visible_to(actor).values("pk"))

    def shared(self) -> PlanItemQuerySet:
        """Those that all parties of the programme may read."""
        return self.filter(restricted=False)

    def current(self) -> PlanItemQuerySet:
        """Those that no amendment took out."""
        return self.filter(dropped=False)


class PlanItem(Record):
    """One thing to do in the year."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    clause = models.ForeignKey(Clause, null=True, blank=True, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=30, default="plain")
    title = models.CharField(_("Việc"), max_length=300)
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến ngày"))
    place = models.CharField(_("Địa điểm"), max_length=200, blank=True)
    owner = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đơn vị chủ trì"))
    participants = models.ManyToManyField(Party, blank=True, related_name="plan_items")
    day_code = models.CharField(max_length=40, blank=True)  # the named day on whose occasion it is
    note = models.TextField(_("Ghi chú"), blank=True)
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="carried_to"
    )
    order = models.PositiveSmallIntegerField(default=0)
    dropped = models.BooleanField(default=False)  # taken out by an amendment
    restricted = models.BooleanField(default=False)  # of the lead and the participants alone: rivals do not know of it

    objects = PlanItemQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["starts_on", "order"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plan_item_dates_in_order",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Ngày kết thúc phải từ ngày bắt đầu trở đi."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.plan.programme.lead_id


class PlanTargetQuerySet(models.QuerySet["PlanTarget"]):
    """Targets, restricted by who asks."""

    def visible_to(self, actor: Actor) -> PlanTargetQuerySet:
        """The lead sees all of its own plans; a participant those set for all together, and its own."""
        led = Q(item__plan__programme__lead_id__in=actor.party_ids)
        return self.filter(item__in=PlanItem.objects.visible_to(actor).values("pk")).filter(
            led | Q(party__isnull=True) | Q(party_id__in=actor.party_ids)
        )


class PlanTarget(Record):
    """How much an item should bring, to hold the outcomes against."""

    item = models.ForeignKey(PlanItem, on_delete=models.CASCADE, related_name="targets")
    party = models.ForeignKey(
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # null: together
    label = models.CharField(_("Chỉ tiêu"), max_length=150)
    unit = models.CharField(_("Đơn vị tính"), max_length=40)
    value = models.DecimalField(_("Kế hoạch"), max_digits=18, decimal_places=2)

    objects = PlanTargetQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["label"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "label", "unit"],
                condition=Q(party__isnull=True),
                name="plan_target_together_once",
                violation_error_message=_("Chỉ tiêu chung này đã có. Hãy sửa dòng đã có."),
            ),
            models.UniqueConstraint(
                fields=["item", "party", "label", "unit"],
                name="plan_target_once",
                violation_error_message=_("Chỉ tiêu này của đơn vị đã có. Hãy sửa dòng đã có."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.value} {self.unit}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.item.plan.programme.lead_id
