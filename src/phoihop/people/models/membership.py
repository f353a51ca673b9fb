"""Who sits for which party, how they were invited, and how they hand over."""

from __future__ import annotations

import secrets
from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import ROLE_LABELS, Actor
from phoihop.base.models import Record
from phoihop.people.models.party import Division, Party

ROLE_CHOICES = [(role.value, label) for role, label in ROLE_LABELS.items()]


def new_token() -> str:
    """A secret of 256 bits for an address."""
    return secrets.token_urlsafe(32)


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships, restricted by who asks."""

    def visible_to(self, actor: Actor) -> MembershipQuerySet:
        """Those of one's own parties; a regulator sees those of the parties it registered."""
        return self.filter(Q(party_id__in=actor.party_ids) | Q(party__registered_by_id__in=actor.regulator_ids))

    def current(self) -> MembershipQuerySet:
        """Those that have not ended."""
        return self.filter(ended_on__isnull=True)


class Membership(Record):
    """A person's role at a party, from a day to a day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("Vai trò"), max_length=12, choices=ROLE_CHOICES)
    division = models.ForeignKey(Division, null=True, blank=True, on_delete=models.SET_NULL, related_name="members")
    title = models.CharField(_("Chức vụ"), max_length=150, blank=True)
    started_on = models.DateField(_("Từ ngày"))
    ended_on = models.DateField(_("Đến ngày"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["role", "created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "party", "role"],
                condition=Q(ended_on__isnull=True),
                name="membership_current_once",
                violation_error_message=_("Người này đang giữ vai trò đó ở đơn vị."),
            ),
            models.CheckConstraint(
                name="membership_dates_in_order",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                violation_error_message=_("Ngày thôi giữ vai trò phải sau ngày bắt đầu."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.get_role_display()} – {self.party.short_name}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.party.audit_lead_id


class Invitation(Record):
    """An invitation by e-mail to sit for a party; its secret is good once and until a time."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(_("Thư điện tử"))
    full_name = models.CharField(_("Họ và tên"), max_length=150)
    role = models.CharField(_("Vai trò"), max_length=12, choices=ROLE_CHOICES)
    title = models.CharField(_("Chức vụ"), max_length=150, blank=True)
    division = models.ForeignKey(Division, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)  # SHA-256 of the secret; the secret itself is not kept
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.email} → {self.party.short_name}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.party.audit_lead_id


class Handover(Record):
    """One person's open work passed to another in one step; the sheet lists it as it stood."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="handovers")
    from_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    to_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("Ngày bàn giao"))
    note = models.TextField(_("Ghi chú"), blank=True)
    sheet = models.JSONField(default=list)  # rows: {"source", "title", "due_on", "url"}
    leaves = models.BooleanField(_("Người bàn giao thôi vai trò"), default=True)

    class Meta:
        ordering: ClassVar = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.from_user} → {self.to_user}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.party.audit_lead_id
