"""What an item of the plan runs into: weekends, named days, and other items of the same parties.

Plain Python, no Django, no clock. A clash is told, never forbidden: matches are often played on Saturdays.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from phoihop.programme.drafting import DayFacts
from phoihop.programme.workdays import is_weekend, span

ClashKind = Literal["weekend", "holiday", "day", "item"]
CAMPAIGN_DAYS = 14  # an item longer than this runs beside others and is no meeting that people cannot leave
MOST = 3  # clashes with other items told of one item; more would bury the first


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """When an item is held, and who is busy with it."""

    id: UUID
    title: str
    starts_on: dt.date
    ends_on: dt.date
    party_ids: frozenset[UUID]
    day_code: str = ""

    @property
    def is_campaign(self) -> bool:
        """Whether it is too long to keep anybody from other things."""
        return (self.ends_on - self.starts_on).days >= CAMPAIGN_DAYS


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing that an item runs into.

    :param on: the first day of both
    :param title: the named day, or the other item
    :param party_ids: who would have to be in two places; empty for days
    """

    kind: ClashKind
    on: dt.date
    title: str = ""
    other_id: UUID | None = None
    party_ids: frozenset[UUID] = frozenset()


def clashes(
    items: Sequence[ItemFacts], days: Sequence[DayFacts], *, beside: Sequence[ItemFacts] = ()
) -> dict[UUID, tuple[Clash, ...]]:
    """The clashes of each item, days first; items without one are left out.

    Campaigns (over two weeks) are held only against the day they begin. The named day on whose occasion an item
    is held is no clash, unless it is a day off.

    :param beside: items of other plans that the same parties are busy with; they get no entry of their own
    """
    named = _by_date(days)
    found: dict[UUID, list[Clash]] = defaultdict(list)
    for item in items:
        found[item.id] += _with_days(item, named)
    for item, other in _overlaps([*items, *beside]):
        for one, two in ((item, other), (other, item)):
            if sum(clash.kind == "item" for clash in found[one.id]) < MOST:
                on, both = max(one.starts_on, two.starts_on), one.party_ids & two.party_ids
                found[one.id].append(Clash("item", on, two.title, two.id, both))
    return {item.id: tuple(found[item.id]) for item in items if found[item.id]}


def _by_date(days: Sequence[DayFacts]) -> dict[dt.date, list[DayFacts]]:
    named: dict[dt.date, list[DayFacts]] = defaultdict(list)
    for day in days:
        for one in span(day.starts_on, day.ends_on):
            named[one].append(day)
    return named


def _with_days(item: ItemFacts, named: dict[dt.date, list[DayFacts]]) -> list[Clash]:
    held = [item.starts_on] if item.is_campaign else list(span(item.starts_on, item.ends_on))
    found: dict[str, Clash] = {}
    for on in held:
        if is_weekend(on):
            found.setdefault("", Clash("weekend", on))
        for day in named.get(on, ()):
            if day.is_holiday:
                found.setdefault(day.code, Clash("holiday", on, day.name))
            elif day.code != item.day_code:
                found.setdefault(day.code, Clash("day", on, day.name))
    return list(found.values())


def _overlaps(items: Sequence[ItemFacts]) -> list[tuple[ItemFacts, ItemFacts]]:
    """Pairs of short items that share a day and a party, by one sweep over the year."""
    pairs, running = [], list[ItemFacts]()
    for item in sorted((one for one in items if not one.is_campaign), key=lambda one: (one.starts_on, one.title)):
        running = [other for other in running if other.ends_on >= item.starts_on]
        pairs += [(other, item) for other in running if other.id != item.id and other.party_ids & item.party_ids]
        running.append(item)
    return pairs
