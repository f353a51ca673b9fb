"""Predecessors and successors of a party as bars over the years, ready to be drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from phoihop.people.models import Party, Succession

WIDTH = 320  # of the drawing, in its own units
ROW = 44


@dataclass(frozen=True, slots=True)
class Step:
    """One party of the chain: its bar, and how it came to take over."""

    party: Party
    x: int
    width: int
    y: int
    current: bool  # the party whose page this is
    since: dt.date | None
    until: dt.date | None
    came: Succession | None  # the succession by which it took over


def draw(party: Party, chain: Sequence[Succession], today: dt.date) -> list[Step]:
    """The parties of a chain in order of time; nothing where nobody took over from anybody."""
    if not chain:
        return []
    parties: dict[object, Party] = {}
    came: dict[object, Succession] = {}
    for row in chain:
        parties |= {row.predecessor_id: row.predecessor, row.successor_id: row.successor}
        came.setdefault(row.successor_id, row)
    since = {pk: one.valid_from or (came[pk].on if pk in came else None) for pk, one in parties.items()}
    first = min([day for day in since.values() if day] + [row.on for row in chain])
    first -= dt.timedelta(days=365) if None in since.values() else dt.timedelta()
    span = max((today - first).days, 1)

    def at(day: dt.date) -> int:
        return round(min(max((day - first).days / span, 0), 1) * WIDTH)

    steps = []
    ordered = sorted(parties.items(), key=lambda item: (since[item[0]] or dt.date.min, item[1].name))
    for place, (pk, one) in enumerate(ordered):
        x, end = at(since[pk] or first), at(min(one.valid_to or today, today))
        steps.append(
            Step(one, x, max(end - x, 4), place * ROW, pk == party.pk, one.valid_from, one.valid_to, came.get(pk))
        )
    return steps
