"""Pooled tables: what may be shown of all parties' figures together, with the audit that let it pass."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.briefings.models.choices import PublicationStatus
from phoihop.clauses.briefings.models.forms import DimensionCode, Indicator
from phoihop.clauses.briefings.models.reports import Report, ReportRound
from phoihop.people.models import Party

PUBLICATION_TRANSITIONS = {
    PublicationStatus.PASSED: {PublicationStatus.PUBLISHED, PublicationStatus.WITHDRAWN},
    PublicationStatus.PUBLISHED: {PublicationStatus.WITHDRAWN},
}


class ProtectionRules(Record):
    """The rules of a department by which figures are hidden; see ``cores.disclosure.Rules``."""

    regulator = models.OneToOneField(Party, on_delete=models.PROTECT, related_name="protection_rules")
    rules = models.JSONField(default=dict)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.regulator)

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id


class PublicationQuerySet(models.QuerySet["PooledPublication"]):
    """Publications, restricted by who asks."""

    def visible_to(self, actor: Actor) -> PublicationQuerySet:
        """The lead's own; a party's, those published of rounds in which it was asked."""
        asked = Report.objects.filter(party_id__in=actor.party_ids).values("round_id")
        shown = Q(status=PublicationStatus.PUBLISHED, round_id__in=asked)
        return self.filter(Q(round__programme__lead_id__in=actor.party_ids) | shown)


class PooledPublication(Record):
    """One pooled table of a round; without a passed audit it reaches no enterprise."""

    round = models.ForeignKey(ReportRound, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=10, choices=PublicationStatus.choices)
    rules = models.JSONField(default=dict)  # as they were
    audit = models.JSONField(default=dict)  # findings, intervals considered; for the department alone
    lost_percent = models.DecimalField(max_digits=7, decimal_places=3, null=True, blank=True)
    seconds = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(_("Lý do thu hồi"), blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "number"], name="publication_once"),
            models.UniqueConstraint(
                fields=["round"], condition=Q(status="published"), name="publication_one_of_a_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round} ({self.number})"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.round.programme.lead_id


class PooledCell(Record):
    """One total as readers see it; without a value it is hidden, and the reason is the department's alone."""

    publication = models.ForeignKey(PooledPublication, on_delete=models.CASCADE, related_name="cells")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(DimensionCode, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True, blank=True)
    why = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["publication", "indicator"], name="pooled_cell_of_table")]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value}"


class OwnShare(Record):
    """A party's own part of a total, where the audit lets it be told."""

    publication = models.ForeignKey(PooledPublication, on_delete=models.CASCADE, related_name="shares")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(DimensionCode, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    percent = models.DecimalField(max_digits=7, decimal_places=3)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["publication", "party"], name="own_share_of_party")]

    def __str__(self) -> str:
        return f"{self.party.short_name}: {self.percent} %"
