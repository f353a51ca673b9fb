"""A set of forms to begin with, from the files in this package: drafts that the department edits and publishes."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from django.db import transaction

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.clauses.briefings.actions.forms.versions import next_half
from phoihop.clauses.briefings.models import (
    Dimension,
    DimensionCode,
    FormRule,
    FormSection,
    FormVersion,
    Indicator,
    ReportForm,
)
from phoihop.people.models import AdminUnit, Party

SET = ("form_telecom", "form_post")


def load_starting_set(*, actor: Actor, regulator: Party) -> list[FormVersion]:
    """Add the breakdowns and forms of the set that the department does not have yet; safe to repeat.

    The forms come as drafts: who fills them in, and from when, the department says.
    """
    require(actor, Permission.FORM_WRITE, party=regulator)
    with transaction.atomic():
        dimensions = _dimensions(actor, regulator)
        sheets = [_data(name) for name in SET]
        known = set(ReportForm.objects.filter(regulator=regulator).values_list("code", flat=True))
        made = [_form(actor, regulator, sheet, dimensions) for sheet in sheets if sheet["code"] not in known]
        if made:
            after = {"forms": [version.form.code for version in made]}
            audit.record(actor, "briefings.form.set_loaded", regulator, party=regulator, after=after)
    return made


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("phoihop.clauses.briefings").joinpath(f"data/{name}.toml").read_text("utf-8"))


def _dimensions(actor: Actor, regulator: Party) -> dict[str, Dimension]:
    """The breakdowns by code; those that are there keep their values."""
    found = {row.code: row for row in Dimension.objects.filter(regulator=regulator)}
    codes: list[DimensionCode] = []
    for sheet in _data("form_breakdowns")["dimension"]:
        if sheet["code"] in found:
            continue
        row = Dimension.objects.create(regulator=regulator, code=sheet["code"], name=sheet["name"])
        found[row.code] = row
        if "units" in sheet:
            units = AdminUnit.objects.valid_on(actor.today).filter(level=sheet["units"]).order_by("code")
            values = [{"code": unit.code, "name": unit.name, "unit": unit} for unit in units.defer("outline")]
        else:
            values = [{"code": code, "name": name} for code, name in sheet["codes"]]
        codes += [DimensionCode(dimension=row, position=place, **value) for place, value in enumerate(values)]
    DimensionCode.objects.bulk_create(codes)
    return found


def _form(actor: Actor, regulator: Party, sheet: dict[str, Any], dimensions: dict[str, Dimension]) -> FormVersion:
    head = {name: sheet[name] for name in ("code", "title", "note")}
    form = ReportForm.objects.create(regulator=regulator, **head)
    kept = {name: sheet[name] for name in ("period_type", "due_days", "lock_days", "source")}
    version = FormVersion.objects.create(form=form, number=1, effective_from=next_half(actor.today), **kept)
    indicators, links = [], []
    for place, part in enumerate(sheet["section"]):
        rows = part.pop("indicator")
        section = FormSection.objects.create(version=version, position=place, **part)
        for order, about in enumerate(rows):
            codes = about.pop("dimensions", [])
            row = Indicator(section=section, position=order, **about)
            indicators.append(row)
            links += [(row, dimensions[code]) for code in codes]
    Indicator.objects.bulk_create(indicators)
    through = Indicator.dimensions.through
    through.objects.bulk_create(through(indicator=row, dimension=dimension) for row, dimension in links)
    FormRule.objects.bulk_create(
        FormRule(version=version, position=place, **rule) for place, rule in enumerate(sheet["rule"])
    )
    return version
