"""Signing rounds: whose turn it is, what each party gave back, whom we expect to sign."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record, StoredFile
from phoihop.papers.models.paper import Paper
from phoihop.people.models import Party


class RegisteredSigner(Record):
    """A person who may sign for a party, and how their certificate is known."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="signers")
    name = models.CharField(_("Họ và tên người ký"), max_length=150)
    position = models.CharField(_("Chức vụ"), max_length=150)
    prefix = models.CharField(_("Thẩm quyền ký"), max_length=5, blank=True)  # TM. KT. TL. TUQ. Q.
    certificate_sha256 = models.CharField(_("Dấu vân tay chứng thư (SHA-256)"), max_length=64, blank=True)
    subject_attribute = models.CharField(max_length=40, blank=True)  # UID, serialNumber, CN …
    subject_value = models.CharField(max_length=150, blank=True)
    issuer_name = models.CharField(_("Tổ chức cấp chứng thư"), max_length=200, blank=True)  # its common name
    serial = models.CharField(_("Số sê-ri chứng thư"), max_length=70, blank=True)  # decimal; unique at its issuer
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-valid_from"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="signer_serial_has_issuer",
                condition=Q(serial="", issuer_name="") | (~Q(serial="") & ~Q(issuer_name="")),
                violation_error_message=_("Số sê-ri phải đi cùng tên tổ chức cấp chứng thư."),
            ),
            models.CheckConstraint(
                name="signer_dates_in_order",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("Ngày kết thúc phải từ ngày bắt đầu trở đi."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.position}"

    @property
    def signs_digitally(self) -> bool:
        """Whether a certificate of theirs is known."""
        return bool(self.certificate_sha256 or self.subject_attribute or self.serial)

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.party.audit_lead_id


class TrustedIssuer(Record):
    """A certificate authority whose certificates are accepted; kept by the platform keeper."""

    name = models.CharField(_("Tên tổ chức chứng thực"), max_length=200)
    certificate_pem = models.TextField(_("Chứng thư gốc (PEM)"))
    sha256 = models.CharField(max_length=64, unique=True)
    crl_pem = models.TextField(_("Danh sách thu hồi (PEM)"), blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class SigningMode(models.TextChoices):
    """Whether parties sign one after another or in any order."""

    ORDERED = "ordered", _("Lần lượt")
    PARALLEL = "parallel", _("Không cần thứ tự")


class RoundStatus(models.TextChoices):
    """open → complete, declined or withdrawn."""

    OPEN = "open", _("Đang ký")
    COMPLETE = "complete", _("Đã ký đủ")
    DECLINED = "declined", _("Có bên từ chối")
    WITHDRAWN = "withdrawn", _("Đã rút lại")


ROUND_TRANSITIONS = {
    RoundStatus.OPEN: {RoundStatus.COMPLETE, RoundStatus.DECLINED, RoundStatus.WITHDRAWN},
}


class RoundQuerySet(models.QuerySet["SigningRound"]):
    """Rounds, restricted by who asks."""

    def visible_to(self, actor: Actor) -> RoundQuerySet:
        """Those in which one's party signs or issues."""
        mine = Q(paper__party_id__in=actor.party_ids) | Q(slots__party_id__in=actor.party_ids)
        return self.filter(pk__in=SigningRound.objects.filter(mine).values("pk"))


class SigningRound(Record):
    """Everybody's signatures on one circulated PDF."""

    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="round")
    mode = models.CharField(max_length=8, choices=SigningMode.choices, default=SigningMode.ORDERED)
    status = models.CharField(max_length=10, choices=RoundStatus.choices, default=RoundStatus.OPEN)
    circulated = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")  # the PDF given out
    latest = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")  # with all signatures so far
    due_on = models.DateField(_("Hạn ký"), null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.paper)

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.paper.audit_lead_id


class SlotStatus(models.TextChoices):
    """waiting → signed with a certificate, signed on paper, or declined."""

    WAITING = "waiting", _("Chưa ký")
    DIGITAL = "digital", _("Đã ký số")
    PAPER = "paper", _("Đã ký trên giấy")
    DECLINED = "declined", _("Từ chối ký")


SLOT_TRANSITIONS = {SlotStatus.WAITING: {SlotStatus.DIGITAL, SlotStatus.PAPER, SlotStatus.DECLINED}}


class SigningSlot(Record):
    """One party's place in a round."""

    round = models.ForeignKey(SigningRound, on_delete=models.CASCADE, related_name="slots")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="signing_slots")
    order = models.PositiveSmallIntegerField()
    party_name = models.CharField(max_length=200)  # as it was when the round opened
    signer_name = models.CharField(_("Người ký"), max_length=150)
    signer_position = models.CharField(_("Chức vụ"), max_length=150, blank=True)
    status = models.CharField(max_length=8, choices=SlotStatus.choices, default=SlotStatus.WAITING)
    taken_at = models.DateTimeField(null=True, blank=True)  # when the party last took the PDF
    taken_sha256 = models.CharField(max_length=64, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    check_result = models.JSONField(default=dict)  # signatures.CheckResult of the file given back
    reason = models.TextField(_("Lý do từ chối"), blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "party"], name="slot_once_a_party"),
            models.UniqueConstraint(fields=["round", "order"], name="slot_order_once"),
            models.CheckConstraint(
                name="slot_declined_has_reason",
                condition=~Q(status="declined") | ~Q(reason=""),
                violation_error_message=_("Từ chối ký phải nêu lý do."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_name} – {self.get_status_display()}"
