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
    """One component, or several that cuts tie together."""

    needs: Index
    columns: Index
    limits: Index
    chosen: Index
    cost: int
    bound: int
    unserved: int
    unserved_bound: int
    loose: bool = False
    """Whether a cut may have taken the best away: the bound is the one from before it then."""

    def absorb(self, other: Block) -> None:
        """Become one with another."""
        self.needs = np.union1d(self.needs, other.needs)
        self.columns = np.union1d(self.columns, other.columns)
        self.limits = np.union1d(self.limits, other.limits)
        self.chosen = np.union1d(self.chosen, other.chosen)
        self.cost, self.bound = self.cost + other.cost, self.bound + other.bound
        self.unserved += other.unserved
        self.unserved_bound += other.unserved_bound
        self.loose |= other.loose


class Blocks:
    """All blocks, by number."""

    def __init__(self, columns: Columns, division: Division, answers: Answers, needs: int) -> None:
        self.columns = columns
        self.rents = len(columns.rents)
        self.by_number: dict[int, Block] = {}
        self.block_of = np.arange(len(division.needs))
        self.component = np.zeros(needs, dtype=np.int64)
        self.component[division.needs.items] = division.needs.rows
        self.cuts: list[tuple[IntArray, int]] = []
        starts, mine = division.bundle.column_starts.tolist(), division.columns.items
        picked = np.split(mine[answers.chosen], np.cumsum(_counts(answers, starts))[:-1])
        facts = (answers.cost, answers.bound, answers.unserved, answers.unserved_bound)
        for number, values in enumerate(zip(*(fact.tolist() for fact in facts), strict=True)):
            self.by_number[number] = Block(
                division.needs[number], division.columns[number], division.limits[number], picked[number], *values
            )

    def groups(self, numbers: Iterable[int]) -> IntArray:
        """The columns of new masts chosen in some blocks."""
        found = [self.by_number[number].chosen for number in numbers]
        chosen = np.concatenate([np.zeros(0, dtype=np.int64), *found])
        return np.sort(chosen[chosen >= self.rents])

    def number_of(self, column: int) -> int:
        """The block of a column."""
        return int(self.block_of[self.component[self.columns.members[column][0]]])

    def merged(self, masts: Iterable[int]) -> int:
        """The block that holds all those columns, after merging theirs."""
        first, *rest = sorted({self.number_of(column) for column in masts})
        for number in rest:
            self.by_number[first].absorb(self.by_number.pop(number))
            self.block_of[self.block_of == number] = first
        return first

    def cut(self, masts: list[int], weaker: IntArray) -> int:
        """Forbid a set of masts that have no arrangement, and all that hold more; the block to solve again."""
        number = self.merged(masts)
        block = self.by_number[number]
        self._add(block, self._holding(block, masts, weaker), len(masts) - 1)
        return number

    def cut_loosely(self, masts: list[int]) -> int:
        """Forbid these very masts together, though it is not proven that they have no arrangement."""
        number = self.merged(masts)
        self._add(self.by_number[number], np.array(sorted(masts)), len(masts) - 1)
        self.by_number[number].loose = True
        return number

    def _add(self, block: Block, columns: IntArray, capacity: int) -> None:
        row = len(self.columns.limits) + len(self.cuts)
        self.cuts.append((columns, capacity))
        block.limits = np.append(block.limits, np.int32(row))

    def _holding(self, block: Block, masts: list[int], weaker: IntArray) -> IntArray:
        """Columns that hold all members of one of the masts and may stand nowhere that it may not."""
        groups = block.columns[block.columns >= self.rents].astype(np.int64)
        picked = self.columns.groups.only(groups - self.rents)
        keep = np.zeros(len(groups), dtype=bool)
        inside = np.zeros(len(self.component), dtype=np.int64)
        for mast in masts:
            members = self.columns.members[mast]
            inside[members] = 1
            holds = np.add.reduceat(inside[picked.members.items], picked.members.starts[:-1]) == len(members)
            inside[members] = 0
            number = self.columns.groups.class_number[mast - self.rents]
            keep |= holds & (weaker[number, picked.class_number] == 1)
        return groups[keep]

    def solve(self, numbers: list[int], solve: Callable[[Bundle], Answers]) -> None:
        """Solve some blocks again, with their cuts."""
        blocks = [self.by_number[number] for number in numbers]
        columns = replace(self.columns, limits=self._limits())
        bundle = bundle_of(columns, *(_listed([getattr(it, name) for it in blocks]) for name in _LISTS))
        answers = solve(bundle)
        for place, block in enumerate(blocks):
            span = slice(bundle.column_starts[place], bundle.column_starts[place + 1])
            block.chosen = block.columns[answers.chosen[span]]
            block.cost, block.unserved = int(answers.cost[place]), int(answers.unserved[place])
            if not block.loose:
                block.bound, block.unserved_bound = int(answers.bound[place]), int(answers.unserved_bound[place])

    def _limits(self) -> Limits:
        limits = self.columns.limits
        ends = limits.lists.starts[-1] + np.cumsum([len(columns) for columns, _ in self.cuts])
        items = np.concatenate([limits.lists.items, *(columns.astype(np.int32) for columns, _ in self.cuts)])
        weights = np.concatenate([limits.weights, np.ones(len(items) - len(limits.weights), dtype=np.int64)])
        capacity = np.concatenate([limits.capacity, np.array([most for _, most in self.cuts], dtype=np.int64)])
        return Limits(Lists(np.concatenate([limits.lists.starts, ends]).astype(np.int64), items), weights, capacity)


_LISTS = ("needs", "columns", "limits")


def _listed(arrays: list[Index]) -> Lists:
    starts = np.concatenate([[0], np.cumsum([len(array) for array in arrays])]).astype(np.int64)
    return Lists(starts, np.concatenate(arrays).astype(np.int32))


def _counts(answers: Answers, starts: list[int]) -> IntArray:
    sums = np.concatenate([[0], np.cumsum(answers.chosen)])
    result: IntArray = np.diff(sums[starts])
    return result
