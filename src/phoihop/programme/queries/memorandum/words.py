"""The facts of a clause in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.programme.kinds import kind_of
from phoihop.programme.models import Cadence
from phoihop.programme.queries.days import day_choices


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Kind and cadence of a clause."""

    kind: str
    icon: str
    cadence: str
    when: str


def day_names(*, actor: Actor, lead_id: UUID) -> dict[str, str]:
    """The names of named days by their codes; one query."""
    return dict(day_choices(actor=actor, lead_id=lead_id))


def clause_words(clause: Mapping[str, Any], days: Mapping[str, str]) -> ClauseWords:
    """The words for one clause of a content."""
    kind = kind_of(clause["kind"])
    return ClauseWords(
        kind=str(kind.label), icon=clause.get("icon") or kind.icon,
        cadence=fact_words("cadence", clause["cadence"], days),
        when=fact_words("months", clause["months"], days) or fact_words("days", clause["days"], days),
    )  # fmt: skip


def fact_words(name: str, value: Any, days: Mapping[str, str]) -> str:
    """One fact in words; empty where there is none."""
    if not value:
        return ""
    match name:
        case "kind":
            return str(kind_of(value).label)
        case "cadence":
            return str(dict(Cadence.choices).get(value, value))
        case "months":
            return _("tháng %(months)s") % {"months": ", ".join(str(month) for month in value)}
        case _:
            return ", ".join(days.get(code, code) for code in value)
