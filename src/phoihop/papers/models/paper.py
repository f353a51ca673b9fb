"""A paper: one description, its PDF and DOCX, its number in the register."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from phoihop.base.access import Actor
from phoihop.base.models import Record, StoredFile
from phoihop.people.models import Party


class PaperType(models.TextChoices):
    """The types this product makes; abbreviations of decree 30/2020, appendix III."""

    MEMORANDUM = "BGN", _("Biên bản ghi nhớ")
    PLAN = "KH", _("Kế hoạch")
    INVITATION = "GM", _("Giấy mời")
    LETTER = "CV", _("Công văn")
    REPORT = "BC", pgettext_lazy("loại văn bản", "Báo cáo")
    MINUTES = "BB", _("Biên bản")
    NOTICE = "TB", pgettext_lazy("loại văn bản", "Thông báo")
    DECISION = "QĐ", _("Quyết định")
    AGREEMENT = "BTT", _("Bản thỏa thuận")


class PaperStatus(models.TextChoices):
    """draft → final → signed → issued; the number comes after the signature."""

    DRAFT = "draft", _("Dự thảo")
    FINAL = "final", _("Trình ký")
    SIGNED = "signed", _("Đã ký")
    ISSUED = "issued", _("Đã phát hành")
    REPLACED = "replaced", _("Đã thay thế")
    VOID = "void", _("Không dùng")


PAPER_TRANSITIONS = {
    PaperStatus.DRAFT: {PaperStatus.FINAL, PaperStatus.VOID},
    PaperStatus.FINAL: {PaperStatus.DRAFT, PaperStatus.SIGNED, PaperStatus.VOID},
    PaperStatus.SIGNED: {PaperStatus.ISSUED, PaperStatus.VOID},
    PaperStatus.ISSUED: {PaperStatus.REPLACED},
}


GIVEN = (PaperStatus.SIGNED, PaperStatus.ISSUED, PaperStatus.REPLACED)


class PaperQuerySet(models.QuerySet["Paper"]):
    """Papers, restricted by who asks."""

    def visible_to(self, actor: Actor) -> PaperQuerySet:
        """Those of the issuing body, and what is addressed to one's party once it is signed or out for signature."""
        given = Q(audience__in=actor.party_ids) & (Q(status__in=GIVEN) | Q(round__isnull=False))
        mine = Q(party_id__in=actor.party_ids)
        return self.filter(pk__in=Paper.objects.filter(mine | given).values("pk"))


class Paper(Record):
    """One administrative document; it keeps the names as they were when it was made."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="papers")  # the issuing body
    type = models.CharField(_("Loại văn bản"), max_length=4, choices=PaperType.choices)
    abstract = models.CharField(_("Trích yếu"), max_length=500)
    description = models.JSONField(default=dict)  # what papers.rendering draws
    status = models.CharField(_("Trạng thái"), max_length=10, choices=PaperStatus.choices, default=PaperStatus.DRAFT)
    subject_label = models.CharField(max_length=60, blank=True)  # app.model of the row the paper belongs to
    subject_id = models.UUIDField(null=True, db_index=True)
    audience = models.ManyToManyField(Party, blank=True, related_name="papers_received")
    number = models.PositiveIntegerField(_("Số"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    symbol = models.CharField(_("Ký hiệu"), max_length=30)  # BC-STTTT, or STTTT-CNTT of a letter
    issued_on = models.DateField(_("Ngày ban hành"), null=True, blank=True)
    signed_on = models.DateField(_("Ngày ký"), null=True, blank=True)
    signer_name = models.CharField(_("Người ký"), max_length=150, blank=True)
    signer_position = models.CharField(_("Chức vụ người ký"), max_length=150, blank=True)
    pages = models.PositiveSmallIntegerField(default=0)
    pdf = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    docx = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    signed_file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    replaces = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    lead_id = models.UUIDField(null=True, db_index=True)  # the regulator of the programme it belongs to

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["party", "year", "number"],
                name="paper_number_once_a_year",
                violation_error_message=_("Số này đã cấp cho văn bản khác trong năm."),
            ),
            models.CheckConstraint(
                name="paper_issued_has_number",
                condition=~Q(status__in=["issued", "replaced"])
                | Q(number__isnull=False, year__isnull=False, issued_on__isnull=False),
                violation_error_message=_("Văn bản đã phát hành phải có số và ngày."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.code}: {self.abstract}"

    @property
    def code(self) -> str:
        """Number and symbol, ``05/BC-STTTT``; ``…/BC-STTTT`` before it is numbered."""
        return f"{self.number:02d}/{self.symbol}" if self.number else f"…/{self.symbol}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.lead_id or self.party.audit_lead_id


class NumberSequence(models.Model):
    """The last number a body gave in a year; locked while the next is taken."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["party", "year"], name="sequence_once_a_year")]

    def __str__(self) -> str:
        return f"{self.party.code} {self.year}: {self.last}"
