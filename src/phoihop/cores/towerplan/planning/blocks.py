"""Components that cuts have tied together, and the cuts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from phoihop.cores.towerplan.planning.columns import Columns
from phoihop.cores.towerplan.planning.near import Index, Lists
from phoihop.cores.towerplan.planning.parts import Answers, Bundle, Division, bundle_of
from phoihop.cores.towerplan.planning.rents import Limits
from phoihop.cores.towerplan.points import IntArray


@dataclass(slots=True)
class Block:
    """What is in one component, or in several that cuts tie together."""

    needs: Index
    columns: Index
    limits: Index


class Blocks:
    """All blocks by number. What absorbed ones cost and serve is added to those that absorbed them."""

    def __init__(self, columns: Columns, division: Division, answers: Answers, needs: int) -> None:
        self.columns, self.division = columns, division
        self.rents = len(columns.rents)
        self.block_of = np.arange(len(division.needs))
        self.component = np.zeros(needs, dtype=np.int64)
        self.component[division.needs.items] = division.needs.rows
        self.chosen = np.zeros(len(columns), dtype=bool)
        self.chosen[division.columns.items[answers.chosen]] = True
        self.size = division.needs.counts.copy()
        self.cost, self.bound = answers.cost.copy(), answers.bound.copy()
        self.unserved, self.unserved_bound = answers.unserved.copy(), answers.unserved_bound.copy()
        self.loose = np.zeros(len(self.size), dtype=bool)
        """Whether a cut may have taken the best away: the bounds are those from before it then."""
        self.cuts: list[tuple[IntArray, int]] = []
        self._blocks: dict[int, Block] = {}

    def block(self, number: int) -> Block:
        """What is in a block."""
        if number not in self._blocks:
            lists = (self.division.needs, self.division.columns, self.division.limits)
            self._blocks[number] = Block(*(entry[number] for entry in lists))
        return self._blocks[number]

    def groups(self, numbers: Iterable[int] | None = None) -> IntArray:
        """The columns of new masts chosen, in some blocks or in all."""
        if numbers is None:
            return self.rents + np.flatnonzero(self.chosen[self.rents :])
        found = [self.block(number).columns for number in numbers]
        columns = np.concatenate([np.zeros(0, dtype=np.int64), *found])
        return np.sort(columns[self.chosen[columns] & (columns >= self.rents)])

    def number_of(self, column: int) -> int:
        """The block of a column."""
        return int(self.block_of[self.component[self.columns.members[column][0]]])

    def merged(self, masts: Iterable[int]) -> int:
        """The block that holds all those columns, after merging theirs."""
        first, *rest = sorted({self.number_of(column) for column in masts})
        mine = self.block(first)
        for number in rest:
            other = self.block(number)
            mine.needs = np.union1d(mine.needs, other.needs)
            mine.columns = np.union1d(mine.columns, other.columns)
            mine.limits = np.union1d(mine.limits, other.limits)
            for facts in (self.size, self.cost, self.bound, self.unserved, self.unserved_bound):
                facts[first] += facts[number]
                facts[number] = 0
            self.loose[first] |= self.loose[number]
            self.block_of[self.block_of == number] = first
        return first

    def cut(self, masts: list[int], weaker: IntArray) -> int:
        """Forbid a set of masts that have no arrangement, and all that hold more; the block to solve again."""
        number = self.merged(masts)
        self._add(number, self._holding(self.block(number), masts, weaker), len(masts) - 1)
        return number

    def cut_loosely(self, masts: list[int]) -> int:
        """Forbid these very masts together, though it is not proven that they have no arrangement."""
        number = self.merged(masts)
        self._add(number, np.array(sorted(masts)), len(masts) - 1)
        self.loose[number] = True
        return number

    def drop(self, mast: int) -> None:
        """Leave a mast out, and its needs unserved."""
        number = self.number_of(mast)
        self.chosen[mast] = False
        self.cost[number] -= self.columns.cost[mast]
        self.unserved[number] += len(self.columns.members[mast])
        self.loose[number] = True

    def _add(self, number: int, columns: IntArray, capacity: int) -> None:
        block, row = self.block(number), len(self.columns.limits) + len(self.cuts)
        self.cuts.append((columns, capacity))
        block.limits = np.append(block.limits, np.int32(row))

    def _holding(self, block: Block, masts: list[int], weaker: IntArray) -> IntArray:
        """Columns that hold all members of one of the masts and may stand nowhere that it may not."""
        groups = block.columns[block.columns >= self.rents].astype(np.int64)
        picked = self.columns.groups.only(groups - self.rents)
        keep = np.zeros(len(groups), dtype=bool)
        for mast in masts:
            members = self.columns.members[mast]
            inside = np.isin(picked.members.items, members).astype(np.int64)
            holds = np.add.reduceat(inside, picked.members.starts[:-1]) == len(members)
            number = self.columns.groups.class_number[mast - self.rents]
            keep |= holds & (weaker[number, picked.class_number] == 1)
        return groups[keep]

    def solve(self, numbers: list[int], solve: Callable[[Bundle], Answers]) -> None:
        """Solve some blocks again, with their cuts."""
        blocks = [self.block(number) for number in numbers]
        columns = replace(self.columns, limits=self._limits())
        lists = [_listed([getattr(it, name) for it in blocks]) for name in ("needs", "columns", "limits")]
        answers = solve(bundle_of(columns, *lists))
        self.chosen[lists[1].items] = answers.chosen
        self.cost[numbers], self.unserved[numbers] = answers.cost, answers.unserved
        tight = np.array(numbers)[~self.loose[numbers]]
        self.bound[tight] = answers.bound[~self.loose[numbers]]
        self.unserved_bound[tight] = answers.unserved_bound[~self.loose[numbers]]

    def _limits(self) -> Limits:
        limits = self.columns.limits
        ends = limits.lists.starts[-1] + np.cumsum([len(columns) for columns, _ in self.cuts])
        items = np.concatenate([limits.lists.items, *(columns.astype(np.int32) for columns, _ in self.cuts)])
        weights = np.concatenate([limits.weights, np.ones(len(items) - len(limits.weights), dtype=np.int64)])
        capacity = np.concatenate([limits.capacity, np.array([most for _, most in self.cuts], dtype=np.int64)])
        return Limits(Lists(np.concatenate([limits.lists.starts, ends]).astype(np.int64), items), weights, capacity)


def _listed(arrays: list[Index]) -> Lists:
    starts = np.concatenate([[0], np.cumsum([len(array) for array in arrays])]).astype(np.int64)
    return Lists(starts, np.concatenate(arrays).astype(np.int32))
