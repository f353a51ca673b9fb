"""The plan of a year: items, targets, agreement, amendments."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.papers.models import Paper
from phoihop.people.models import Party
from phoihop.programme.models.memorandum import Clause, Memorandum
from phoihop.programme.models.programme import Programme, ProgrammeParty


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
        joined = ProgrammeParty.objects.filter(party_id__in=actor.party_ids).values("programme_id")
        return self.filter(
            Q(programme__lead_id__in=actor.party_ids) | (Q(programme_id__in=joined) & ~Q(status=PlanStatus.DRAFT))
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


class PlanItem(Record):
    """One thing to do in the year."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    clause = models.ForeignKey(Clause, null=True, blank=True, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=30, default="plain")
    title = models.CharField(_("Việc"), max_length=300)
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến ngày"))
    place = models.CharField(_("Địa điểm"), max_length=200, blank=True)
    owner = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", verbose_name=_("Chủ trì"))
    participants = models.ManyToManyField(Party, blank=True, related_name="plan_items")
    day_code = models.CharField(max_length=40, blank=True)  # the named day on whose occasion it is
    note = models.TextField(_("Ghi chú"), blank=True)
    carried_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="carried_to")
    order = models.PositiveSmallIntegerField(default=0)
    dropped = models.BooleanField(default=False)  # taken out by an amendment

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


class PlanTarget(Record):
    """How much an item should bring, to hold the outcomes against."""

    item = models.ForeignKey(PlanItem, on_delete=models.CASCADE, related_name="targets")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # null: together
    label = models.CharField(_("Chỉ tiêu"), max_length=150)
    unit = models.CharField(_("Đơn vị tính"), max_length=40)
    value = models.DecimalField(_("Kế hoạch"), max_digits=18, decimal_places=2)

    class Meta:
        ordering: ClassVar = ["label"]

    def __str__(self) -> str:
        return f"{self.label}: {self.value} {self.unit}"


class PlanAgreement(Record):
    """A party agrees to the plan, or says what must change."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="agreements")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    note = models.TextField(_("Ý kiến"), blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "party"], name="plan_agreement_once")]

    def __str__(self) -> str:
        return f"{self.party} – {self.agrees}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.plan.programme.lead_id


class PlanAmendment(Record):
    """A change to a frozen plan, with its reason."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    item = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="amendments")
    reason = models.TextField(_("Lý do"))
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="amendment_number_once"),
            models.CheckConstraint(
                name="amendment_has_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Điều chỉnh kế hoạch phải nêu lý do."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} – {self.number}"
