"""Columns cut into components, and those solved, here or by an executor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.planning.columns import Columns
from phoihop.cores.towerplan.planning.near import Lists
from phoihop.cores.towerplan.planning.programme import Part, Solved, solve_by_highs
from phoihop.cores.towerplan.points import IntArray

BATCH_COLUMNS = 20_000
"""Columns of the components that travel together to a worker."""


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Extra limit: at most ``capacity`` of these columns."""

    columns: IntArray
    capacity: int


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """Needs, columns and limits by component. Components are in the order of their first needs."""

    needs: Lists
    columns: Lists
    limits: Lists

    @classmethod
    def of(cls, columns: Columns, label: IntArray) -> Division:
        """Divided by the label of each need; needs without a column are in no component."""
        held = np.unique(columns.members.items)
        heads, inverse = np.unique(label[held], return_inverse=True)
        component = np.full(len(label), -1, dtype=np.int64)
        component[held] = inverse
        count = len(heads)
        first = columns.members.items[columns.members.starts[:-1]] if len(columns) else np.zeros(0, dtype=np.int64)
        lists = columns.limits.lists
        limit = first[lists.items[lists.starts[:-1]]] if len(lists) else np.zeros(0, dtype=np.int64)
        return cls(
            Lists.of_pairs(component[held], held, count),
            Lists.of_pairs(component[first], np.arange(len(columns)), count),
            Lists.of_pairs(component[limit], np.arange(len(lists)), count),
        )


def part_of(columns: Columns, needs: IntArray, chosen: IntArray, limits: IntArray, cuts: Iterable[Cut] = ()) -> Part:
    """One component on its own.

    :param needs: its needs, ascending
    :param chosen: its columns, ascending
    :param limits: its limits
    """
    members, starts = _taken(columns.members, chosen)
    rows, row_starts = _taken(columns.limits.lists, limits)
    weights, _ = _taken(Lists(columns.limits.lists.starts, columns.limits.weights), limits)  # type: ignore[arg-type]
    items = [np.searchsorted(chosen, rows)]
    weight = [weights.astype(np.int64)]
    capacity = [columns.limits.capacity[limits]]
    for cut in cuts:
        items.append(np.searchsorted(chosen, cut.columns))
        weight.append(np.ones(len(cut.columns), dtype=np.int64))
        capacity.append(np.array([cut.capacity]))
        row_starts = np.append(row_starts, row_starts[-1] + len(cut.columns))
    return Part(
        len(needs), starts, np.searchsorted(needs, members), columns.cost[chosen], columns.tie[chosen], row_starts,
        np.concatenate(items), np.concatenate(weight), np.concatenate(capacity),
    )  # fmt: skip


def _taken(lists: Lists, rows: IntArray) -> tuple[IntArray, IntArray]:
    counts = lists.counts[rows]
    starts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    places = np.repeat(lists.starts[rows] - starts[:-1], counts) + np.arange(starts[-1])
    return lists.items[places].astype(np.int64), starts


def solve_batch(parts: list[Part]) -> list[Solved]:
    """Each component to its proof: what a worker does."""
    return [solve_by_highs(part) for part in parts]


def solve_all(parts: list[Part], executor: Executor | None, told: Callable[[int], None]) -> list[Solved]:
    """All components, in their order.

    :param told: called now and then with how many are done; may raise to stop
    """
    batches = _batches(parts)
    if executor is None:
        results = (solve_batch(batch) for batch in batches)
    else:
        results = (future.result() for future in [executor.submit(solve_batch, batch) for batch in batches])
    solved: list[Solved] = []
    for result in results:
        solved += result
        told(len(solved))
    return solved


def _batches(parts: list[Part]) -> list[list[Part]]:
    batches: list[list[Part]] = []
    size = BATCH_COLUMNS
    for part in parts:
        if size >= BATCH_COLUMNS:
            batches.append([])
            size = 0
        batches[-1].append(part)
        size += len(part.cost)
    return batches
