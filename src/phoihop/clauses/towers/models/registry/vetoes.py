"""An owner's word that a mast takes no more tenants, reviewed by the department."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.registry.masts import Mast
from phoihop.clauses.towers.models.registry.sites import keeper_of


class VetoState(models.TextChoices):
    """stated → upheld or overruled by the department; withdrawn by the owner."""

    STATED = "stated", _("Chờ Sở xem xét")
    UPHELD = "upheld", _("Sở chấp nhận")
    OVERRULED = "overruled", _("Sở không chấp nhận")
    WITHDRAWN = "withdrawn", _("Chủ cột đã rút")


VETO_TRANSITIONS = {
    VetoState.STATED: {VetoState.UPHELD, VetoState.OVERRULED, VetoState.WITHDRAWN},
    VetoState.UPHELD: {VetoState.OVERRULED, VetoState.WITHDRAWN},
}


class VetoQuerySet(models.QuerySet["MastVeto"]):
    """Statements, restricted by who asks."""

    def visible_to(self, actor: Actor) -> VetoQuerySet:
        """Those of one's own masts, and of masts that one's department keeps: not even a tenant reads them."""
        return self.filter(keeper_of(actor, "mast__site__"))

    def in_force(self) -> VetoQuerySet:
        """Those that keep tenants off: until the department says otherwise an owner is taken at its word."""
        return self.filter(state__in=[VetoState.STATED, VetoState.UPHELD])


class MastVeto(Record):
    """One statement about one mast, with a reason of the department's list."""

    mast = models.ForeignKey(Mast, on_delete=models.CASCADE, related_name="vetoes")
    reason_code = models.CharField(max_length=40)
    reason_label = models.CharField(_("Lý do"), max_length=200)  # as the list had it then
    text = models.TextField(_("Giải thích"))
    stated_at = models.DateTimeField(_("Tuyên bố lúc"))
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(max_length=9, choices=VetoState.choices, default=VetoState.STATED)
    review = models.TextField(_("Ý kiến của Sở"), blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = VetoQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-stated_at"]
        indexes: ClassVar = [models.Index(fields=["state"], name="mast_veto_by_state")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["mast"],
                condition=Q(state__in=["stated", "upheld"]),
                name="mast_veto_one_in_force",
                violation_error_message=_("Cột này đã có tuyên bố không nhận thêm."),
            ),
            models.CheckConstraint(
                name="mast_veto_explained",
                condition=~Q(text=""),
                violation_error_message=_("Hãy giải thích vì sao cột không nhận thêm."),
            ),
            models.CheckConstraint(
                name="mast_veto_overruled_says_why",
                condition=~Q(state="overruled") | ~Q(review=""),
                violation_error_message=_("Không chấp nhận phải nêu ý kiến."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.mast)

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.mast.site.regulator_id
