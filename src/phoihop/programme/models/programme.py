"""A programme: one regulator, the parties around it, year after year."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.people.models import Party


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Programmes, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ProgrammeQuerySet:
        """Those that one's party leads or takes part in."""
        joined = ProgrammeParty.objects.filter(party_id__in=actor.party_ids).values("programme_id")
        return self.filter(Q(lead_id__in=actor.party_ids) | Q(pk__in=joined))

    def led_by(self, actor: Actor) -> ProgrammeQuerySet:
        """Those that one's party leads."""
        return self.filter(lead_id__in=actor.party_ids)


class Programme(Record):
    """A yearly coordination programme; its memoranda, plans and reports follow one another."""

    lead = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="programmes_led")
    name = models.CharField(_("Tên chương trình"), max_length=300)
    place = models.CharField(_("Địa bàn"), max_length=100)
    first_year = models.PositiveSmallIntegerField(_("Năm bắt đầu"))

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.lead_id


class ProgrammeParty(Record):
    """An enterprise or guest that takes part in a programme."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="participants")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="programmes_joined")
    joined_on = models.DateField(_("Tham gia từ"))
    left_on = models.DateField(_("Thôi tham gia từ"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["joined_on"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["programme", "party"], name="programme_party_once")]

    def __str__(self) -> str:
        return f"{self.programme} – {self.party.short_name}"


def taking_part_in_year(actor: Actor) -> Exists:
    """Whether one of ``actor``'s parties took part in the outer row's programme in its year.

    A party that left reads on what was its own time, and nothing after; a newcomer nothing of the years before.
    """
    mine = ProgrammeParty.objects.filter(party_id__in=actor.party_ids, programme_id=OuterRef("programme_id"))
    still = Q(left_on__isnull=True) | Q(left_on__year__gte=OuterRef("year"))
    return Exists(mine.filter(still, joined_on__year__lte=OuterRef("year")))


def taking_part_at_the_time(actor: Actor) -> Exists:
    """Whether one of ``actor``'s parties took part in the outer activity's programme while it happens."""
    mine = ProgrammeParty.objects.filter(party_id__in=actor.party_ids, programme_id=OuterRef("programme_id"))
    still = Q(left_on__isnull=True) | Q(left_on__gt=OuterRef("starts_at"))
    return Exists(mine.filter(still, joined_on__lte=OuterRef("ends_at")))
