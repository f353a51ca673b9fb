"""Which needs could share a new mast, and for how much."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.near import Lists
from phoihop.cores.towerplan.planning.sites import Sites
from phoihop.cores.towerplan.points import IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """One entry a set of needs on a new mast of one class, sorted by its members; no other class is always better."""

    members: Lists
    """Needs, ascending."""
    class_number: IntArray
    cost: IntArray

    def __len__(self) -> int:
        return len(self.cost)

    def only(self, rows: IntArray) -> Groups:
        """Those groups alone."""
        counts = self.members.counts[rows]
        starts = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum(counts, out=starts[1:])
        items = np.repeat(self.members.starts[rows] - starts[:-1], counts) + np.arange(starts[-1])
        return Groups(Lists(starts, self.members.items[items]), self.class_number[rows], self.cost[rows])


def possible_groups(ground: Ground, sites: Sites) -> Groups:
    """Every set of needs that can stand together on one new mast, a single need included."""
    masks = sites.masks
    used = np.flatnonzero(masks)
    keep = np.repeat(masks > 0, sites.covers.counts)
    starts = np.concatenate([[0], np.cumsum(sites.covers.counts[used])]).astype(np.int64)
    covers = Lists(starts, sites.covers.items[keep])
    if kernel.ready():
        prices, by_need = ground.prices, covers.turned(len(ground.needs))
        offers = (prices.starts, prices.band, prices.height_m, prices.build, prices.wind, prices.extra, ground.weaker)
        starts, items, class_number, cost = kernel.groups(
            (ground.needs.operator, ground.band, ground.needs.height_m, ground.load), offers, refusals(ground),
            operator_pairs(ground), ground.rules.max_operators, (covers.starts, covers.items),
            (by_need.starts, by_need.items), masks[used],
        )  # fmt: skip
        return Groups(Lists(starts, items), class_number, cost)
    return _Search(ground, covers, masks[used]).run()


def refusals(ground: Ground) -> IntArray:
    """Pairs of needs that share no new mast, as one sorted number each: lower times needs plus higher."""
    pairs = ground.rules.vetoes.need_need
    if not pairs or not len(ground.needs):
        return np.zeros(0, dtype=np.int64)
    row = {str(name): number for number, name in enumerate(ground.needs.ids)}
    known = [sorted((row[a], row[b])) for a, b in pairs if a in row and b in row]
    return np.array(sorted(a * len(ground.needs) + b for a, b in known), dtype=np.int64)


def operator_pairs(ground: Ground) -> IntArray:
    """For each operator a bit mask of those it may not build with; itself included."""
    result = [1 << number for number in range(len(ground.rules.operators))]
    for a, b in ground.rules.vetoes.operators:
        result[a] |= 1 << b
        result[b] |= 1 << a
    return np.array(result, dtype=np.int64)


class _Search:
    """The plain counterpart of the compiled search: depth first, from each need over those after it."""

    def __init__(self, ground: Ground, covers: Lists, masks: IntArray) -> None:
        self.ground, self.covers, self.masks = ground, covers, masks.tolist()
        self.refused = set(refusals(ground).tolist())
        self.apart = operator_pairs(ground).tolist()
        self.operator = ground.needs.operator.tolist()
        self.band, self.height = ground.band.tolist(), ground.needs.height_m.tolist()
        self.load = ground.load.tolist()
        self.classes = len(ground.costs.classes)
        self.found: list[tuple[tuple[int, ...], int, int]] = []

    def run(self) -> Groups:
        """All groups."""
        by_need = self.covers.turned(len(self.ground.needs))
        for root in range(len(by_need)):
            if len(by_need[root]):
                self._from(root, by_need[root].tolist())
        members, classes, costs = zip(*self.found, strict=True) if self.found else ((), (), ())
        starts = np.zeros(len(members) + 1, dtype=np.int64)
        np.cumsum([len(group) for group in members], out=starts[1:])
        items = np.array([need for group in members for need in group], dtype=np.int32)
        return Groups(Lists(starts, items), np.array(classes, dtype=np.int64), np.array(costs, dtype=np.int64))

    def _from(self, root: int, places: list[int]) -> None:
        """All groups whose first member is ``root``; sets of places are bit masks."""
        reach: dict[int, int] = {}
        kind = [0] * self.classes
        for bit, place in enumerate(places):
            for need in self.covers[place].tolist():
                if need > root:
                    reach[need] = reach.get(need, 0) | 1 << bit
            for number in range(self.classes):
                kind[number] |= (self.masks[place] >> number & 1) << bit
        self.reach, self.kind, self.after = reach, kind, sorted(reach)
        self._extend((root,), 0, (1 << len(places)) - 1, self.apart[self.operator[root]])

    def _extend(self, group: tuple[int, ...], start: int, places: int, closed: int) -> None:
        if not self._emit(group, places) or len(group) == self.ground.rules.max_operators:
            return
        for position in range(start, len(self.after)):
            need = self.after[position]
            common = places & self.reach[need]
            if not common or closed >> self.operator[need] & 1:
                continue
            if any(member * len(self.operator) + need in self.refused for member in group):
                continue
            self._extend((*group, need), position + 1, common, closed | self.apart[self.operator[need]])

    def _emit(self, group: tuple[int, ...], places: int) -> bool:
        """Keep the group in each class that no other beats; whether any class holds it."""
        prices = self.ground.prices
        bands, heights, loads = ([column[need] for need in group] for column in (self.band, self.height, self.load))
        costs: dict[int, int] = {}
        for number in range(self.classes):
            if places & self.kind[number]:
                offer = prices.offer(number, bands, heights, loads)
                if offer >= 0:
                    costs[number] = prices.units(number, offer, len(group))
        for number, cost in costs.items():
            if not any(beats(self.ground.weaker, costs, other, number) for other in costs):
                self.found.append((group, number, cost))
        return bool(costs)


def beats(weaker: IntArray, costs: dict[int, int], first: int, second: int) -> bool:
    """Whether a class may stand wherever another may and costs no more; of two alike the first wins."""
    if first == second or not weaker[first, second] or costs[first] > costs[second]:
        return False
    alike = weaker[second, first] and costs[first] == costs[second]
    return not alike or first < second
