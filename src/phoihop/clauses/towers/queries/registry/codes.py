"""Codes, rules, zones, targets and administrative units for pages and forms."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.models import (
    AdminUnit,
    LocalRule,
    MastClass,
    RestrictedZone,
    SharingTarget,
    UnitLevel,
)
from phoihop.clauses.towers.models.registry.codes import regulators_of
from phoihop.clauses.towers.spacing import rule_for
from phoihop.people.models import Party
from phoihop.people.places import unit_around


def regulators(*, actor: Actor) -> QuerySet[Party]:
    """The departments whose codes and rules ``actor`` follows."""
    return regulators_of(actor)


def reviewed(*, actor: Actor) -> QuerySet[Party]:
    """The departments for which ``actor`` may change codes and rules."""
    return Party.objects.visible_to(actor).filter(
        pk__in=actor.parties_with(Permission.MAST_REVIEW), kind=PartyKind.REGULATOR.value
    )


def mast_classes(*, actor: Actor, regulator_id: UUID) -> QuerySet[MastClass]:
    """The classes that a department uses today."""
    return MastClass.objects.visible_to(actor).of_regulator(regulator_id).valid_on(actor.today).order_by("code")


def all_classes(*, actor: Actor, regulator_id: UUID) -> QuerySet[MastClass]:
    """The classes of a department, those out of use among them."""
    return MastClass.objects.visible_to(actor).of_regulator(regulator_id).select_related("keeper").order_by("code")


def editable_class(*, actor: Actor, pk: UUID) -> MastClass:
    """A class of one's own department, or a national one to replace.

    :raises NotVisible: another department's
    """
    found = MastClass.objects.visible_to(actor).filter(pk=pk).first()
    if found is None or (found.keeper_id and not actor.may(Permission.MAST_REVIEW, found.keeper_id)):
        raise NotVisible
    return found


def local_rules(*, actor: Actor, regulator_id: UUID) -> QuerySet[LocalRule]:
    """The spacing rules of a department, past and future ones among them."""
    found = LocalRule.objects.visible_to(actor).filter(regulator_id=regulator_id)
    return found.select_related("mast_class").order_by("zone", "mast_class__code", "height_over_m")


def spacing_rule(
    *, actor: Actor, regulator_id: UUID, zone: str, class_id: UUID | None = None, height_m: float | None = None
) -> LocalRule | None:
    """The spacing rule in force today for a mast of that class and height; its ``spacing_m`` is in metres."""
    rules = local_rules(actor=actor, regulator_id=regulator_id).valid_on(actor.today)  # type: ignore[attr-defined]
    return rule_for(rules, zone=zone, class_id=class_id, height_m=height_m)


def editable_rule(*, actor: Actor, pk: UUID) -> LocalRule:
    """A rule of one's own department.

    :raises NotVisible: another department's
    """
    keepers = actor.parties_with(Permission.MAST_REVIEW)
    found = LocalRule.objects.visible_to(actor).filter(pk=pk, regulator_id__in=keepers).first()
    if found is None:
        raise NotVisible
    return found


def restricted_zones(*, actor: Actor, regulator_id: UUID) -> QuerySet[RestrictedZone]:
    """The zones of a department in which masts are restricted."""
    return RestrictedZone.objects.visible_to(actor).filter(regulator_id=regulator_id)


def editable_zone(*, actor: Actor, pk: UUID) -> RestrictedZone:
    """A zone of one's own department.

    :raises NotVisible: another department's
    """
    keepers = actor.parties_with(Permission.MAST_REVIEW)
    found = RestrictedZone.objects.visible_to(actor).filter(pk=pk, regulator_id__in=keepers).first()
    if found is None:
        raise NotVisible
    return found


def targets(*, actor: Actor, regulator_id: UUID) -> QuerySet[SharingTarget]:
    """The targets of a department, newest year first."""
    return SharingTarget.objects.visible_to(actor).filter(regulator_id=regulator_id)


def units(*, actor: Actor, level: str = UnitLevel.DISTRICT) -> QuerySet[AdminUnit]:
    """The units of one level that exist today."""
    return AdminUnit.objects.visible_to(actor).valid_on(actor.today).filter(level=level).select_related("parent")


def all_units(*, actor: Actor) -> QuerySet[AdminUnit]:
    """Every unit of every period, provinces first."""
    found = AdminUnit.objects.visible_to(actor).select_related("parent", "successor")
    found = found.defer("outline", "parent__outline", "successor__outline")
    return found.order_by("-level", "name", "valid_from")


def unit_at(*, actor: Actor, latitude: float, longitude: float) -> AdminUnit | None:
    """The commune that a position lies in, or the district where no commune is known."""
    found = AdminUnit.objects.visible_to(actor).valid_on(actor.today).around(latitude, longitude)
    near = list(found.filter(level__in=[UnitLevel.COMMUNE, UnitLevel.DISTRICT]).order_by("level"))
    return unit_around(near, latitude, longitude)
