"""The figures of a report as they were accepted, edition beside edition."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import Report, ValueEdition

Key = tuple[UUID, UUID | None]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A figure that differs between editions: what each of them had."""

    label: str
    unit: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Editions:
    """Which editions there are, and the figures that are not the same in all of them."""

    numbers: tuple[int, ...]
    rows: tuple[Corrected, ...]


def editions_of(*, actor: Actor, report: Report) -> Editions:
    """The editions of a report; nothing for whoever may not see it, or where there is one edition alone."""
    if report.edition < 2:
        return Editions((), ())
    mine = Report.objects.visible_to(actor).filter(pk=report.pk)
    found = ValueEdition.objects.filter(report__in=mine).select_related("indicator", "code")
    values: dict[Key, dict[int, Decimal | None]] = defaultdict(dict)
    named: dict[Key, ValueEdition] = {}
    for row in found.order_by("indicator__section__position", "indicator__position", "code__position"):
        key = (row.indicator_id, row.code_id)
        named.setdefault(key, row)
        values[key][row.edition] = row.value
    numbers = tuple(range(1, report.edition + 1))
    rows = []
    for key, row in named.items():
        shown = tuple(values[key].get(number) for number in numbers)
        if len(set(shown)) > 1:
            label = f"{row.indicator.name} – {row.code.name}" if row.code else row.indicator.name
            rows.append(Corrected(label, row.indicator.unit, shown))
    return Editions(numbers, tuple(rows))
