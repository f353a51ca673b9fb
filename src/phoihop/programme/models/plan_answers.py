"""What parties say of a plan, and what is changed after they agreed."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.people.models import Party
from phoihop.programme.models.plan import Plan, PlanItem


class PlanAgreementQuerySet(models.QuerySet["PlanAgreement"]):
    """Agreements, restricted by who asks."""

    def visible_to(self, actor: Actor) -> PlanAgreementQuerySet:
        """One's own, and all of them for the lead: a rival's answer tells its position."""
        return self.filter(Q(plan__programme__lead_id__in=actor.party_ids) | Q(party_id__in=actor.party_ids))


class PlanAgreement(Record):
    """A party agrees to the plan, or says what must change."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="agreements")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    note = models.TextField(_("Ý kiến"), blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField()

    objects = PlanAgreementQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "party"], name="plan_agreement_once")]

    def __str__(self) -> str:
        return f"{self.plan} – {self.party}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.plan.programme.lead_id


class PlanAmendmentQuerySet(models.QuerySet["PlanAmendment"]):
    """Amendments, restricted by who asks."""

    def visible_to(self, actor: Actor) -> PlanAmendmentQuerySet:
        """Those for all, and those of one's own targets; the lead sees every one."""
        led = Q(plan__programme__lead_id__in=actor.party_ids)
        return self.filter(item__in=PlanItem.objects.visible_to(actor).values("pk")).filter(
            led | Q(party__isnull=True) | Q(party_id__in=actor.party_ids)
        )


class PlanAmendment(Record):
    """A change to a frozen plan, with its reason.

    A change of one party's target is numbered apart, so that the others see neither the figure nor a gap.
    """

    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # null: for all
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    item = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="amendments")
    reason = models.TextField(_("Lý do"))
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = PlanAmendmentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "number"], condition=Q(party__isnull=True), name="amendment_number_once"
            ),
            models.UniqueConstraint(fields=["plan", "party", "number"], name="amendment_of_party_number_once"),
            models.CheckConstraint(
                name="amendment_has_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Điều chỉnh kế hoạch phải nêu lý do."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} – {self.number}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.plan.programme.lead_id
