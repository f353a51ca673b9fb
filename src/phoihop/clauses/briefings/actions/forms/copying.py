"""Everything that a version asks, once more in a draft; codes stay, so a series of figures goes on."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models

from phoihop.clauses.briefings.models import FormRule, FormSection, FormVersion, Indicator

Row = TypeVar("Row", bound=models.Model)


def copy_content(source: FormVersion, draft: FormVersion) -> None:
    """Copy sections, indicators with their breakdowns, and rules; in a constant number of questions."""
    sections = list(source.sections.all())
    new_sections = {row.pk: _again(row, version=draft) for row in sections}
    FormSection.objects.bulk_create(new_sections.values())
    indicators = list(Indicator.objects.filter(section__version=source))
    new = {row.pk: _again(row, section=new_sections[row.section_id]) for row in indicators}
    Indicator.objects.bulk_create(new.values())
    through = Indicator.dimensions.through
    links = through.objects.filter(indicator__in=indicators).order_by("pk")
    through.objects.bulk_create(
        through(indicator=new[link.indicator_id], dimension_id=link.dimension_id) for link in links
    )
    FormRule.objects.bulk_create(_again(row, version=draft) for row in source.rules.all())


def _again(row: Row, **values: Any) -> Row:
    """A row with the same columns and an identity of its own."""
    kept = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in {"id", "created_at", *values}
    }
    return type(row)(**kept, **values)
