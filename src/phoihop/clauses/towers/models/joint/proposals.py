"""Proposals: one shared mast of the published plan, and each party's part in it."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.joint.needs import JointNeed
from phoihop.clauses.towers.models.joint.rounds import JointRound
from phoihop.clauses.towers.models.joint.scenarios import JointScenario
from phoihop.clauses.towers.models.registry import Mast
from phoihop.papers.models import Paper
from phoihop.people.models import Party
from phoihop.programme.models import Activity


class ProposalKind(models.TextChoices):
    """What is shared."""

    BUILD = "build", _("Cùng xây dựng cột mới")
    RENT = "rent", _("Thuê chỗ trên cột đã có")


class ProposalStatus(models.TextChoices):
    """open → agreed by all → signed; or declined, or replaced by a later plan."""

    OPEN = "open", _("Chờ trả lời")
    AGREED = "agreed", _("Các bên đồng ý")
    SIGNED = "signed", _("Đã ký thỏa thuận")
    DECLINED = "declined", _("Không đạt thỏa thuận")
    REPLACED = "replaced", _("Thay bằng phương án mới")


PROPOSAL_TRANSITIONS = {
    ProposalStatus.OPEN: {ProposalStatus.AGREED, ProposalStatus.DECLINED, ProposalStatus.REPLACED},
    ProposalStatus.AGREED: {ProposalStatus.SIGNED, ProposalStatus.DECLINED},
}


class SplitMethod(models.TextChoices):
    """How the cost of a shared mast is divided; the codes are the core's."""

    EQUAL = "equal", _("Chia đều")
    HEIGHT = "height", _("Theo độ cao ăng ten")
    LOAD = "load", _("Theo tải (diện tích cản gió)")
    ALONE = "alone", _("Theo chi phí tự xây dựng")
    SHAPLEY = "shapley", _("Giá trị Shapley")
    NUCLEOLUS = "nucleolus", _("Hạt nhân (nucleolus)")


class ProposalQuerySet(models.QuerySet["JointProposal"]):
    """Proposals, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ProposalQuerySet:
        """The lead's, and those in which one's party has a part."""
        mine = ProposalPart.objects.filter(party_id__in=actor.party_ids).values("proposal_id")
        return self.filter(Q(round__programme__lead_id__in=actor.party_ids) | Q(pk__in=mine))

    def binding(self) -> ProposalQuerySet:
        """Those that all agreed to."""
        return self.filter(status__in=[ProposalStatus.AGREED, ProposalStatus.SIGNED])


class JointProposal(Record):
    """A mast to be shared; where it stands is in ``sealed``, and what a party sees of that is decided by queries."""

    round = models.ForeignKey(JointRound, on_delete=models.CASCADE, related_name="proposals")
    scenario = models.ForeignKey(JointScenario, on_delete=models.PROTECT, related_name="proposals")
    code = models.CharField(max_length=8)  # random: a running number would tell how many there are
    kind = models.CharField(max_length=5, choices=ProposalKind.choices)
    status = models.CharField(max_length=8, choices=ProposalStatus.choices, default=ProposalStatus.OPEN)
    sealed = models.TextField()  # towers.joint.results.SiteFacts
    height_m = models.DecimalField(_("Chiều cao cột (m)"), max_digits=5, decimal_places=1)
    class_code = models.CharField(_("Loại cột"), max_length=10)
    cost_vnd = models.BigIntegerField(_("Chi phí (đồng)"))
    starts_on = models.DateField(_("Bắt đầu"))
    ends_on = models.DateField(_("Hoàn thành"))
    split_method = models.CharField(_("Cách chia chi phí"), max_length=9, choices=SplitMethod.choices)
    lead_builder = models.ForeignKey(
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đơn vị chủ trì")
    )
    terms = models.PositiveSmallIntegerField(default=1)  # grows as the terms change; answers are to one version
    activity = models.OneToOneField(
        Activity, null=True, blank=True, on_delete=models.SET_NULL, related_name="joint_proposal"
    )
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    mast = models.ForeignKey(
        Mast, null=True, blank=True, on_delete=models.PROTECT, related_name="joint_proposals"
    )  # in the registry, once it is signed
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "code"], name="joint_proposal_code_once"),
            models.CheckConstraint(
                name="joint_proposal_dates_in_order",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Ngày hoàn thành phải từ ngày bắt đầu trở đi."),
            ),
        ]

    def __str__(self) -> str:
        return gettext("Đề xuất dùng chung %(code)s") % {"code": self.code}

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.round.programme.lead_id


class PartAnswer(models.TextChoices):
    """A party's answer to a proposal."""

    NONE = "none", _("Chưa trả lời")
    ACCEPT = "accept", _("Đồng ý")
    DECLINE = "decline", _("Không đồng ý")
    COUNTER = "counter", _("Đề nghị điều chỉnh")


class DeclineReason(models.TextChoices):
    """Why a proposal is declined; a text goes with it."""

    AREA = "area", _("Vị trí không phù hợp")
    HEIGHT = "height", _("Chiều cao không phù hợp")
    TIME = "time", _("Thời gian không phù hợp")
    COST = "cost", _("Chi phí không phù hợp")
    DROPPED = "dropped", _("Không còn nhu cầu")
    OTHER = "other", _("Lý do khác")


class PartQuerySet(models.QuerySet["ProposalPart"]):
    """Parts, restricted by who asks."""

    def visible_to(self, actor: Actor) -> PartQuerySet:
        """One's own; all for the lead. A partner's part shows its answer, its money and its name."""
        return self.filter(Q(party_id__in=actor.party_ids) | Q(proposal__round__programme__lead_id__in=actor.party_ids))


class ProposalPart(Record):
    """A party in a proposal: a builder or tenant with a need, or the owner of the mast."""

    proposal = models.ForeignKey(JointProposal, on_delete=models.CASCADE, related_name="parts")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    need = models.ForeignKey(JointNeed, null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    share_vnd = models.BigIntegerField(default=0)  # what it pays; of an owner: what it receives, discounted
    alone_vnd = models.BigIntegerField(default=0)  # what it would pay without the others; 0 of an owner
    answer = models.CharField(max_length=7, choices=PartAnswer.choices, default=PartAnswer.NONE)
    reason = models.CharField(_("Lý do"), max_length=7, choices=DeclineReason.choices, blank=True)
    text = models.TextField(_("Giải thích"), blank=True)  # for the department alone
    counter = models.JSONField(default=dict)  # what it would change: radius_m, height_m, starts_on, ends_on, split
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "party"], name="proposal_part_once"),
            models.CheckConstraint(
                name="proposal_part_declined_has_reason",
                condition=~Q(answer="decline") | (~Q(reason="") & ~Q(text="")),
                violation_error_message=_("Không đồng ý phải chọn lý do và giải thích."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal} – {self.get_answer_display()}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.proposal.round.programme.lead_id
