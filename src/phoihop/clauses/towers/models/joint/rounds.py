"""A round: one programme's joint plan of one year, from the call for needs to what was agreed."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.people.models import Party
from phoihop.programme.models import Activity, Programme
from phoihop.programme.models.programme import taking_part_in_year


class RoundStatus(models.TextChoices):
    """open (needs are filed, then planned) → published (answers are awaited) → ended; or cancelled with a reason."""

    OPEN = "open", _("Nhận nhu cầu, lập phương án")
    PUBLISHED = "published", _("Lấy ý kiến doanh nghiệp")
    ENDED = "ended", _("Đã kết thúc")
    CANCELLED = "cancelled", _("Hủy")


ROUND_TRANSITIONS = {
    RoundStatus.OPEN: {RoundStatus.PUBLISHED, RoundStatus.ENDED, RoundStatus.CANCELLED},
    RoundStatus.PUBLISHED: {RoundStatus.PUBLISHED, RoundStatus.ENDED, RoundStatus.CANCELLED},
}


def new_salt() -> str:
    """32 random bytes, hex."""
    return secrets.token_hex(32)


class JointRoundQuerySet(models.QuerySet["JointRound"]):
    """Rounds, restricted by who asks."""

    def visible_to(self, actor: Actor) -> JointRoundQuerySet:
        """Those of programmes one's party leads, or takes part in during the round's year."""
        return self.filter(Q(programme__lead_id__in=actor.party_ids) | taking_part_in_year(actor))

    def running(self) -> JointRoundQuerySet:
        """Those that are neither ended nor cancelled."""
        return self.filter(status__in=[RoundStatus.OPEN, RoundStatus.PUBLISHED])


class JointRound(Record):
    """One joint plan; what is filed for it stays sealed until ``closes_at``, which can only move later."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="joint_rounds")
    year = models.PositiveSmallIntegerField(_("Năm"))
    status = models.CharField(max_length=9, choices=RoundStatus.choices, default=RoundStatus.OPEN)
    closes_at = models.DateTimeField(_("Hết hạn nộp"))
    answer_by = models.DateField(_("Hạn trả lời đề xuất"), null=True, blank=True)
    note = models.TextField(_("Hướng dẫn cho doanh nghiệp"), blank=True)
    rules = models.JSONField(default=dict)  # what towers.joint.settings.Rulebook holds, as it was when the round opened
    costs = models.JSONField(default=dict)  # towers.joint.settings.PriceList
    hint_budget = models.PositiveSmallIntegerField(_("Số ô được trả lời ngay cho mỗi doanh nghiệp"), default=60)
    need_limit = models.PositiveIntegerField(_("Số nhu cầu tối đa của mỗi doanh nghiệp"), default=500)
    salt = models.CharField(max_length=64, default=new_salt)  # of the key that seals this round's rows
    activity = models.ForeignKey(
        Activity, null=True, blank=True, on_delete=models.SET_NULL, related_name="joint_rounds"
    )  # the plan's own activity, to which the figures of the round belong
    published_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(_("Lý do hủy"), blank=True)

    objects = JointRoundQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-year", "-created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "year"],
                condition=~Q(status="cancelled"),
                name="joint_round_once_a_year",
                violation_error_message=_("Năm này đã có đợt lập quy hoạch chung."),
            ),
            models.CheckConstraint(
                name="joint_round_cancelled_has_reason",
                condition=~Q(status="cancelled") | ~Q(reason=""),
                violation_error_message=_("Hủy đợt phải nêu lý do."),
            ),
        ]

    def __str__(self) -> str:
        return gettext("Quy hoạch chung hạ tầng năm %(year)s") % {"year": self.year}

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.programme.lead_id

    def sealed_at(self, at: dt.datetime) -> bool:
        """Whether nobody but its owner may read what was filed."""
        return at < self.closes_at

    def takes_needs(self, at: dt.datetime) -> bool:
        """Whether needs can be filed, changed and withdrawn."""
        return self.status == RoundStatus.OPEN and at < self.closes_at


class FilingQuerySet(models.QuerySet["JointFiling"]):
    """Words on one's filing, restricted by who asks."""

    def visible_to(self, actor: Actor) -> FilingQuerySet:
        """One's own; the lead's after the closing date, for whether a rival is done tells of its plans."""
        closed = Q(round__programme__lead_id__in=actor.party_ids, round__closes_at__lte=actor.at)
        return self.filter(Q(party_id__in=actor.party_ids) | closed)


class JointFiling(Record):
    """A party's word that it has filed all its needs, or has none."""

    round = models.ForeignKey(JointRound, on_delete=models.CASCADE, related_name="filings")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    objects = FilingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "party"], name="joint_filing_once")]

    def __str__(self) -> str:
        return f"{self.round} – {self.party.short_name}"
