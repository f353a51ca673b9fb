"""What a draft asks: sections, indicators with their breakdowns, rules."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.briefings.actions.forms.drafts import facts, locked_draft, next_position, save
from phoihop.clauses.briefings.actions.forms.rules import checked_rule
from phoihop.clauses.briefings.models import Dimension, FormRule, FormSection, FormVersion, Indicator

SECTION_FIELDS = ("title", "guidance")
INDICATOR_FIELDS = (
    "code", "name", "definition", "unit", "nature", "estimate_allowed", "decimals", "required", "negative_allowed",
    "additive", "statutory_note", "fact",
)  # fmt: skip
RULE_FIELDS = (
    "kind", "left", "operator", "right", "least_percent", "most_percent", "missing", "severity", "message",
)  # fmt: skip
CODE = re.compile(r"[a-z][a-z0-9_]*")
MOST_DECIMALS = 4  # what the database keeps


class BadCode(Refused):
    """Codes are used in rules and in files of exchange."""


def save_section(
    *, actor: Actor, version: FormVersion, section: FormSection | None = None, **values: Any
) -> FormSection:
    """Add a section to a draft, at its end, or change one.

    :raises NotADraft: the version was published
    """
    regulator_id = version.form.regulator_id
    require(actor, Permission.FORM_WRITE, party=regulator_id)
    with transaction.atomic():
        draft = locked_draft(version.pk)
        row = section or FormSection(version=draft, position=next_position(draft.sections.all()))
        save(actor, row, values, "briefings.form_section.saved", regulator_id)
    return row


def save_indicator(
    *, actor: Actor, section: FormSection, dimensions: Collection[Dimension], indicator: Indicator | None = None,
    **values: Any,
) -> Indicator:  # fmt: skip
    """Add an indicator to a section of a draft, or change one and put it there.

    :raises NotADraft: the version was published
    :raises BadCode: the code cannot stand in a rule, or another indicator has it
    """
    regulator_id = section.version.form.regulator_id
    require(actor, Permission.FORM_WRITE, party=regulator_id)
    with transaction.atomic():
        draft = locked_draft(section.version_id)
        _check_code(draft, values["code"], indicator)
        if values["decimals"] > MOST_DECIMALS:
            raise Refused(_("Nhiều nhất %(n)s chữ số thập phân.") % {"n": MOST_DECIMALS}, field="decimals")
        row = indicator or Indicator(section=section)
        if indicator is None or indicator.section_id != section.pk:
            row.section, row.position = section, next_position(section.indicators.all())
        save(actor, row, values, "briefings.indicator.saved", regulator_id)
        _set_dimensions(actor, row, dimensions, regulator_id)
    return row


def _check_code(draft: FormVersion, code: str, indicator: Indicator | None) -> None:
    if not CODE.fullmatch(code):
        raise BadCode(
            _("Mã chỉ tiêu gồm chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ. Ví dụ: thue_bao_4g."),
            field="code",
        )
    others = Indicator.objects.filter(section__version=draft, code=code)
    if (others if indicator is None else others.exclude(pk=indicator.pk)).exists():
        raise BadCode(_("Biểu đã có chỉ tiêu mang mã này. Hãy đặt mã khác."), field="code")


def _set_dimensions(actor: Actor, row: Indicator, dimensions: Collection[Dimension], regulator_id: UUID) -> None:
    if any(dimension.regulator_id != regulator_id for dimension in dimensions):
        raise Refused(_("Phân tổ này không có trong danh mục của Sở."), field="dimensions")
    before = {dimension.pk: dimension.code for dimension in row.dimensions.all()}
    after = {dimension.pk: dimension.code for dimension in dimensions}
    if before.keys() != after.keys():
        row.dimensions.set(list(dimensions))
        audit.record(
            actor, "briefings.indicator.broken_down", row, party=regulator_id,
            before={"dimensions": sorted(before.values())}, after={"dimensions": sorted(after.values())},
        )  # fmt: skip


def save_rule(*, actor: Actor, version: FormVersion, rule: FormRule | None = None, **values: Any) -> FormRule:
    """Add a rule to a draft, at its end, or change one.

    :raises NotADraft: the version was published
    :raises BadRule: a side cannot be read or names what the draft does not ask; ``field`` says which
    """
    regulator_id = version.form.regulator_id
    require(actor, Permission.FORM_WRITE, party=regulator_id)
    with transaction.atomic():
        draft = locked_draft(version.pk)
        row = rule or FormRule(version=draft, position=next_position(draft.rules.all()))
        save(actor, row, checked_rule(draft, values), "briefings.form_rule.saved", regulator_id)
    return row


def remove_section(*, actor: Actor, section: FormSection) -> None:
    """Take a section of a draft out, with its indicators."""
    _remove(actor, section, section.version, SECTION_FIELDS, "briefings.form_section.removed")


def remove_indicator(*, actor: Actor, indicator: Indicator) -> None:
    """Take an indicator of a draft out; rules that name it are told when the draft is looked through."""
    _remove(actor, indicator, indicator.section.version, INDICATOR_FIELDS, "briefings.indicator.removed")


def remove_rule(*, actor: Actor, rule: FormRule) -> None:
    """Take a rule of a draft out."""
    _remove(actor, rule, rule.version, RULE_FIELDS, "briefings.form_rule.removed")


def _remove(
    actor: Actor, row: FormSection | Indicator | FormRule, version: FormVersion, names: tuple[str, ...], event: str
) -> None:
    regulator_id = version.form.regulator_id
    require(actor, Permission.FORM_WRITE, party=regulator_id)
    with transaction.atomic():
        locked_draft(version.pk)
        audit.record(actor, event, row, party=regulator_id, before=facts(row, names))
        row.delete()
