"""Figures of sharing, for the department by every cut, for an enterprise its own and a total that betrays nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.clauses.towers.models import SharingTarget
from phoihop.clauses.towers.registry.structures import structures_of
from phoihop.clauses.towers.sharing.rates import (
    Rates,
    Structure,
    by_party,
    newly_shared,
    rates_by,
    safe_to_pool,
    total,
)
from phoihop.people.models import Party

YEARS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table of figures."""

    label: str
    rates: Rates


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year against its target."""

    year: int
    rates: Rates
    target: SharingTarget | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that the page of figures shows."""

    regulator: Party
    reviews: bool  # the department's own view
    whole: Rates | None  # the province; None where the total would betray a rival
    own: Rates | None = None
    owners: list[Line] = field(default_factory=list)
    classes: list[Line] = field(default_factory=list)
    areas: list[Line] = field(default_factory=list)
    years: list[YearLine] = field(default_factory=list)


def figures(*, actor: Actor, regulator: Party) -> Figures:
    """The figures of a department's masts, as far as ``actor`` may know them."""
    rows = structures_of(regulator_id=regulator.pk)
    parts = by_party(rows, actor.today)
    reviews = regulator.pk in actor.regulator_ids
    mine = set() if reviews else actor.party_ids
    shown = rows if reviews else [row for row in rows if _concerns(row, mine)]
    return Figures(
        regulator,
        reviews,
        whole=total(parts.values()) if reviews or safe_to_pool(parts, mine) else None,
        own=None if reviews else total(rates for party, rates in parts.items() if party in mine),
        owners=_owners(parts) if reviews else [],
        classes=_cut(shown, actor.today, mine, lambda row: row.mast_class),
        areas=_cut(shown, actor.today, mine, lambda row: row.area),
        years=_years(actor, regulator, shown, mine),
    )


def _concerns(row: Structure, parties: Iterable[UUID]) -> bool:
    return row.owner in parties or any(stay.operator in parties for stay in row.stays)


def _owners(parts: dict[UUID, Rates]) -> list[Line]:
    names = dict(Party.objects.filter(pk__in=parts).values_list("pk", "short_name"))
    return [Line(names[party], rates) for party, rates in sorted(parts.items(), key=lambda one: -one[1].masts)]


def _cut(rows: list[Structure], day: dt.date, mine: Iterable[UUID], key: Any) -> list[Line]:
    """Masts and stations by a key; of an enterprise its own alone: masts it owns, stations it operates."""
    wanted = set(mine)
    found = rates_by(
        rows,
        day,
        lambda row: (key(row), not wanted or row.owner in wanted),
        lambda row, stay: (key(row), not wanted or stay.operator in wanted),
    )
    labels = sorted({label for label, counted in found if counted})
    return [Line(label, found[label, True]) for label in labels]


def _years(actor: Actor, regulator: Party, rows: list[Structure], mine: Iterable[UUID]) -> list[YearLine]:
    """At the end of each of the last years, and today; targets are of the whole province."""
    targets = {one.year: one for one in SharingTarget.objects.visible_to(actor).filter(regulator=regulator)}
    lines = []
    for year in range(actor.today.year - YEARS + 1, actor.today.year + 1):
        day = min(dt.date(year, 12, 31), actor.today)
        lines.append(
            YearLine(year, total(line.rates for line in _cut(rows, day, mine, lambda _row: "")), targets.get(year))
        )
    return lines


def new_rates(
    *, actor: Actor, regulator_id: UUID, parties: Iterable[UUID], before: dt.date, day: dt.date
) -> tuple[dict[UUID, Rates], Rates | None]:
    """What came to be shared after ``before`` until ``day``: of parties that ``actor`` may know, and of all together.

    All together only where none of the parties could work out another's: it goes into a report that all of them read.
    That is asked of what each has, not of what came in this one period: else a year's total would be the sum of
    those periods in which somebody happened to have enough rivals.
    """
    wanted = set(parties)
    rows = structures_of(regulator_id=regulator_id)
    parts = {party: rates for party, rates in newly_shared(rows, before, day).items() if party in wanted}
    having = {party: rates for party, rates in by_party(rows, day).items() if party in wanted}
    safe = all(safe_to_pool(having, [one]) for one in wanted)
    known = wanted if regulator_id in actor.regulator_ids else wanted & actor.party_ids
    shown = {party: rates for party, rates in parts.items() if party in known}
    return shown, total(parts.values()) if safe else None
