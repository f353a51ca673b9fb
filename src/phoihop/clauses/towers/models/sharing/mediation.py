"""Mediation by the department: asked for by a side, or opened where a limit has passed."""

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


class MediationOutcome(models.TextChoices):
    """How it ended."""

    SETTLED = "settled", _("Hai bên đạt được thống nhất")
    UNSETTLED = "unsettled", _("Hai bên không thống nhất được")
    STOPPED = "stopped", pgettext_lazy("hòa giải", "Dừng theo đề nghị của các bên")


class Mediation(Record):
    """asked → open → closed; while it is open the department reads price and conditions."""

    request = models.ForeignKey(SharingRequest, on_delete=models.CASCADE, related_name="mediations")
    asked_by = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    ask_text = models.TextField(_("Nội dung đề nghị hòa giải"), blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(_("Kết quả hòa giải"), max_length=9, choices=MediationOutcome.choices, blank=True)
    outcome_text = models.TextField(_("Nội dung kết quả"), blank=True)

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(closed_at__isnull=True), name="sharing_one_mediation",
                violation_error_message=_("Yêu cầu này đang được hòa giải, hoặc đã có đề nghị hòa giải."),
            ),
            models.CheckConstraint(
                name="sharing_mediation_closed_with_outcome",
                condition=Q(closed_at__isnull=True) | ~Q(outcome=""),
                violation_error_message=_("Kết thúc hòa giải phải ghi kết quả."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.request.reference

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.request.lead_id

    @property
    def is_open(self) -> bool:
        """Whether the department mediates now."""
        return self.opened_at is not None and self.closed_at is None


class MediationNoteQuerySet(models.QuerySet["MediationNote"]):
    """Notes, restricted by who asks."""

    def visible_to(self, actor: Actor) -> MediationNoteQuerySet:
        """The department's all; a side reads what both share and what passed between it and the department."""
        two = Q(mediation__request__asker_id__in=actor.party_ids) | Q(mediation__request__owner_id__in=actor.party_ids)
        shared = Q(side__isnull=True) & two
        lead = Q(mediation__request__lead_id__in=actor.regulator_ids)
        return self.filter(lead | shared | Q(side_id__in=actor.party_ids))


class MediationNote(Record):
    """A note of the department or of a side: for both, or between one side and the department."""

    mediation = models.ForeignKey(Mediation, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    side = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # null: both
    at = models.DateTimeField()
    text = models.TextField(_("Nội dung"))

    objects = MediationNoteQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return self.mediation.request.reference
