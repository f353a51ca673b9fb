"""What an entry of the history says has changed, in words that a reader knows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from phoihop.base.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Change:
    """One field, before and after."""

    key: str
    label: str
    before: str
    after: str


def changes_of(entry: AuditEntry) -> list[Change]:
    """Every field that the entry mentions, those of the row first by its own order of fields."""
    fields = _fields(entry.object_label)
    order = list(fields)
    keys = entry.before.keys() | entry.after.keys()
    known = sorted(keys, key=lambda key: (order.index(key) if key in order else len(order), key))
    return [
        Change(key, _label(fields.get(key), key), _shown(fields.get(key), key, entry.before),
               _shown(fields.get(key), key, entry.after))
        for key in known
    ]  # fmt: skip


def _fields(object_label: str) -> dict[str, models.Field[Any, Any]]:
    try:
        model = apps.get_model(object_label)
    except (LookupError, ValueError):
        return {}
    return {field.name: field for field in model._meta.get_fields() if isinstance(field, models.Field)}


def _label(field: models.Field[Any, Any] | None, key: str) -> str:
    return str(field.verbose_name) if field is not None else key.replace("_", " ")


def _shown(field: models.Field[Any, Any] | None, key: str, values: Mapping[str, Any]) -> str:
    """A value as text: states by their name, yes and no as words, what has parts as JSON."""
    value = values.get(key)
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, indent=2)
    choices = dict(getattr(field, "flatchoices", None) or ())
    return str(choices.get(value, value))
