"""Codes by which an owner lets somebody ask for one of its masts, without a word about where it stands."""

from __future__ import annotations

import secrets
from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.registry.masts import Mast

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is taken for another
LENGTH = 12  # 59 bits: nobody finds one by trying


def new_share_code() -> str:
    """A code that says nothing about the mast."""
    return "".join(secrets.choice(LETTERS) for _place in range(LENGTH))


class ShareCodeQuerySet(models.QuerySet["ShareCode"]):
    """Codes, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ShareCodeQuerySet:
        """Those of one's own masts: whom an owner invites is no business even of the department."""
        return self.filter(mast__site__owner_id__in=actor.party_ids)


class ShareCode(Record):
    """A code for one mast; good until a day, or until its owner takes it back."""

    mast = models.ForeignKey(Mast, on_delete=models.CASCADE, related_name="share_codes")
    code = models.CharField(_("Mã mời"), max_length=LENGTH, unique=True, default=new_share_code)
    note = models.CharField(_("Ghi chú của đơn vị"), max_length=200, blank=True)
    expires_on = models.DateField(_("Dùng được đến hết ngày"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ShareCodeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]

    def __str__(self) -> str:
        return str(_("Mã mời dùng chung"))

    @property
    def shown(self) -> str:
        """The code in groups of four, as people read it out."""
        return "-".join(self.code[at : at + 4] for at in range(0, LENGTH, 4))

    @property
    def audit_lead_id(self) -> UUID | None:
        """None: the department does not follow whom an owner invites."""
        return None
