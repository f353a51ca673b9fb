"""Changes of a tenancy that stands by an agreement: proposed by one side, made with the other side's word."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.registry.tenancies import Tenancy
from phoihop.people.models import Party


class ChangeState(models.TextChoices):
    """open → agreed, declined, or withdrawn."""

    OPEN = "open", _("Chờ trả lời")
    AGREED = "agreed", _("Đã đồng ý")
    DECLINED = "declined", _("Không đồng ý")
    WITHDRAWN = "withdrawn", _("Đã rút")


CHANGE_TRANSITIONS = {ChangeState.OPEN: {ChangeState.AGREED, ChangeState.DECLINED, ChangeState.WITHDRAWN}}


class ChangeQuerySet(models.QuerySet["TenancyChange"]):
    """Proposed changes, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ChangeQuerySet:
        """Those of one's own tenancies and of tenancies on one's own masts, and those that one's department keeps."""
        return self.filter(tenancy__in=Tenancy.objects.visible_to(actor))

    def waiting(self) -> ChangeQuerySet:
        """Those without an answer."""
        return self.filter(state=ChangeState.OPEN)


class TenancyChange(Record):
    """What one side would change of an agreed tenancy; a field that is empty stays as it is."""

    tenancy = models.ForeignKey(Tenancy, on_delete=models.CASCADE, related_name="changes")
    by = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    antenna_height_m = models.DecimalField(
        _("Độ cao ăng ten (m)"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    wind_area_m2 = models.DecimalField(
        _("Diện tích cản gió (m²)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    agreement_ref = models.CharField(_("Số thỏa thuận"), max_length=100, blank=True)
    until = models.DateField(_("Đến ngày"), null=True, blank=True)  # the day on which the tenancy ends
    text = models.TextField(_("Lý do"))
    state = models.CharField(max_length=9, choices=ChangeState.choices, default=ChangeState.OPEN)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["tenancy"],
                condition=Q(state="open"),
                name="tenancy_change_one_open",
                violation_error_message=_("Đang có đề nghị sửa chờ trả lời. Hãy trả lời hoặc rút đề nghị đó trước."),
            ),
            models.CheckConstraint(
                name="tenancy_change_has_reason",
                condition=~Q(text=""),
                violation_error_message=_("Hãy nêu lý do sửa."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tenancy}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.tenancy.mast.site.regulator_id

    @property
    def asked_of_id(self) -> UUID:
        """Whose word it waits for."""
        owner = self.tenancy.mast.site.owner_id
        return owner if self.by_id == self.tenancy.operator_id else self.tenancy.operator_id
