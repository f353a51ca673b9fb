"""Candidate points for new masts: which needs each serves, and which classes may stand there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.model import Costs, Masts, Needs, Rules
from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.curves import (
    around_obstacles,
    around_zones,
    compass,
    joined,
    ring_pairs,
    spacings,
)
from phoihop.cores.towerplan.planning.frame import Spots
from phoihop.cores.towerplan.planning.ground import Ground, prepare
from phoihop.cores.towerplan.planning.near import Lists, near, nearest_m
from phoihop.cores.towerplan.points import IntArray, Points

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Sites:
    """Candidate points; every array has one entry a point."""

    spots: Spots
    zone: IntArray
    """Position in ``Zones.codes``."""
    allowed: Flags
    """Shape (points, classes): zones and what stands let the class in."""
    zoned: Flags
    """Shape (points, classes): zones alone let the class in."""
    covers: Lists
    """The needs whose rings hold the point, ascending."""
    masks: IntArray
    """The classes that each point takes, as a bit mask."""

    def __len__(self) -> int:
        return len(self.zone)


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """All points that a plan is optimal over, in no order that means anything."""

    points: Points
    allowed: Flags
    """Shape (points, classes of ``Costs``): whether zones and existing masts let the class in."""
    spacing_m: npt.NDArray[np.float64]
    """Shape (points, classes): what a mast of the class keeps there from others."""


def candidates(masts: Masts, needs: Needs, rules: Rules, costs: Costs) -> Candidates:
    """Every candidate point of every ring that nothing fixes.

    Centres; eight points on each ring; where two boundaries cross: of rings, of the spacing around what stands, of
    zones; corners of zones. They contain, for every set of rings with a common part where a mast may stand, a point
    of that part. Rings count 1 cm smaller and spacings 1 cm larger here.

    :raises BadInput: rows that no plan can be made from
    """
    ground = prepare(masts, needs, rules, costs)
    sites = all_sites(ground, np.flatnonzero(ground.open))
    return Candidates(sites.spots.points, sites.allowed, site_spacing(ground)[sites.zone])


def site_spacing(ground: Ground) -> npt.NDArray[np.float64]:
    """Metres by zone and class, shape (zones, classes)."""
    return np.array(
        [[ground.rules.spacing(entry.code, zone) for entry in ground.costs.classes] for zone in ground.zones.codes]
    )


def measured(ground: Ground, points: Points, rows: IntArray) -> Sites:
    """What the points serve among some needs and which classes they take; points that serve none are left out."""
    spots = ground.frame.spots(points)
    found = near(ground.rings[rows], ground.needs.radius_m[rows], spots)
    covers = Lists(found.starts, found.items).turned(len(spots))
    covers = Lists(covers.starts, rows[covers.items].astype(np.int32))
    serving = np.flatnonzero(covers.counts > 0)
    keep = np.repeat(covers.counts > 0, covers.counts)
    covers = Lists(np.concatenate([[0], np.cumsum(covers.counts[serving])]).astype(np.int64), covers.items[keep])
    spots = spots[serving]
    zoned = let_in(ground, spots.points)
    zone = ground.zones.spacing_zone(spots.points)
    apart = nearest_m(spots, max(spacings(ground), default=0.0), ground.obstacles)
    allowed = zoned & (apart[:, None] >= site_spacing(ground)[zone])
    masks = (allowed.astype(np.int64) << np.arange(allowed.shape[1])).sum(axis=1)
    return Sites(spots, zone, allowed, zoned, covers, masks)


def let_in(ground: Ground, points: Points) -> Flags:
    """Shape (points, classes): whether zones let the class in."""
    nothing, concealed_only = ground.zones.closed(points)
    concealed = ground.prices.concealed.astype(bool)
    return ~nothing[:, None] & (concealed[None, :] | ~concealed_only[:, None])


def all_sites(ground: Ground, rows: IntArray) -> Sites:
    """Every candidate point of some rings."""
    parts = [ground.rings.points[rows], ring_pairs(ground, rows, strangers=False), compass(ground, rows)]
    parts += [*around_obstacles(ground, rows), *around_zones(ground, rows)]
    return measured(ground, joined(parts, ground.frame.geographic), rows)


def enough_sites(ground: Ground) -> Sites:
    """Points enough to tell which needs can share a new mast, for all needs that nothing fixes.

    Points near what stands and near zones are only made for rings that could lose a partner without them.
    """
    rows = np.flatnonzero(ground.open)
    first = [ground.rings.points[rows], ring_pairs(ground, rows, strangers=True)]
    sites = measured(ground, joined(first, ground.frame.geographic), rows)
    for stage in (0, 1):
        touched = np.unique(sites.covers.items[np.repeat(harmed(sites), sites.covers.counts)]).astype(np.int64)
        if not len(touched):
            break
        if stage == 0:
            parts = [compass(ground, touched)]
        else:
            parts = [*around_obstacles(ground, touched), *around_zones(ground, touched)]
        sites = together(sites, measured(ground, joined(parts, ground.frame.geographic), rows))
    return sites


def together(a: Sites, b: Sites) -> Sites:
    """The points of both."""
    spots = Spots(
        joined([a.spots.points, b.spots.points], a.spots.points.geographic),
        np.concatenate([a.spots.at, b.spots.at]),
        np.concatenate([a.spots.uv, b.spots.uv]),
    )
    covers = Lists(
        np.concatenate([a.covers.starts, b.covers.starts[1:] + a.covers.starts[-1]]),
        np.concatenate([a.covers.items, b.covers.items]),
    )
    return Sites(
        spots, np.concatenate([a.zone, b.zone]), np.concatenate([a.allowed, b.allowed]),
        np.concatenate([a.zoned, b.zoned]), covers, np.concatenate([a.masks, b.masks]),
    )  # fmt: skip


def harmed(sites: Sites) -> Flags:
    """Points that refuse some class, where no other point serves the same needs and takes that class."""
    wanting: Flags = ~np.asarray(sites.allowed.all(axis=1), dtype=bool)
    if not wanting.any():
        return wanting
    by_need = sites.covers.turned(int(sites.covers.items.max()) + 1)
    masks = sites.masks
    if kernel.ready():
        return kernel.harmed(
            sites.covers.starts, sites.covers.items, by_need.starts, by_need.items, masks,
            sites.allowed.shape[1], wanting,
        )  # fmt: skip
    return _harmed(sites, by_need, masks, wanting)


def _harmed(sites: Sites, by_need: Lists, masks: IntArray, wanting: Flags) -> Flags:
    everything = (1 << sites.allowed.shape[1]) - 1
    sets = [frozenset(sites.covers[row].tolist()) for row in range(len(sites))]
    result = np.zeros(len(sites), dtype=bool)
    for row in np.flatnonzero(wanting).tolist():
        taken = 0
        for other in by_need[int(sites.covers[row][0])]:
            if sets[row] <= sets[other]:
                taken |= int(masks[other])
        result[row] = taken != everything
    return result
