"""Who asked, when, for which area and purpose, and which masts they were shown."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.disclosure.answers import DisclosedCell, DisclosedMast
from phoihop.clauses.towers.models.disclosure.limits import DisclosurePeriod
from phoihop.people.models import Party
from phoihop.programme.models import Programme


class Purpose(models.TextChoices):
    """Why somebody looks for a mast of another."""

    NEW_SITE = "new_site", _("Tìm cột để thuê cho vị trí mới")
    REPLACE = "replace", _("Thay một vị trí phải di dời")
    CAPACITY = "capacity", _("Tăng dung lượng, lấp vùng lõm")
    TOGETHER = "together", _("Chuẩn bị cùng xây dựng, dùng chung")


class DisclosureQuerySet(models.QuerySet["Disclosure"]):
    """Looks, restricted by who asks."""

    def visible_to(self, actor: Actor) -> DisclosureQuerySet:
        """One's own party's, and those that one's department watches; an owner sees its masts, not the area."""
        return self.filter(Q(asker_id__in=actor.party_ids) | Q(regulator_id__in=actor.regulator_ids))


class Disclosure(Record):
    """One look at one area. The area is the asker's plan: the owners of masts do not learn it."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    regulator = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="disclosures_watched")
    asker = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="disclosures_asked")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    person_name = models.CharField(_("Người hỏi"), max_length=200)
    asked_at = models.DateTimeField(_("Lúc"))
    purpose = models.CharField(_("Mục đích"), max_length=8, choices=Purpose.choices)
    explanation = models.CharField(_("Giải trình"), max_length=500)  # the owners of what was shown read it
    latitude = models.FloatField(_("Vĩ độ"))
    longitude = models.FloatField(_("Kinh độ"))
    radius_m = models.PositiveIntegerField(_("Bán kính (m)"))
    period = models.ForeignKey(DisclosurePeriod, on_delete=models.PROTECT, related_name="disclosures")
    cells = models.ManyToManyField(DisclosedCell, related_name="disclosures")

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-asked_at"]
        indexes: ClassVar = [
            models.Index(fields=["asker", "-asked_at"], name="disclosure_of_asker"),
            models.Index(fields=["regulator", "-asked_at"], name="disclosure_of_regulator"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="disclosure_radius_in_range",
                condition=Q(radius_m__range=(1, 10_000)),
                violation_error_message=_("Bán kính phải từ 1 đến 10.000 mét."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%d/%m/%Y %H:%M}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.regulator_id


class ShownMastQuerySet(models.QuerySet["ShownMast"]):
    """Single disclosures, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ShownMastQuerySet:
        """For the owner, the one who looked, and the department."""
        parties = Q(mast__owner_id__in=actor.party_ids) | Q(disclosure__asker_id__in=actor.party_ids)
        return self.filter(parties | Q(disclosure__regulator_id__in=actor.regulator_ids))

    def of_owner(self, actor: Actor) -> ShownMastQuerySet:
        """Looks at one's own masts."""
        return self.filter(mast__owner_id__in=actor.party_ids)


class ShownMast(Record):
    """One mast in one look: the line of the log that its owner reads."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.CASCADE, related_name="shown")
    mast = models.ForeignKey(DisclosedMast, on_delete=models.CASCADE, related_name="looks")

    objects = ShownMastQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-disclosure__asked_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["disclosure", "mast"],
                name="shown_once_a_look",
                violation_error_message=_("Lần xem này đã có cột."),
            )
        ]

    def __str__(self) -> str:
        return str(self.mast_id)
