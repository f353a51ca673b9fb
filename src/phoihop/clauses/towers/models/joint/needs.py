"""Needs, sealed until the closing date; their receipts; and what was answered at once on the duty to share."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.joint.rounds import JointRound
from phoihop.people.models import Party


def _own_or_closed(actor: Actor, prefix: str = "") -> Q:
    """One's own rows; the lead's only once the closing date has passed."""
    lead = {f"{prefix}round__programme__lead_id__in": actor.party_ids, f"{prefix}round__closes_at__lte": actor.at}
    return Q(**{f"{prefix}party_id__in": actor.party_ids}) | Q(**lead)


class NeedStatus(models.TextChoices):
    """filed → withdrawn."""

    FILED = "filed", _("Đã nộp")
    WITHDRAWN = "withdrawn", _("Đã rút")


class NeedOutcome(models.TextChoices):
    """What the published plan does with a need; empty before."""

    RENT = "rent", _("Thuê chỗ trên cột đã có")
    JOIN = "join", _("Cùng xây dựng")
    ALONE = "alone", _("Tự xây dựng")
    NONE = "none", _("Chưa đáp ứng được")


class NeedQuerySet(models.QuerySet["JointNeed"]):
    """Needs, restricted by who asks."""

    def visible_to(self, actor: Actor) -> NeedQuerySet:
        """One's own; the lead sees even that there are any only after the closing date."""
        return self.filter(_own_or_closed(actor))

    def filed(self) -> NeedQuerySet:
        """Those that were not withdrawn."""
        return self.filter(status=NeedStatus.FILED)


class JointNeed(Record):
    """One place where an operator needs a station; where, how high and what for stands in ``sealed`` alone."""

    round = models.ForeignKey(JointRound, on_delete=models.CASCADE, related_name="needs")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="joint_needs")
    number = models.PositiveIntegerField()  # counted for each party alone
    status = models.CharField(max_length=9, choices=NeedStatus.choices, default=NeedStatus.FILED)
    sealed = models.TextField()  # towers.joint.sealing of a NeedFacts
    commitment = models.CharField(max_length=64)  # SHA-256 of the newest receipt
    filed_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    outcome = models.CharField(max_length=5, choices=NeedOutcome.choices, blank=True)
    outcome_reason = models.CharField(max_length=10, blank=True)  # a code of the core, where nothing serves it
    outcome_vnd = models.BigIntegerField(null=True, blank=True)  # its own part of the published plan's cost
    alone_vnd = models.BigIntegerField(null=True, blank=True)  # what it would cost without the others

    objects = NeedQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["number"]
        indexes: ClassVar = [models.Index(fields=["round", "status"], name="joint_need_of_round")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "party", "number"], name="joint_need_number_once")
        ]

    def __str__(self) -> str:
        return gettext("Nhu cầu số %(number)s") % {"number": self.number}

    @property
    def audit_lead_id(self) -> None:
        """No regulator reads of the filing in its history: that there was one is sealed as well."""
        return None


class ReceiptVerb(models.TextChoices):
    """What a receipt is of."""

    FILED = "filed", _("Nộp")
    CHANGED = "changed", _("Sửa")
    WITHDRAWN = "withdrawn", _("Rút")


class ReceiptQuerySet(models.QuerySet["NeedReceipt"]):
    """Receipts, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ReceiptQuerySet:
        """Those of needs one may see."""
        return self.filter(_own_or_closed(actor, "need__"))


class NeedReceipt(Record):
    """One version of a need: what was filed and when, committed to by a hash that the party keeps."""

    need = models.ForeignKey(JointNeed, on_delete=models.CASCADE, related_name="receipts")
    number = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=9, choices=ReceiptVerb.choices)
    sealed = models.TextField()  # the facts with the random nonce that keeps the hash from being guessed
    commitment = models.CharField(max_length=64)
    at = models.DateTimeField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["need", "number"], name="need_receipt_number_once")]

    def __str__(self) -> str:
        return f"{self.need} – {self.number}"

    @property
    def audit_lead_id(self) -> None:
        """As of the need."""
        return None


class HintQuerySet(models.QuerySet["ShareHint"]):
    """Answers given at once, restricted by who asks."""

    def visible_to(self, actor: Actor) -> HintQuerySet:
        """One's own; the lead's after the closing date, since they tell where needs were filed."""
        return self.filter(_own_or_closed(actor))


class ShareHint(Record):
    """One answer on whether sharing is compulsory around a place: the same place asks but once."""

    round = models.ForeignKey(JointRound, on_delete=models.CASCADE, related_name="hints")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    cell_mac = models.CharField(max_length=64)  # keyed hash of the cell, to count distinct ones without reading them
    sealed = models.TextField()  # the cell, the answer
    at = models.DateTimeField()

    objects = HintQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "party", "cell_mac"], name="share_hint_once_a_cell")
        ]

    def __str__(self) -> str:
        return f"{self.round} – {self.at:%d/%m/%Y}"

    @property
    def audit_lead_id(self) -> None:
        """As of the need that asked."""
        return None
