"""A consolidation without a proof: masts go one by one while their tenants find room."""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.consolidate._programme import Part
from phoihop.cores.towerplan.consolidate._ways import Ways
from phoihop.cores.towerplan.points import FloatArray, IntArray


class Standing:
    """Who is where, and what room each mast has left, while tenancies move."""

    def __init__(self, ways: Ways, part: Part) -> None:
        self.ways = ways
        self.at = ways.home.copy()
        self.room = ways.above.copy()
        self.left = ways.most.copy()
        self.bears = ways.carries.copy()
        self.there: list[dict[int, int]] = [{} for _ in range(ways.masts)]
        """Tenancy by operator of each mast."""
        self.band = np.zeros(len(ways.home), dtype=np.int64)
        for way in part.ways[ways.stays[part.ways]]:
            self.enter(int(ways.tenancy[way]), int(ways.mast[way]), int(ways.band[way]))

    def fits(self, tenancy: int, mast: int, band: int) -> bool:
        """Whether there is a slot, a place for its operator and strength for its load."""
        ways = self.ways
        return (
            self.left[mast] > 0
            and ways.operator[tenancy] not in self.there[mast]
            and ways.load[tenancy] <= self.bears[mast] + 1e-9
            and bool((self.room[mast, : band + 1] > 0).all())
        )

    def enter(self, tenancy: int, mast: int, band: int) -> None:
        """Take a place."""
        self._change(tenancy, mast, band, 1)
        self.there[mast][int(self.ways.operator[tenancy])] = tenancy
        self.at[tenancy], self.band[tenancy] = mast, band

    def leave(self, tenancy: int) -> None:
        """Give one's place up."""
        mast = int(self.at[tenancy])
        self._change(tenancy, mast, int(self.band[tenancy]), -1)
        del self.there[mast][int(self.ways.operator[tenancy])]

    def _change(self, tenancy: int, mast: int, band: int, sign: int) -> None:
        self.room[mast, : band + 1] -= sign
        self.left[mast] -= sign
        self.bears[mast] -= sign * self.ways.load[tenancy]


def greedy(ways: Ways, part: Part) -> IntArray:
    """Where each tenancy stands once the masts of a part were emptied in turns, those with fewest tenants first.

    A mast whose tenants find no room stays.
    """
    standing = Standing(ways, part)
    options: dict[int, list[int]] = {}
    for way in part.ways:
        options.setdefault(int(ways.tenancy[way]), []).append(int(way))
    gone: set[int] = set()
    order = sorted(part.masts.tolist(), key=lambda mast: (len(standing.there[mast]), mast))
    for mast in order:
        if not ways.must[mast]:
            gone.add(mast)
            if not _emptied(ways, standing, mast, options, gone):
                gone.discard(mast)
    return standing.at


def _emptied(ways: Ways, standing: Standing, mast: int, options: dict[int, list[int]], gone: set[int]) -> bool:
    """Move every tenant of a mast away, or none."""
    moved: list[tuple[int, int]] = []
    for tenancy in sorted(standing.there[mast].values(), key=lambda tenancy: -int(standing.band[tenancy])):
        band = int(standing.band[tenancy])
        standing.leave(tenancy)
        moved.append((tenancy, band))
        way = _best(ways, standing, tenancy, options[tenancy], gone)
        if way is None:
            standing.at[tenancy] = -1
            break
        standing.enter(tenancy, int(ways.mast[way]), int(ways.band[way]))
    else:
        return True
    for tenancy, band in reversed(moved):
        if standing.at[tenancy] >= 0:
            standing.leave(tenancy)
        standing.enter(tenancy, mast, band)
    return False


def _best(ways: Ways, standing: Standing, tenancy: int, options: list[int], gone: set[int]) -> int | None:
    """The way to the fullest mast that has room: it is the least likely to go."""
    fitting = [
        way
        for way in options
        if int(ways.mast[way]) not in gone and standing.fits(tenancy, int(ways.mast[way]), int(ways.band[way]))
    ]
    if not fitting:
        return None
    return max(fitting, key=lambda way: (len(standing.there[int(ways.mast[way])]), -float(ways.metres[way]), -way))


def as_columns(ways: Ways, part: Part, at: IntArray) -> FloatArray:
    """A start for the programme of a part: masts with somebody on them or that must stay, and the ways taken."""
    taken = at[ways.tenancy[part.ways]] == ways.mast[part.ways]
    stays = ways.must[part.masts] | np.isin(part.masts, ways.mast[part.ways[taken]])
    return np.concatenate([stays, taken]).astype(float)
