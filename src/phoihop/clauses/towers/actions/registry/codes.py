"""The department's codes, rules, zones and targets."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.towers.actions.registry.facts import facts, fill
from phoihop.clauses.towers.models import LocalRule, MastClass, RestrictedZone, SharingTarget
from phoihop.people.models import Party

CLASS_FIELDS = ("code", "label", "bulky", "on_building", "source", "valid_from", "valid_until")
RULE_FIELDS = ("zone", "mast_class", "height_over_m", "height_up_to_m", "spacing_m", "source", "note", "valid_from",
               "valid_until")  # fmt: skip
ZONE_FIELDS = ("name", "rule", "source", "valid_from", "valid_until")
TARGET_FIELDS = ("year", "masts_percent", "stations_percent", "source")


class InUse(Refused):
    """Rows refer to it."""


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("phoihop.clauses.towers").joinpath(f"data/{name}").read_text("utf-8"))


def ensure_classes() -> None:
    """The national classes, from the file in this package; what is there is left as it is, so it is safe to repeat."""
    for row in _data("mast_classes.toml")["class"]:
        MastClass.objects.get_or_create(keeper=None, code=row["code"], defaults=row)


def load_samples(*, actor: Actor, regulator: Party) -> None:
    """Begin with the national classes and, where no rule is written yet, with the sheet of rules in this package."""
    require(actor, Permission.MAST_REVIEW, party=regulator)
    with transaction.atomic():
        ensure_classes()
        if LocalRule.objects.filter(regulator=regulator).exists():
            return
        sheet = _data("spacing_rules.toml")
        for row in sheet["rule"]:
            LocalRule.objects.create(regulator=regulator, source=sheet["source"], note=sheet["note"], **row)
        audit.record(actor, "towers.rule.samples_loaded", regulator, party=regulator)


def _save(actor: Actor, row: models.Model, names: tuple[str, ...], values: dict[str, Any], event: str) -> None:
    """Fill and save a row of the department, and tell the history."""
    keeper_id = getattr(row, "regulator_id", None) or getattr(row, "keeper_id", None)
    before = {} if row._state.adding else facts(row, names)
    fill(row, values)
    row.save()
    audit.record(actor, event, row, party=keeper_id, before=before, after=facts(row, names))


def save_class(*, actor: Actor, regulator: Party, mast_class: MastClass | None = None, **values: Any) -> MastClass:
    """Add a class or change one; a national one is replaced by the department's own of the same code."""
    require(actor, Permission.MAST_REVIEW, party=regulator)
    own = mast_class if mast_class is not None and mast_class.keeper_id == regulator.pk else None
    with transaction.atomic():
        row = own or MastClass(keeper=regulator)
        _save(actor, row, CLASS_FIELDS, values, "towers.class.saved")
    return row


def save_rule(*, actor: Actor, regulator: Party, rule: LocalRule | None = None, **values: Any) -> LocalRule:
    """Add a spacing rule, or change one."""
    require(actor, Permission.MAST_REVIEW, party=regulator)
    with transaction.atomic():
        row = rule or LocalRule(regulator=regulator)
        _save(actor, row, RULE_FIELDS, values, "towers.rule.saved")
    return row


def remove_rule(*, actor: Actor, rule: LocalRule) -> None:
    """Take a rule out that was entered by mistake; one that no longer holds gets an end date instead."""
    require(actor, Permission.MAST_REVIEW, party=rule.regulator_id)
    _remove(actor, rule, RULE_FIELDS, "towers.rule.removed")


def save_zone(*, actor: Actor, regulator: Party, zone: RestrictedZone | None = None, **values: Any) -> RestrictedZone:
    """Add a restricted zone, or change one.

    :param values: columns of ``RestrictedZone``; ``outline`` are GeoJSON MultiPolygon coordinates
    """
    require(actor, Permission.MAST_REVIEW, party=regulator)
    with transaction.atomic():
        row = zone or RestrictedZone(regulator=regulator)
        _save(actor, row, ZONE_FIELDS, values, "towers.zone.saved")
    return row


def remove_zone(*, actor: Actor, zone: RestrictedZone) -> None:
    """Take a restricted zone out that was entered by mistake."""
    require(actor, Permission.MAST_REVIEW, party=zone.regulator_id)
    _remove(actor, zone, ZONE_FIELDS, "towers.zone.removed")


def _remove(actor: Actor, row: models.Model, names: tuple[str, ...], event: str) -> None:
    with transaction.atomic():
        audit.record(actor, event, row, party=row.regulator_id, before=facts(row, names))  # type: ignore[attr-defined]
        try:
            row.delete()
        except ProtectedError as problem:
            raise InUse(_("Nội dung này đang được dùng nên không xóa được. Hãy ghi ngày hết áp dụng.")) from problem


def set_target(*, actor: Actor, regulator: Party, year: int, **values: Any) -> SharingTarget:
    """Set the year's target of sharing; one that is there already is changed."""
    require(actor, Permission.MAST_REVIEW, party=regulator)
    with transaction.atomic():
        row = SharingTarget.objects.filter(regulator=regulator, year=year).first()
        row = row or SharingTarget(regulator=regulator, year=year)
        _save(actor, row, TARGET_FIELDS, values, "towers.target.set")
    return row
