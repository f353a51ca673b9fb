"""Spacing between new masts: moved where they can be, otherwise forbidden and planned again, until none is too near.

Components are solved as if new masts could stand as near each other as they like, which bounds the cost from below.
Masts that then stand too near are moved within their rings. Where no points do, that set of masts, and every set that
holds more, is cut off, the components it ties together become one, and that one is solved again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from phoihop.cores.towerplan.planning.columns import Columns, joined_up
from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.near import near
from phoihop.cores.towerplan.planning.parts import Cut, Division, part_of
from phoihop.cores.towerplan.planning.placing import (
    Mast,
    Options,
    Spot,
    TooManySteps,
    apart,
    arrange,
    middle,
    neighbourhood,
    options_of,
)
from phoihop.cores.towerplan.planning.programme import Part, Solved
from phoihop.cores.towerplan.planning.sites import Sites
from phoihop.cores.towerplan.points import IntArray, Points

MOST_ROUNDS = 200
MOST_MOVED = 24


@dataclass(slots=True)
class Block:
    """One component, or several that cuts tie together."""

    needs: IntArray
    columns: IntArray
    limits: IntArray
    cost: int
    bound: int
    unserved: int
    unserved_bound: int
    chosen: IntArray
    """Columns."""
    cuts: list[Cut] = field(default_factory=list)
    loose: bool = False
    """Whether a cut may have taken the best away: the bound is the one from before it then."""


class Settling:
    """Blocks and the spots of their new masts."""

    def __init__(
        self, ground: Ground, sites: Sites, columns: Columns, division: Division, solved: list[Solved],
        solve: Callable[[Part], Solved], told: Callable[[float], None],
    ) -> None:  # fmt: skip
        self.ground, self.sites, self.columns = ground, sites, columns
        self.solve, self.told = solve, told
        self.rents = len(columns.rents)
        self.blocks: dict[int, Block] = {}
        self.block_of = np.arange(len(solved))
        self.component = np.zeros(len(ground.needs), dtype=np.int64)
        for number, answer in enumerate(solved):
            needs, mine = division.needs[number].astype(np.int64), division.columns[number].astype(np.int64)
            self.component[needs] = number
            limits = division.limits[number].astype(np.int64)
            self.blocks[number] = Block(
                needs, mine, limits, answer.cost, answer.bound, answer.unserved, answer.unserved_bound,
                mine[answer.chosen],
            )  # fmt: skip
        self.spots: dict[Mast, Spot] = {}
        self.full: dict[Mast, Options] = {}

    def run(self) -> None:
        """Settle every conflict.

        :raises Cancelled: by ``told``
        """
        for number in range(MOST_ROUNDS):
            self._place_new()
            crowds = self._crowds()
            if not crowds:
                return
            self.told(1 - 1 / (number + 2))
            touched: set[int] = set()
            for crowd in crowds:
                touched |= self._settle(crowd, final=number > MOST_ROUNDS // 2)
            for block in sorted(touched):
                self._solve(block)
        self._give_up()

    def masts(self) -> dict[Mast, int]:
        """The new masts chosen, and the column of each."""
        return {self.mast(column): column for block in self.blocks.values() for column in self._groups(block)}

    def mast(self, column: int) -> Mast:
        """The new mast of a column."""
        number = int(self.columns.groups.class_number[column - self.rents])
        return Mast(tuple(self.columns.members[column].tolist()), number)

    def _groups(self, block: Block) -> list[int]:
        return [int(column) for column in block.chosen if column >= self.rents]

    def _place_new(self) -> None:
        wanted = self.masts()
        self.spots = {mast: spot for mast, spot in self.spots.items() if mast in wanted}
        fresh = [mast for mast in wanted if mast not in self.spots]
        for mast, options in zip(fresh, options_of(self.ground, self.sites, fresh), strict=True):
            self.spots[mast] = middle(self.ground, mast, options)

    def _conflicts(self) -> list[tuple[Mast, Mast]]:
        masts = sorted(self.spots, key=lambda mast: mast.members)
        keep = np.array([self.spots[mast].keep_m for mast in masts])
        if not masts or keep.max() <= 0:
            return []
        xy = np.array([self.spots[mast].xy for mast in masts])
        spots = self.ground.frame.spots(Points(xy, self.ground.frame.geographic))
        found = near(spots, keep, spots)
        rows, items = found.rows, found.items
        distance = np.linalg.norm(spots.at[rows] - spots.at[items], axis=1)
        close = (rows != items) & (distance < np.maximum(keep[rows], keep[items]))
        pairs = {(min(a, b), max(a, b)) for a, b in zip(rows[close].tolist(), items[close].tolist(), strict=True)}
        return [(masts[a], masts[b]) for a, b in sorted(pairs)]

    def _crowds(self) -> list[tuple[list[Mast], list[tuple[Mast, Mast]]]]:
        """Masts too near each other, with the pairs that are."""
        pairs = self._conflicts()
        masts = sorted({mast for pair in pairs for mast in pair}, key=lambda mast: mast.members)
        number = {mast: row for row, mast in enumerate(masts)}
        a = np.array([number[first] for first, _ in pairs], dtype=np.int64)
        b = np.array([number[second] for _, second in pairs], dtype=np.int64)
        label = joined_up(len(masts), a, b)
        return [
            ([masts[row] for row in np.flatnonzero(label == head)], [p for p in pairs if label[number[p[0]]] == head])
            for head in np.unique(label)
        ]  # fmt: skip

    def _settle(self, crowd: tuple[list[Mast], list[tuple[Mast, Mast]]], *, final: bool) -> set[int]:
        """Move the masts of a crowd, or cut; the blocks to solve again."""
        masts, pairs = crowd
        self._learn(masts)
        impossible = [pair for pair in pairs if arrange([self.full[mast] for mast in pair]) is None]
        if impossible:
            return {self._cut(list(pair)) for pair in impossible}
        try:
            if final:
                raise TooManySteps
            return self._move(masts)
        except TooManySteps:
            return {self._cut_loosely(pair) for pair in pairs}

    def _learn(self, masts: list[Mast]) -> None:
        unknown = [mast for mast in masts if mast not in self.full]
        if unknown:
            sites = neighbourhood(self.ground, unknown)
            self.full.update(zip(unknown, options_of(self.ground, sites, unknown), strict=True))

    def _move(self, masts: list[Mast]) -> set[int]:
        moving = list(masts)
        while True:
            options = [self.full[mast] for mast in moving]
            if arrange(options) is None:
                return {self._cut(self._core(moving))}
            others = self._others(moving)
            spots = arrange([self._beside(option, others) for option in options])
            if spots is not None:
                self.spots.update(zip(moving, spots, strict=True))
                return set()
            if len(moving) + len(others) > MOST_MOVED:
                raise TooManySteps
            moving = sorted([*moving, *others], key=lambda mast: mast.members)
            self._learn(moving)

    def _others(self, moving: list[Mast]) -> list[Mast]:
        """Chosen masts that stay, near enough to some option to matter."""
        result = []
        for mast, spot in self.spots.items():
            if mast not in moving and any(not apart(self.full[it], spot).all() for it in moving):
                result.append(mast)
        return result

    def _beside(self, options: Options, others: list[Mast]) -> Options:
        keep = np.ones(len(options), dtype=bool)
        for mast in others:
            keep &= apart(options, self.spots[mast])
        return Options(options.xy[keep], options.at[keep], options.keep_m[keep])

    def _core(self, masts: list[Mast]) -> list[Mast]:
        """A smallest part of the masts that has no arrangement either."""
        core = list(masts)
        for mast in masts:
            rest = [it for it in core if it != mast]
            if arrange([self.full[it] for it in rest]) is None:
                core = rest
        return core

    def _cut(self, masts: list[Mast]) -> int:
        block = self._merged(masts)
        columns = self._holding(self.blocks[block], masts)
        self.blocks[block].cuts.append(Cut(columns, len(masts) - 1))
        return block

    def _cut_loosely(self, pair: tuple[Mast, Mast]) -> int:
        block = self._merged(list(pair))
        chosen = self.masts()
        self.blocks[block].cuts.append(Cut(np.array(sorted(chosen[mast] for mast in pair)), 1))
        self.blocks[block].loose = True
        return block

    def _holding(self, block: Block, masts: list[Mast]) -> IntArray:
        """Columns that hold all members of one of the masts and may stand nowhere that it may not."""
        groups = block.columns[block.columns >= self.rents]
        members = [set(self.columns.members[column].tolist()) for column in groups]
        number = self.columns.groups.class_number[groups - self.rents]
        keep = np.zeros(len(groups), dtype=bool)
        for mast in masts:
            wanted = set(mast.members)
            holds = np.array([wanted <= entry for entry in members], dtype=bool)
            keep |= holds & (self.ground.weaker[mast.class_number, number] == 1)
        return groups[keep]

    def _merged(self, masts: list[Mast]) -> int:
        numbers = sorted({int(self.block_of[self.component[mast.members[0]]]) for mast in masts})
        first, *rest = numbers
        block = self.blocks[first]
        for number in rest:
            other = self.blocks.pop(number)
            self.block_of[self.block_of == number] = first
            block.needs = np.union1d(block.needs, other.needs)
            block.columns = np.union1d(block.columns, other.columns)
            block.limits = np.union1d(block.limits, other.limits)
            block.chosen = np.union1d(block.chosen, other.chosen)
            block.cuts += other.cuts
            block.loose |= other.loose
            block.cost, block.bound = block.cost + other.cost, block.bound + other.bound
            block.unserved += other.unserved
            block.unserved_bound += other.unserved_bound
        return first

    def _solve(self, number: int) -> None:
        block = self.blocks.get(int(self.block_of[number]))
        if block is None:
            return
        part = part_of(self.columns, block.needs, block.columns, block.limits, block.cuts)
        answer = self.solve(part)
        block.chosen, block.cost, block.unserved = block.columns[answer.chosen], answer.cost, answer.unserved
        if not block.loose:
            block.bound, block.unserved_bound = answer.bound, answer.unserved_bound

    def _give_up(self) -> None:
        """Leave out what still stands too near: the plan keeps every rule, and its gap says what that costs."""
        self._place_new()
        for _, second in self._conflicts():
            for block in self.blocks.values():
                gone = [column for column in self._groups(block) if self.mast(column) == second]
                for column in gone:
                    block.chosen = block.chosen[block.chosen != column]
                    block.cost -= int(self.columns.cost[column])
                    block.unserved += len(second.members)
                    block.loose = True
        self._place_new()
