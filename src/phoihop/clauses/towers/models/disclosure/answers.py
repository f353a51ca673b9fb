"""What was answered: hexagon by hexagon, the same for a whole period however often and however it is asked."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.clauses.towers.models.disclosure.limits import DisclosurePeriod
from phoihop.clauses.towers.models.registry.masts import Mast
from phoihop.people.models import Party


class Extent(models.TextChoices):
    """How many masts are offered in a hexagon: a band, never a number."""

    NONE = "none", _("Không có cột sẵn sàng dùng chung")
    SHOWN = "shown", _("Đã hiện hết")
    MORE = "more", _("Còn cột khác ngoài số được xem")


class DisclosedCellQuerySet(models.QuerySet["DisclosedCell"]):
    """Answers, restricted by who asks."""

    def visible_to(self, actor: Actor) -> DisclosedCellQuerySet:
        """One's own party's, and those that one's department keeps; an owner learns no area that a rival looks at."""
        mine = Q(period__asker_id__in=actor.party_ids)
        return self.filter(mine | Q(period__regulator_id__in=actor.regulator_ids))


class DisclosedCell(Record):
    """One hexagon as one party was shown it in one period."""

    period = models.ForeignKey(DisclosurePeriod, on_delete=models.CASCADE, related_name="answers")
    key = models.BigIntegerField()  # of the hexagon, at the resolution of areas
    extent = models.CharField(max_length=5, choices=Extent.choices, default=Extent.NONE)

    objects = DisclosedCellQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["key"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["period", "key"],
                name="disclosed_cell_once_a_period",
                violation_error_message=_("Ô này đã được hỏi trong kỳ."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.key:x}"


class DisclosedMastQuerySet(models.QuerySet["DisclosedMast"]):
    """Masts as they were shown, restricted by who asks."""

    def visible_to(self, actor: Actor) -> DisclosedMastQuerySet:
        """Until the period ends for the one who asked; always for the owner and the department."""
        asked = Q(cell__period__asker_id__in=actor.party_ids, cell__period__ends_on__gte=actor.today)
        kept = Q(owner_id__in=actor.party_ids) | Q(cell__period__regulator_id__in=actor.regulator_ids)
        return self.filter(asked | kept)

    def shown_to(self, actor: Actor) -> DisclosedMastQuerySet:
        """Those of others that one's own party was shown and may still see."""
        return self.filter(cell__period__asker_id__in=actor.party_ids, cell__period__ends_on__gte=actor.today)


class DisclosedMast(Record):
    """A mast as one party was shown it: under a code of its own, rounded; later changes do not alter it."""

    cell = models.ForeignKey(DisclosedCell, on_delete=models.CASCADE, related_name="masts")
    mast = models.ForeignKey(Mast, null=True, on_delete=models.SET_NULL, related_name="disclosures")
    owner = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="masts_disclosed")
    code = models.CharField(_("Mã"), max_length=12)  # means nothing to anyone but this asker
    place = models.BigIntegerField()  # key of the hexagon to which the position is rounded
    class_code = models.CharField(_("Loại cột"), max_length=10)
    height_from_m = models.PositiveSmallIntegerField(_("Cao từ (m)"))
    height_to_m = models.PositiveSmallIntegerField(_("Cao đến (m)"))

    objects = DisclosedMastQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["cell", "code"],
                name="disclosed_mast_once_a_cell",
                violation_error_message=_("Cột này đã có trong câu trả lời."),
            ),
            models.CheckConstraint(
                name="disclosed_heights_in_order",
                condition=Q(height_to_m__gt=F("height_from_m")),
                violation_error_message=_("Độ cao trên phải lớn hơn độ cao dưới."),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.cell.period.regulator_id
