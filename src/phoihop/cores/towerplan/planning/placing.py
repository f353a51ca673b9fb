"""Points where new masts could stand, and the one each stands at where nothing else is near."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.columns import Columns
from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.near import Lists, near
from phoihop.cores.towerplan.planning.sites import Sites, all_sites, let_in, site_spacing
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Crew:
    """Sets of needs, each on a new mast of one class."""

    members: Lists
    class_number: IntArray

    def __len__(self) -> int:
        return len(self.class_number)

    @classmethod
    def of(cls, columns: Columns, chosen: IntArray) -> Crew:
        """Those of some columns, which are groups."""
        picked = columns.groups.only(chosen - len(columns.rents))
        return cls(picked.members, picked.class_number)


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """Places, one entry each: ``xy`` (n, 2), ``at`` (n, 3) measures, ``keep_m`` the spacing of a mast there."""

    xy: FloatArray
    at: FloatArray
    keep_m: FloatArray

    def __len__(self) -> int:
        return len(self.keep_m)

    def only(self, rows: npt.NDArray[np.bool_] | IntArray | slice) -> Options:
        """Those places alone."""
        return Options(self.xy[rows], self.at[rows], self.keep_m[rows])


def serving(sites: Sites, by_need: Lists, crew: Crew) -> Lists:
    """For each set the points that serve all its members and take its class."""
    if kernel.ready():
        return Lists(
            *kernel.serving(
                crew.members.starts, crew.members.items, crew.class_number, sites.covers.starts, sites.covers.items,
                by_need.starts, by_need.items, sites.masks,
            )
        )  # fmt: skip
    found = []
    for number in range(len(crew)):
        members = crew.members[number].tolist()
        rows = by_need[members[0]]
        rows = rows[sites.allowed[rows, crew.class_number[number]]]
        found.append([row for row in rows.tolist() if set(members) <= set(sites.covers[row].tolist())])
    starts = np.zeros(len(crew) + 1, dtype=np.int64)
    np.cumsum([len(rows) for rows in found], out=starts[1:])
    return Lists(starts, np.array([row for rows in found for row in rows], dtype=np.int32))


def _room_mm(ground: Ground, crew: Crew, owner: IntArray, at: FloatArray) -> FloatArray:
    """How far inside every ring of its set each point is, in whole millimetres."""
    if not len(owner):
        return np.zeros(0)
    counts = crew.members.counts[owner]
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
    need = crew.members.items[np.repeat(crew.members.starts[owner] - starts, counts) + np.arange(counts.sum())]
    delta = np.repeat(at, counts, axis=0) - ground.rings.at[need]
    distance = np.sqrt((delta * delta).sum(axis=1))
    room: FloatArray = np.minimum.reduceat(ground.needs.radius_m[need] - distance, starts)
    return np.floor(room * 1000 + 0.5)


def options_of(ground: Ground, sites: Sites, crew: Crew) -> list[Options]:
    """For each set every point of ``sites`` where its mast may stand, the roomiest first."""
    found = serving(sites, sites.covers.turned(len(ground.needs)), crew)
    owner, rows = found.rows, found.items.astype(np.int64)
    room = _room_mm(ground, crew, owner, sites.spots.at[rows])
    order = np.lexsort([rows, -room, owner])
    rows = rows[order]
    keep = site_spacing(ground)[sites.zone[rows], crew.class_number[owner]]
    every = Options(sites.spots.points.xy[rows], sites.spots.at[rows], keep)
    return [every.only(slice(found.starts[number], found.starts[number + 1])) for number in range(len(crew))]


def middles(ground: Ground, sites: Sites, by_need: Lists, crew: Crew) -> Options:
    """For each set the roomiest point, or the middle of all its points where that is roomier and allowed."""
    found = serving(sites, by_need, crew)
    owner, rows = found.rows, found.items.astype(np.int64)
    room = _room_mm(ground, crew, owner, sites.spots.at[rows])
    order = np.lexsort([rows, -room, owner])
    heads = order[found.starts[:-1]]
    best = rows[heads]
    sums = np.concatenate([np.zeros((1, 2)), np.cumsum(sites.spots.points.xy[rows], axis=0)])
    middle = (sums[found.starts[1:]] - sums[found.starts[:-1]]) / found.counts[:, None]
    centre = ground.frame.spots(Points(middle, ground.frame.geographic))
    spacing = site_spacing(ground)
    keep = spacing[ground.zones.spacing_zone(centre.points), crew.class_number]
    zoned = let_in(ground, centre.points)[np.arange(len(crew)), crew.class_number]
    roomier = _room_mm(ground, crew, np.arange(len(crew)), centre.at) > room[heads]
    use = roomier & zoned & ((keep <= 0) | (near(centre, keep, ground.obstacles).counts == 0))
    return Options(
        np.where(use[:, None], middle, sites.spots.points.xy[best]),
        np.where(use[:, None], centre.at, sites.spots.at[best]),
        np.where(use, keep, spacing[sites.zone[best], crew.class_number]),
    )


def neighbourhood(ground: Ground, crew: Crew) -> Sites:
    """Every candidate point of all rings that touch those of the members."""
    inside = np.zeros(len(ground.needs), dtype=bool)
    inside[crew.members.items] = True
    members = np.flatnonzero(inside)
    rings, radius = ground.rings, ground.needs.radius_m
    inside[near(rings[members], radius[members], rings, radius).items] = True
    return all_sites(ground, np.flatnonzero(inside & ground.open))
