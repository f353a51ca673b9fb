"""Breakdowns of the department, and how far they have been used."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import Dimension, DimensionCode, FormStatus, Indicator, ReportRound, RoundStatus


def is_published(dimension: Dimension) -> bool:
    """Whether a version that was published breaks a figure down by it; for actions that have asked who may."""
    broken_down = Indicator.objects.filter(dimensions=dimension)
    return broken_down.exclude(section__version__status=FormStatus.DRAFT).exists()


def asked_until(dimension: Dimension) -> dt.date | None:
    """The last day of the latest period of which figures were asked by it; for actions that have asked who may."""
    versions = Indicator.objects.filter(dimensions=dimension).values("section__version")
    rounds = ReportRound.objects.filter(version__in=versions)
    last: dt.date | None = rounds.exclude(status=RoundStatus.CANCELLED).aggregate(last=Max("ends_on"))["last"]
    return last


def dimensions(*, actor: Actor) -> QuerySet[Dimension]:
    """The breakdowns of departments whose forms the actor writes, with how many values and indicators each has."""
    mine = Dimension.objects.filter(regulator_id__in=actor.parties_with(Permission.FORM_WRITE))
    counted = mine.annotate(values_count=Count("codes", distinct=True), used_count=Count("indicators", distinct=True))
    return counted.order_by("name")


def dimension(*, actor: Actor, pk: UUID) -> Dimension:
    """One of them.

    :raises NotVisible: there is none for this actor
    """
    found = dimensions(actor=actor).select_related("regulator").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def values_of(*, actor: Actor, dimension: Dimension) -> QuerySet[DimensionCode]:
    """The values of a breakdown, in order."""
    mine = DimensionCode.objects.filter(dimension__regulator_id__in=actor.parties_with(Permission.FORM_WRITE))
    return mine.filter(dimension=dimension).select_related("parent", "unit").defer("unit__outline")


def value(*, actor: Actor, pk: UUID) -> DimensionCode:
    """One value of a breakdown.

    :raises NotVisible: there is none for this actor
    """
    mine = DimensionCode.objects.filter(dimension__regulator_id__in=actor.parties_with(Permission.FORM_WRITE))
    found = mine.select_related("dimension__regulator", "parent").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found
