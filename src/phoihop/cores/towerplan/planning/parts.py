"""Columns cut into components, and those solved, here or by an executor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.columns import Columns
from phoihop.cores.towerplan.planning.large import SECONDS, Told, solve_hard
from phoihop.cores.towerplan.planning.near import Index, Lists
from phoihop.cores.towerplan.planning.programme import Part
from phoihop.cores.towerplan.planning.ties import TIE_BITS
from phoihop.cores.towerplan.points import IntArray

BATCH_COLUMNS = 50_000
"""Columns of the components that travel together to a worker."""
MOST_STEPS = 200_000
"""Steps of the compiled search in one component, before HiGHS takes it."""
TIE_ROOM = TIE_BITS + 8


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """Components one after the other: needs, columns and limits of each are consecutive, numbered within the bundle."""

    need_starts: IntArray
    column_starts: IntArray
    limit_starts: IntArray
    members: Lists
    cost: IntArray
    tie: IntArray
    limits: Lists
    weights: IntArray
    capacity: IntArray

    def __len__(self) -> int:
        return len(self.need_starts) - 1

    @property
    def key(self) -> IntArray:
        """Cost and tie-breaker in one number; sums of ties never reach the cost."""
        return (self.cost << TIE_ROOM) + self.tie

    def part(self, number: int) -> Part:
        """One component on its own."""
        needs, columns, limits = (
            (int(starts[number]), int(starts[number + 1]))
            for starts in (self.need_starts, self.column_starts, self.limit_starts)
        )
        starts, rows = self.members.starts, self.limits.starts
        inside, weighed = slice(starts[columns[0]], starts[columns[1]]), slice(rows[limits[0]], rows[limits[1]])
        return Part(
            needs[1] - needs[0], starts[columns[0] : columns[1] + 1] - starts[columns[0]],
            self.members.items[inside].astype(np.int64) - needs[0], self.cost[slice(*columns)],
            self.tie[slice(*columns)], rows[limits[0] : limits[1] + 1] - rows[limits[0]],
            self.limits.items[weighed].astype(np.int64) - columns[0], self.weights[weighed],
            self.capacity[slice(*limits)],
        )  # fmt: skip

    def some(self, first: int, last: int) -> Bundle:
        """The components from ``first`` to before ``last``."""
        n, c, r = self.need_starts[first : last + 1], self.column_starts[first : last + 1], self.limit_starts
        r = r[first : last + 1]
        m, w = self.members.starts[c[0] : c[-1] + 1], self.limits.starts[r[0] : r[-1] + 1]
        inside, weighed, columns = slice(m[0], m[-1]), slice(w[0], w[-1]), slice(c[0], c[-1])
        return Bundle(
            n - n[0], c - c[0], r - r[0], Lists(m - m[0], self.members.items[inside] - n[0].astype(np.int32)),
            self.cost[columns], self.tie[columns],
            Lists(w - w[0], self.limits.items[weighed] - c[0].astype(np.int32)),
            self.weights[weighed], self.capacity[r[0] : r[-1]],
        )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """Needs, columns and limits by component, in the order of the first needs, with the bundle of all."""

    needs: Lists
    columns: Lists
    limits: Lists
    bundle: Bundle

    @classmethod
    def of(cls, columns: Columns, label: IntArray) -> Division:
        """Divided by the label of each need; needs without a column are in no component."""
        held = np.flatnonzero(np.bincount(columns.members.items, minlength=len(label)))
        heads, inverse = np.unique(label[held], return_inverse=True)
        component = np.full(len(label), -1, dtype=np.int64)
        component[held] = inverse
        count = len(heads)
        first = columns.members.items[columns.members.starts[:-1]]
        lists = columns.limits.lists
        limit = first[lists.items[lists.starts[:-1]]] if len(lists) else np.zeros(0, dtype=np.int64)
        needs = Lists.of_pairs(component[held], held, count)
        mine = Lists.of_pairs(component[first], np.arange(len(columns)), count)
        rows = Lists.of_pairs(component[limit], np.arange(len(lists)), count)
        return cls(needs, mine, rows, bundle_of(columns, needs, mine, rows))


def bundle_of(columns: Columns, needs: Lists, mine: Lists, rows: Lists) -> Bundle:
    """Components as a bundle: their needs, columns and limits."""
    place = np.full(int(needs.items.max(initial=0)) + 1, -1, dtype=np.int32)
    place[needs.items] = np.arange(len(needs.items), dtype=np.int32)
    members, _ = _taken(columns.members, mine.items)
    limits, weighed = _taken(columns.limits.lists, rows.items)
    order = np.argsort(mine.items, kind="stable")
    column_place = order[np.searchsorted(mine.items[order], limits.items)].astype(np.int32)
    return Bundle(
        needs.starts, mine.starts, rows.starts, Lists(members.starts, place[members.items]),
        columns.cost[mine.items], columns.tie[mine.items], Lists(limits.starts, column_place),
        columns.limits.weights[weighed], columns.limits.capacity[rows.items],
    )  # fmt: skip


def _taken(lists: Lists, rows: npt.NDArray[np.integer]) -> tuple[Lists, IntArray]:
    """Some rows, and where their items stood."""
    counts = lists.counts[rows]
    starts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    places = np.repeat(lists.starts[rows] - starts[:-1], counts) + np.arange(starts[-1])
    items: Index = lists.items[places]
    return Lists(starts, items), places


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What was chosen in a bundle and what is proven; one entry a component, ``chosen`` one a column."""

    chosen: npt.NDArray[np.bool_]
    cost: IntArray
    bound: IntArray
    unserved: IntArray
    unserved_bound: IntArray


def solve_bundle(bundle: Bundle, seconds: float = SECONDS, told: Told | None = None) -> Answers:
    """Every component to its proof: by the compiled search, and by other means where that does not end.

    :param seconds: how long one of those others may take
    :param told: given cost and bound of such a component as they come nearer to each other
    """
    count = len(bundle)
    chosen, status = np.zeros(len(bundle.cost), dtype=bool), np.ones(count, dtype=np.int64)
    if kernel.ready():
        limits = (bundle.limits.starts, bundle.limits.items, bundle.weights, bundle.capacity)
        chosen, status = kernel.solve(
            (bundle.need_starts, bundle.column_starts, bundle.limit_starts),
            (bundle.members.starts, bundle.members.items), bundle.key, limits, MOST_STEPS,
        )  # fmt: skip
    cost = _sums(np.where(chosen, bundle.cost, 0), bundle.column_starts)
    unserved = np.diff(bundle.need_starts) - _sums(np.where(chosen, bundle.members.counts, 0), bundle.column_starts)
    answers = Answers(chosen, cost, cost.copy(), unserved, unserved.copy())
    for number in np.flatnonzero(status).tolist():
        first = int(bundle.column_starts[number])
        solved = solve_hard(bundle.part(number), seconds, told)
        chosen[first : int(bundle.column_starts[number + 1])] = False
        chosen[first + solved.chosen] = True
        answers.cost[number], answers.bound[number] = solved.cost, solved.bound
        answers.unserved[number], answers.unserved_bound[number] = solved.unserved, solved.unserved_bound
    return answers


def _sums(values: IntArray, starts: IntArray) -> IntArray:
    sums = np.concatenate([[0], np.cumsum(values)])
    result: IntArray = sums[starts[1:]] - sums[starts[:-1]]
    return result


def solve_all(
    bundle: Bundle, executor: Executor | None, seconds: float, told: Callable[[float], None], large: Told
) -> Answers:  # fmt: skip
    """All components, in their order.

    :param seconds: how long a component may take that the compiled search does not end
    :param told: called now and then with the share that is done; may raise to stop
    :param large: given cost and bound of such components, where they are solved here
    """
    batches = list(_batches(bundle))
    if executor is None:
        results: Iterator[Answers] = (solve_bundle(bundle.some(*batch), seconds, large) for batch in batches)
    else:
        futures = [executor.submit(solve_bundle, bundle.some(*batch), seconds) for batch in batches]
        results = (future.result() for future in futures)
    found = []
    for result in results:
        found.append(result)
        told(len(found) / len(batches))
    empty = np.zeros(0, dtype=np.int64)
    return Answers(
        np.concatenate([np.zeros(0, dtype=bool), *(it.chosen for it in found)]),
        *(
            np.concatenate([empty, *(getattr(it, name) for it in found)])
            for name in ("cost", "bound", "unserved", "unserved_bound")
        ),
    )


def _batches(bundle: Bundle) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(bundle):
        limit = bundle.column_starts[first] + BATCH_COLUMNS
        last = max(first + 1, int(np.searchsorted(bundle.column_starts, limit, side="right")) - 1)
        yield first, min(last, len(bundle))
        first = last
