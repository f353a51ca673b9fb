"""The memorandum: its text, parties and clauses; revisions and answers stand in ``revision``."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.papers.models import Paper, SigningMode
from phoihop.people.models import Party
from phoihop.programme.models.programme import Programme


class MemorandumStatus(models.TextChoices):
    """draft → circulated → signing → in force → ended; each step back is a new revision."""

    DRAFT = "draft", _("Đang soạn")
    CIRCULATED = "circulated", _("Đang lấy ý kiến")
    SIGNING = "signing", _("Đang ký")
    IN_FORCE = "in_force", _("Đang có hiệu lực")
    ENDED = "ended", _("Đã kết thúc")


MEMORANDUM_TRANSITIONS = {
    MemorandumStatus.DRAFT: {MemorandumStatus.CIRCULATED},
    MemorandumStatus.CIRCULATED: {MemorandumStatus.DRAFT, MemorandumStatus.SIGNING},
    MemorandumStatus.SIGNING: {MemorandumStatus.DRAFT, MemorandumStatus.IN_FORCE},
    MemorandumStatus.IN_FORCE: {MemorandumStatus.ENDED},
}

SECTIONS = {  # code → heading of the skeleton; the clauses stand after the principles
    "bases": _("Căn cứ"),
    "purpose": _("Mục đích, yêu cầu"),
    "principles": _("Nguyên tắc phối hợp"),
    "lead_duties": _("Trách nhiệm của cơ quan chủ trì"),
    "party_duties": _("Trách nhiệm của các doanh nghiệp"),
    "information": _("Thông tin, báo cáo, đầu mối"),
    "costs": _("Kinh phí"),
    "review": _("Sơ kết, tổng kết, khen thưởng"),
    "effect": _("Hiệu lực thi hành"),
}


class MemorandumQuerySet(models.QuerySet["Memorandum"]):
    """Memoranda, restricted by who asks."""

    def visible_to(self, actor: Actor) -> MemorandumQuerySet:
        """The lead sees all of its own; a party those it is a party to, once they have been circulated."""
        joined = MemorandumParty.objects.filter(party_id__in=actor.party_ids).values("memorandum_id")
        shown = Q(pk__in=joined) & Q(revisions__circulated_at__isnull=False)
        return self.filter(
            pk__in=Memorandum.objects.filter(Q(programme__lead_id__in=actor.party_ids) | shown).values("pk")
        )


class Memorandum(Record):
    """What the parties agree for a term."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="memoranda")
    title = models.CharField(_("Tên biên bản ghi nhớ"), max_length=400)
    starts_on = models.DateField(_("Hiệu lực từ"))
    ends_on = models.DateField(_("Hiệu lực đến"))
    status = models.CharField(max_length=10, choices=MemorandumStatus.choices, default=MemorandumStatus.DRAFT)
    sections = models.JSONField(default=dict)  # code of SECTIONS → text; bases one a line
    answer_by = models.DateField(_("Hạn góp ý"), null=True, blank=True)
    signing_mode = models.CharField(max_length=8, choices=SigningMode.choices, default=SigningMode.ORDERED)
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # being signed
    renewed_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="renewals")
    in_force_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(_("Kết thúc ngày"), null=True, blank=True)
    end_reason = models.TextField(_("Lý do kết thúc"), blank=True)

    objects = MemorandumQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-starts_on"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="memorandum_term_in_order",
                condition=Q(ends_on__gt=F("starts_on")),
                violation_error_message=_("Ngày hết hiệu lực phải sau ngày bắt đầu hiệu lực."),
            ),
            models.CheckConstraint(
                name="memorandum_ended_has_date",
                condition=~Q(status="ended") | Q(ended_on__isnull=False),
                violation_error_message=_("Biên bản ghi nhớ đã kết thúc phải có ngày kết thúc."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.programme.lead_id


class MemorandumParty(Record):
    """A party to the memorandum, in the order of signature."""

    memorandum = models.ForeignKey(Memorandum, on_delete=models.CASCADE, related_name="parties")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="memoranda")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)  # as it was when the memorandum was made
    signer_name = models.CharField(_("Đại diện"), max_length=150, blank=True)
    signer_position = models.CharField(_("Chức vụ"), max_length=150, blank=True)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["memorandum", "party"], name="memorandum_party_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Cadence(models.TextChoices):
    """How often a clause asks for an activity."""

    YEARLY = "yearly", _("Hằng năm")
    HALF_YEARLY = "half_yearly", _("6 tháng một lần")
    QUARTERLY = "quarterly", _("Hằng quý")
    NAMED_DAYS = "named_days", _("Vào các ngày lễ đã chọn")
    AD_HOC = "ad_hoc", _("Khi phát sinh")


class Clause(Record):
    """One thing the parties will do together; its kind carries it out."""

    memorandum = models.ForeignKey(Memorandum, on_delete=models.CASCADE, related_name="clauses")
    order = models.PositiveSmallIntegerField()
    heading = models.CharField(_("Tên nội dung"), max_length=200)
    text = models.TextField(_("Nội dung"))
    kind = models.CharField(_("Loại hoạt động"), max_length=30, default="plain")  # code in the registry of kinds
    cadence = models.CharField(_("Định kỳ"), max_length=12, choices=Cadence.choices, default=Cadence.YEARLY)
    months = models.JSONField(_("Các tháng"), default=list)  # 1–12; when a periodic activity falls
    days = models.JSONField(_("Các ngày lễ"), default=list)  # codes of NamedDay
    lead_duty = models.TextField(_("Cơ quan chủ trì làm gì"), blank=True)
    party_duty = models.TextField(_("Doanh nghiệp làm gì"), blank=True)
    icon = models.CharField(max_length=40, default="calendar-event")
    renewed_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return self.heading
