"""Spacing between new masts: moved where they can be, otherwise forbidden and planned again, until none is too near.

Components are solved as if new masts could stand as near each other as they like, which bounds the cost from below.
Masts that then stand too near are moved within their rings. Where no points do, that set of masts, and every set that
holds more, is cut off, the components it ties together become one, and that one is solved again.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from phoihop.cores.towerplan.planning.arranging import TooManySteps, arrange
from phoihop.cores.towerplan.planning.blocks import Blocks
from phoihop.cores.towerplan.planning.columns import joined_up
from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.near import near
from phoihop.cores.towerplan.planning.parts import Answers, Bundle
from phoihop.cores.towerplan.planning.placing import Crew, Options, middles, neighbourhood, options_of
from phoihop.cores.towerplan.planning.sites import Sites, site_spacing
from phoihop.cores.towerplan.planning.standing import Standing
from phoihop.cores.towerplan.points import IntArray

MOST_ROUNDS = 300
MOST_MOVED = 24

Pair = tuple[int, int]


class Settling:
    """Blocks and the places of their new masts, which are named by their columns."""

    def __init__(
        self, ground: Ground, sites: Sites, blocks: Blocks, solve: Callable[[Bundle], Answers],
        told: Callable[[float], None],
    ) -> None:  # fmt: skip
        self.ground, self.sites, self.blocks = ground, sites, blocks
        self.solve, self.told = solve, told
        self.by_need = sites.covers.turned(len(ground.needs))
        self.options: dict[int, Options] = {}
        self.around: dict[int, list[int]] = {}
        self.widest = float(site_spacing(ground).max(initial=0.0))
        masts = blocks.groups()
        self.standing = Standing(ground.frame, masts, self._middles(masts))

    def run(self) -> None:
        """Settle every conflict.

        :raises Cancelled: by ``told``
        """
        fresh = self.standing.columns
        for number in range(MOST_ROUNDS):
            crowds = self._crowds(self.standing.conflicts(fresh))
            if not crowds:
                return
            self.told(1 - 1 / (number + 2))
            crowded = [mast for masts, _ in crowds for mast in masts]
            self._learn(crowded)
            self.around.clear()
            self._look_around(crowded)
            touched: set[int] = set()
            unsettled: list[int] = []
            for masts, pairs in crowds:
                cut = self._settle(masts, pairs, final=number > MOST_ROUNDS // 2)
                touched |= cut
                unsettled += masts if cut else []
            fresh = self._solve(sorted({int(self.blocks.block_of[block]) for block in touched}), unsettled)
        self._give_up()

    def _middles(self, masts: IntArray) -> Options:
        if not len(masts):
            return Options(np.zeros((0, 2)), np.zeros((0, 3)), np.zeros(0))
        return middles(self.ground, self.sites, self.by_need, Crew.of(self.blocks.columns, masts))

    def _crowds(self, pairs: list[Pair]) -> list[tuple[list[int], list[Pair]]]:
        """Masts too near each other, with the pairs that are."""
        masts = sorted({mast for pair in pairs for mast in pair})
        number = {mast: row for row, mast in enumerate(masts)}
        a, b = (np.array([number[pair[side]] for pair in pairs], dtype=np.int64) for side in (0, 1))
        crowds: dict[int, tuple[list[int], list[Pair]]] = {}
        label = joined_up(len(masts), a, b).tolist()
        for mast, head in zip(masts, label, strict=True):
            crowds.setdefault(head, ([], []))[0].append(mast)
        for pair in pairs:
            crowds[label[number[pair[0]]]][1].append(pair)
        return list(crowds.values())

    def _learn(self, masts: list[int]) -> None:
        """Find every place where those could stand."""
        unknown = sorted({mast for mast in masts if mast not in self.options})
        if unknown:
            crew = Crew.of(self.blocks.columns, np.array(unknown))
            found = options_of(self.ground, neighbourhood(self.ground, crew), crew)
            self.options.update(zip(unknown, found, strict=True))

    def _settle(self, masts: list[int], pairs: list[Pair], *, final: bool) -> set[int]:
        """Move the masts of a crowd, or cut; the blocks to solve again."""
        weaker = self.ground.weaker
        impossible = [list(pair) for pair in pairs if self._arranged(pair) is None]
        if impossible:
            return {self.blocks.cut(pair, weaker) for pair in impossible}
        try:
            if final:
                raise TooManySteps
            return self._move(masts)
        except TooManySteps:
            return {self.blocks.cut_loosely(list(pair)) for pair in pairs}

    def _arranged(self, masts: list[int] | Pair) -> list[int] | None:
        return arrange([self.options[mast] for mast in masts])

    def _move(self, masts: list[int]) -> set[int]:
        moving = list(masts)
        while True:
            if self._arranged(moving) is None:
                return {self.blocks.cut(self._core(moving), self.ground.weaker)}
            options, others = self._beside(moving)
            places = arrange(options)
            if places is not None:
                for mast, choice, place in zip(moving, options, places, strict=True):
                    self.standing.move(mast, choice.only(slice(place, place + 1)))
                return set()
            if len(moving) + len(others) > MOST_MOVED:
                raise TooManySteps
            moving = sorted([*moving, *others])
            self._learn(moving)

    def _beside(self, moving: list[int]) -> tuple[list[Options], list[int]]:
        """Places of the moving masts that are far enough from those that stay, and those of these that matter."""
        mine = [self.options[mast] for mast in moving]
        every = Options(
            np.concatenate([it.xy for it in mine]), np.concatenate([it.at for it in mine]),
            np.concatenate([it.keep_m for it in mine]),
        )  # fmt: skip
        place, column = self.standing.too_near(every, self._around(moving))
        staying = ~np.isin(column, moving)
        keep = np.ones(len(every), dtype=bool)
        keep[place[staying]] = False
        ends = np.cumsum([len(it) for it in mine])[:-1]
        left = [it.only(flags) for it, flags in zip(mine, np.split(keep, ends), strict=True)]
        return left, sorted(set(column[staying].tolist()))

    def _around(self, masts: list[int]) -> list[int]:
        """Standing masts that could be too near some place of those, wherever they move."""
        unknown = [mast for mast in masts if mast not in self.around]
        if unknown:
            self._look_around(unknown)
        return sorted({other for mast in masts for other in self.around[mast]})

    def _look_around(self, masts: list[int]) -> None:
        """Find for each mast those that stand near; true until blocks are solved again."""
        columns, ground = self.blocks.columns, self.ground
        mine, theirs = (
            columns.members.items[columns.members.starts[np.asarray(rows)]] for rows in (masts, self.standing.columns)
        )
        radius = ground.needs.radius_m
        found = near(ground.rings[mine], radius[mine] + self.widest, ground.rings[theirs], radius[theirs])
        for number, mast in enumerate(masts):
            self.around[mast] = self.standing.columns[found[number]].tolist()

    def _core(self, masts: list[int]) -> list[int]:
        """A smallest part of the masts that has no arrangement either."""
        core = list(masts)
        for mast in masts:
            rest = [it for it in core if it != mast]
            if self._arranged(rest) is None:
                core = rest
        return core

    def _solve(self, numbers: list[int], unsettled: list[int]) -> IntArray:
        """Solve blocks again; the masts to look at then: theirs, and those still standing of crowds that were cut."""
        if not numbers:
            return np.zeros(0, dtype=np.int64)
        before = set(self.blocks.groups(numbers).tolist())
        self.blocks.solve(numbers, self.solve)
        after = set(self.blocks.groups(numbers).tolist())
        fresh = np.array(sorted(after - before), dtype=np.int64)
        self.standing.replace(sorted(before - after), fresh, self._middles(fresh))
        left = {mast for mast in unsettled if mast in self.standing.row}
        return np.array(sorted(after | left), dtype=np.int64)

    def _give_up(self) -> None:
        """Leave out what still stands too near: the plan keeps every rule, and its gap says what that costs."""
        while pairs := self.standing.conflicts(self.standing.columns):
            mast = pairs[0][1]
            self.blocks.drop(mast)
            nothing = np.zeros(0, dtype=np.int64)
            self.standing.replace([mast], nothing, self._middles(nothing))
