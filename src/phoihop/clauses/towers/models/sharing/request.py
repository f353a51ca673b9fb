"""The request itself: who asks whom for which mast, how far it has come, which limits apply."""

from __future__ import annotations

import secrets
from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.registry.masts import Mast
from phoihop.clauses.towers.models.registry.tenancies import Tenancy
from phoihop.clauses.towers.models.sharing.codes import LETTERS
from phoihop.clauses.towers.models.sharing.states import CLOSED, AskedBy, RequestStatus
from phoihop.clauses.towers.sharing.clock import Limits
from phoihop.papers.models import Paper
from phoihop.people.models import Party


def new_reference() -> str:
    """A reference that tells neither how many requests there are nor which came first."""
    return "DC-" + "".join(secrets.choice(LETTERS) for _place in range(6))


class SharingRequestQuerySet(models.QuerySet["SharingRequest"]):
    """Requests, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SharingRequestQuerySet:
        """Those that one's party sent or was sent, and those that one's department follows."""
        mine = Q(asker_id__in=actor.party_ids) | Q(owner_id__in=actor.party_ids)
        return self.filter(mine | Q(lead_id__in=actor.regulator_ids))

    def unfinished(self) -> SharingRequestQuerySet:
        """Those that still go on."""
        return self.exclude(status__in=CLOSED)

    def holding_room(self) -> SharingRequestQuerySet:
        """Those that hold a place on their mast before there is a tenancy."""
        return self.filter(status=RequestStatus.AGREED, tenancy__isnull=True)


class SharingRequest(Record):
    """An enterprise asks to share a mast, or for one in a place where it needs one."""

    reference = models.CharField(_("Mã yêu cầu"), max_length=12, unique=True, default=new_reference)
    lead = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="sharing_followed")
    asker = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="sharing_asked")
    owner = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="sharing_received")
    mast = models.ForeignKey(Mast, null=True, blank=True, on_delete=models.PROTECT, related_name="sharing_requests")
    asked_by = models.CharField(_("Cách yêu cầu"), max_length=9, choices=AskedBy.choices)
    status = models.CharField(_("Trạng thái"), max_length=12, choices=RequestStatus.choices)

    purpose = models.TextField(_("Mục đích sử dụng"))
    technology = models.CharField(_("Công nghệ"), max_length=60)
    antenna_height_m = models.DecimalField(_("Độ cao ăng ten cần (m)"), max_digits=5, decimal_places=1)
    wind_area_m2 = models.DecimalField(
        _("Diện tích cản gió (m²)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    wanted_on = models.DateField(_("Cần đưa vào sử dụng"), null=True, blank=True)
    # The search area is for the asker and the department: an owner learns no plan beyond the mast that is asked for.
    latitude = models.FloatField(_("Vĩ độ"), null=True, blank=True)
    longitude = models.FloatField(_("Kinh độ"), null=True, blank=True)
    radius_m = models.PositiveIntegerField(_("Bán kính (m)"), null=True, blank=True)
    lead_note = models.TextField(_("Ghi cho Sở"), blank=True)

    answer_days = models.PositiveSmallIntegerField()
    decide_months = models.PositiveSmallIntegerField()
    reply_days = models.PositiveSmallIntegerField()
    sign_days = models.PositiveSmallIntegerField()
    unused_months = models.PositiveSmallIntegerField()
    pause_days = models.PositiveSmallIntegerField()

    asked_at = models.DateTimeField(_("Gửi lúc"))
    clock_on = models.DateField()  # from when the present owner's, or the department's, limits run
    moved_on = models.DateField()  # when the present state, or the present turn, began
    awaited = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # to reply
    offer_stands = models.BooleanField(default=False)  # whether the awaited side has an offer to answer
    refusal_code = models.CharField(max_length=40, blank=True)
    refusal_label = models.CharField(_("Lý do từ chối"), max_length=200, blank=True)  # as the list had it then
    closing_text = models.TextField(_("Giải thích"), blank=True)
    agreed_on = models.DateField(_("Ngày thống nhất"), null=True, blank=True)
    signed_on = models.DateField(_("Ngày ký thỏa thuận"), null=True, blank=True)
    in_use_on = models.DateField(_("Đưa vào sử dụng"), null=True, blank=True)
    ended_on = models.DateField(_("Ngày kết thúc"), null=True, blank=True)
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    tenancy = models.ForeignKey(Tenancy, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    asker_opens_at = models.DateTimeField(null=True, blank=True)  # lets the department read price and conditions
    owner_opens_at = models.DateTimeField(null=True, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)  # the department was told that it is late
    asker_person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    owner_person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    objects = SharingRequestQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-asked_at"]
        indexes: ClassVar = [
            models.Index(fields=["asker", "status"], name="sharing_of_asker"),
            models.Index(fields=["owner", "status"], name="sharing_of_owner"),
            models.Index(fields=["lead", "status"], name="sharing_of_lead"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="sharing_of_another",
                condition=Q(owner__isnull=True) | ~Q(asker=F("owner")),
                violation_error_message=_("Một doanh nghiệp không gửi yêu cầu cho chính mình."),
            ),
            models.CheckConstraint(
                name="sharing_asked_of_somebody",
                condition=Q(status__in=["routing", "refused", "withdrawn"])
                | Q(owner__isnull=False, mast__isnull=False),
                violation_error_message=_("Yêu cầu đã chuyển phải có cột và chủ cột."),
            ),
            models.CheckConstraint(
                name="sharing_refused_with_reason",
                condition=~Q(status="refused") | (~Q(refusal_code="") & ~Q(closing_text="")),
                violation_error_message=_("Từ chối phải chọn lý do và giải thích."),
            ),
            models.CheckConstraint(
                name="sharing_place_is_whole",
                condition=Q(latitude__isnull=True, longitude__isnull=True, radius_m__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180), radius_m__range=(1, 10000)),
                violation_error_message=_("Khu vực cần có đủ tọa độ và bán kính từ 1 đến 10.000 m."),
            ),
            models.UniqueConstraint(
                fields=["asker", "mast"],
                condition=Q(status__in=["asked", "acknowledged", "survey", "offered", "agreed", "in_use"]),
                name="sharing_one_open_a_mast",
                violation_error_message=_("Đơn vị đã có yêu cầu đang xử lý cho cột này."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.lead_id

    @property
    def is_closed(self) -> bool:
        """Whether nothing more can happen."""
        return self.status in CLOSED

    @property
    def limits(self) -> Limits:
        """The limits of the day it was sent."""
        return Limits(
            self.answer_days, self.decide_months, self.reply_days, self.sign_days, self.unused_months, self.pause_days
        )

    @property
    def opened_to_lead(self) -> bool:
        """Whether both sides let the department read price and conditions."""
        return self.asker_opens_at is not None and self.owner_opens_at is not None

    @property
    def sides(self) -> tuple[UUID, ...]:
        """The two, or the asker alone before the department has sent the request on."""
        return (self.asker_id,) if self.owner_id is None else (self.asker_id, self.owner_id)

    def other_side(self, party_id: UUID) -> UUID | None:
        """Whom a side deals with."""
        return self.owner_id if party_id == self.asker_id else self.asker_id
