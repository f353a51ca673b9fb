"""The order of sections, indicators and rules of a draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.clauses.briefings.actions.forms.drafts import locked_draft, moved, reorder
from phoihop.clauses.briefings.models import FormRule, FormSection, FormVersion, Indicator


def order_sections(*, actor: Actor, version: FormVersion, order: Sequence[UUID]) -> None:
    """Put the sections of a draft in order.

    :raises Stale: one was added or removed since the person saw them
    """
    require(actor, Permission.FORM_WRITE, party=version.form.regulator_id)
    _order(actor, version, list(version.sections.all()), order, "briefings.form_section.ordered")


def order_rules(*, actor: Actor, version: FormVersion, order: Sequence[UUID]) -> None:
    """Put the rules of a draft in order."""
    require(actor, Permission.FORM_WRITE, party=version.form.regulator_id)
    _order(actor, version, list(version.rules.all()), order, "briefings.form_rule.ordered")


def order_indicators(*, actor: Actor, section: FormSection, order: Sequence[UUID]) -> None:
    """Put the indicators of one section of a draft in order."""
    require(actor, Permission.FORM_WRITE, party=section.version.form.regulator_id)
    rows = list(section.indicators.order_by("position", "created_at"))
    _order(actor, section.version, rows, order, "briefings.indicator.ordered")


def move_part(*, actor: Actor, part: FormSection | Indicator | FormRule, step: int) -> None:
    """Move a section, an indicator or a rule of a draft one place up (-1) or down (+1)."""
    if isinstance(part, Indicator):
        beside = [row.pk for row in part.section.indicators.order_by("position", "created_at")]
        order_indicators(actor=actor, section=part.section, order=moved(beside, part.pk, step))
        return
    among = part.version.sections if isinstance(part, FormSection) else part.version.rules
    ids: list[UUID] = list(among.order_by("position", "created_at").values_list("pk", flat=True))
    put = order_sections if isinstance(part, FormSection) else order_rules
    put(actor=actor, version=part.version, order=moved(ids, part.pk, step))


def _order(actor: Actor, version: FormVersion, rows: Sequence[Any], order: Sequence[UUID], event: str) -> None:
    with transaction.atomic():
        draft = locked_draft(version.pk)
        reorder(rows, order)
        after = {"order": [str(pk) for pk in order]}
        audit.record(actor, event, draft, party=draft.form.regulator_id, after=after)
