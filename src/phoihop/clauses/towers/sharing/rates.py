"""Counting what is shared: masts and stations are two different things, with two different rates.

A mast is shared where at least two operators stand on it. A station (one technology of one operator on one mast) is
shared where its mast is. Two operators with three technologies each on one of ten masts share one mast in ten, but
six stations of perhaps thirty.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

Key = TypeVar("Key", bound=Hashable)
LEAST_OTHERS = 3  # contributors beside the reader: fewer, and one of them could work out another's figure
MOST_OF_ONE = 0.8  # of what the others have together: more, and the total is nearly one rival's own figure


@dataclass(frozen=True, slots=True)
class Stay:
    """An operator on a mast, from when to when; an unknown beginning is long ago."""

    operator: UUID
    since: dt.date | None = None
    until: dt.date | None = None
    stations: Sequence[dt.date | None] = ()  # since when each of its stations is on air

    def lasts(self, day: dt.date) -> bool:
        """Whether it stood there on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or self.until > day)

    def on_air(self, day: dt.date) -> int:
        """How many of its stations were on air on ``day``."""
        return sum(since is None or since <= day for since in self.stations)


@dataclass(frozen=True, slots=True)
class Structure:
    """A mast with everyone who ever stood on it."""

    owner: UUID
    mast_class: str
    area: str
    since: dt.date | None
    until: dt.date | None
    stays: list[Stay] = field(default_factory=list)

    def stands(self, day: dt.date) -> bool:
        """Whether it stood on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or self.until > day)

    def shared(self, day: dt.date) -> bool:
        """Whether it stood on ``day`` with at least two operators on it."""
        return self.stands(day) and len({stay.operator for stay in self.stays if stay.lasts(day)}) >= 2


@dataclass(frozen=True, slots=True)
class Rates:
    """Masts and stations, and how many of each are shared."""

    masts: int = 0
    shared_masts: int = 0
    stations: int = 0
    shared_stations: int = 0

    def __add__(self, other: Rates) -> Rates:
        return Rates(
            self.masts + other.masts,
            self.shared_masts + other.shared_masts,
            self.stations + other.stations,
            self.shared_stations + other.shared_stations,
        )

    @property
    def mast_rate(self) -> float | None:
        """The share of masts on which at least two operators stand; None where there is no mast."""
        return self.shared_masts / self.masts if self.masts else None

    @property
    def station_rate(self) -> float | None:
        """The share of stations that stand on such masts; None where there is no station."""
        return self.shared_stations / self.stations if self.stations else None


def rates_by(
    structures: Iterable[Structure], day: dt.date, of_mast: Callable[[Structure], Key],
    of_stay: Callable[[Structure, Stay], Key],
) -> dict[Key, Rates]:  # fmt: skip
    """Masts counted under ``of_mast`` and stations under ``of_stay``, as they stood on ``day``."""
    found: defaultdict[Key, Rates] = defaultdict(Rates)
    for one in structures:
        if not one.stands(day):
            continue
        stays = [stay for stay in one.stays if stay.lasts(day)]
        shared = one.shared(day)
        found[of_mast(one)] += Rates(1, int(shared))
        for stay in stays:
            count = stay.on_air(day)
            found[of_stay(one, stay)] += Rates(0, 0, count, count if shared else 0)
    return dict(found)


def by_party(structures: Iterable[Structure], day: dt.date) -> dict[UUID, Rates]:
    """Masts by owner and stations by operator."""
    return rates_by(structures, day, lambda one: one.owner, lambda _one, stay: stay.operator)


def newly_shared(structures: Iterable[Structure], before: dt.date, day: dt.date) -> dict[UUID, Rates]:
    """Masts that are shared on ``day`` and were not on ``before``, by owner, and such stations on them, by operator.

    Counts of neighbouring periods add up, so that a report may sum the activities of a year.
    """
    found: defaultdict[UUID, Rates] = defaultdict(Rates)
    for one in structures:
        if not one.shared(day):
            continue
        then = one.shared(before)
        if not then:
            found[one.owner] += Rates(1, 1)
        for stay in one.stays:
            if stay.lasts(day):
                there = stay.on_air(before) if then and stay.lasts(before) else 0
                fresh = max(0, stay.on_air(day) - there)
                found[stay.operator] += Rates(0, 0, fresh, fresh)
    return {party: rates for party, rates in found.items() if rates != Rates()}


def total(parts: Iterable[Rates]) -> Rates:
    """All together."""
    return sum(parts, Rates())


def safe_to_pool(parts: Mapping[UUID, Rates], own: Iterable[UUID]) -> bool:
    """Whether a total tells a reader nothing of one rival: enough others have a part, and none nearly all of it.

    Masts and stations are asked apart: both totals are shown side by side.
    """
    mine = set(own)
    others = [rates for party, rates in parts.items() if party not in mine]
    return _spread([one.masts for one in others]) and _spread([one.stations for one in others])


def _spread(counts: list[int]) -> bool:
    having = [count for count in counts if count]
    return len(having) >= LEAST_OTHERS and max(having) <= MOST_OF_ONE * sum(having)
