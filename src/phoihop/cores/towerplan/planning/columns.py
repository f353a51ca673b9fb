"""Everything that can be done for a need as one list of columns, without what is never better."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.groups import Groups
from phoihop.cores.towerplan.planning.near import Lists
from phoihop.cores.towerplan.planning.rents import Limits, Rents, limits_of
from phoihop.cores.towerplan.planning.ties import TIE_BITS, group_ties, rent_ties
from phoihop.cores.towerplan.points import IntArray

NEVER = 2**61


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One entry a tenancy, then one a group on a new mast. A plan picks columns so that each need is in one."""

    members: Lists
    cost: IntArray
    tie: IntArray
    rents: Rents
    groups: Groups
    limits: Limits
    """Items are columns."""

    def __len__(self) -> int:
        return len(self.cost)

    @property
    def key(self) -> IntArray:
        """Cost first, tie-breaker second, in one number."""
        return (self.cost << TIE_BITS) + self.tie


def columns_of(ground: Ground, rents: Rents, groups: Groups, seed: int) -> Columns:
    """The columns of which some best plan is made.

    A tenancy that nothing limits is always there to fall back on: what is dearer is left out.
    """
    ties = rent_ties(rents.need, rents.mast, seed)
    best = np.full(len(ground.needs), NEVER, dtype=np.int64)
    while True:
        limits = limits_of(ground, rents)
        key = (rents.cost << TIE_BITS) + ties
        limited = np.zeros(len(rents), dtype=bool)
        limited[limits.lists.items] = True
        best[:] = NEVER
        np.minimum.at(best, rents.need[~limited], key[~limited])
        keep = key <= best[rents.need]
        if keep.all():
            break
        rents, ties = rents.only(keep), ties[keep]
    tie = group_ties(groups.members, groups.class_number, seed)
    kept = _worth(groups, (groups.cost << TIE_BITS) + tie, best)
    if len(kept) < len(groups):
        groups, tie = groups.only(kept), tie[kept]
    starts = np.concatenate([np.arange(len(rents)), groups.members.starts + len(rents)])
    items = np.concatenate([rents.need.astype(np.int32), groups.members.items])
    return Columns(
        Lists(starts, items), np.concatenate([rents.cost, groups.cost]), np.concatenate([ties, tie]), rents, groups,
        limits,
    )  # fmt: skip


def _worth(groups: Groups, key: IntArray, best: IntArray) -> IntArray:
    """Groups that cost no more than what their members can always fall back on."""
    if not len(groups):
        return np.zeros(0, dtype=np.int64)
    fall_back = np.minimum(best, NEVER >> 6)[groups.members.items]
    return np.flatnonzero(key <= np.add.reduceat(fall_back, groups.members.starts[:-1]))


def components(count: int, columns: Columns, links: list[IntArray]) -> IntArray:
    """For each need the lowest need it hangs together with, by a group, a limit or a link given."""
    several = np.flatnonzero(columns.members.counts > 1)
    first = columns.members.items[columns.members.starts[:-1]].astype(np.int64)
    sizes = columns.members.counts[several]
    rows = np.repeat(several, sizes)
    starts = columns.members.starts[several]
    places = np.repeat(starts - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes) + np.arange(len(rows))
    a, b = [first[rows]], [columns.members.items[places].astype(np.int64)]
    limited = columns.limits.lists
    if len(limited.items):
        heads = first[limited.items[limited.starts[:-1]]]
        a.append(heads[limited.rows])
        b.append(first[limited.items])
    for link in links:
        a.append(np.full(len(link), link[0]))
        b.append(link)
    return joined_up(count, np.concatenate(a), np.concatenate(b))


def joined_up(count: int, a: IntArray, b: IntArray) -> IntArray:
    """For each of ``count`` things the lowest it hangs together with, where each a is tied to its b."""
    if kernel.ready():
        return kernel.joined_up(count, a, b)
    label = np.arange(count)
    while True:
        before = label.copy()
        low = np.minimum(label[a], label[b])
        np.minimum.at(label, a, low)
        np.minimum.at(label, b, low)
        label = label[label]
        if bool((label == before).all()):
            return label
