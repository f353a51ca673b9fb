"""Smaller set covering problems with the same best cost: what must be taken, what need not be looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.coverage._problem import Flags
from phoihop.cores.towerplan.planning.near import Lists
from phoihop.cores.towerplan.points import FloatArray, IntArray

ROUNDS = 10


@dataclass(frozen=True, slots=True, eq=False)
class Core:
    """What is left of a covering problem: rows to cover, columns that may, and columns that are taken already."""

    taken: IntArray
    columns: IntArray
    """Positions in the input."""
    cost: FloatArray
    covers: Lists
    """For each column left, the rows left that it covers."""
    rows: int


def contained(sets: Lists, items: int) -> tuple[IntArray, IntArray]:
    """Pairs (a, b), a ≠ b, where all of the non-empty set ``a`` is in the set ``b``.

    Only sets that hold the rarest item of ``a`` can; a 64-bit signature rules most of them out.
    """
    having = sets.turned(items)
    bits = np.uint64(1) << np.random.default_rng(1).integers(0, 64, items).astype(np.uint64)
    full = np.flatnonzero(sets.counts > 0)
    if not len(full):
        return full, full
    firsts = sets.starts[full]
    signature = np.zeros(len(sets), dtype=np.uint64)
    signature[full] = np.bitwise_or.reduceat(bits[sets.items], firsts)
    by_rarity = having.counts[sets.items] * np.int64(items) + sets.items
    rarest = np.zeros(len(sets), dtype=np.int64)
    rarest[full] = np.minimum.reduceat(by_rarity, firsts) % items
    a, b = _expanded(full, rarest[full], having)
    keep = (a != b) & (sets.counts[a] <= sets.counts[b]) & (signature[a] & ~signature[b] == 0)
    a, b = a[keep], b[keep]
    keys = np.sort(sets.rows * np.int64(items) + sets.items)
    pair, item = _expanded(np.arange(len(a)), a, sets)
    wanted = b[pair] * np.int64(items) + item
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    outside = np.bincount(pair, weights=keys[place] != wanted, minlength=len(a))
    inside = outside == 0
    return a[inside], b[inside]


def _expanded(label: IntArray, row: IntArray, lists: Lists) -> tuple[IntArray, IntArray]:
    """The items of the given rows, each with the row's label."""
    counts = lists.counts[row]
    first = np.repeat(lists.starts[row] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
    return np.repeat(label, counts), lists.items[first + np.arange(counts.sum())].astype(np.int64)


def reduced(cost: FloatArray, covers: Lists, rows: int) -> Core:
    """Take columns that alone cover some row, drop dominated rows and columns, until nothing changes.

    A row falls away where every column of another row covers it too; a column where a column that costs no more
    covers all of its rows. Every row has a column.
    """
    columns = np.arange(len(covers), dtype=np.int64)
    taken: list[IntArray] = []
    for _ in range(ROUNDS):
        sizes = (rows, len(columns))
        alone = _alone(covers, rows)
        taken.append(columns[alone])
        covers, columns, rows = _kept(covers, columns, ~alone, ~_covered(covers, alone, rows))
        covers, columns, rows = _kept(covers, columns, np.ones(len(columns), dtype=bool), _needed_rows(covers, rows))
        covers, columns, rows = _kept(
            covers, columns, _needed_columns(covers, cost[columns], rows), np.ones(rows, dtype=bool)
        )
        if (rows, len(columns)) == sizes:
            break
    return Core(np.concatenate(taken), columns, cost[columns], covers, rows)


def _alone(covers: Lists, rows: int) -> Flags:
    counts = np.bincount(covers.items, minlength=rows)
    alone = np.zeros(len(covers), dtype=bool)
    alone[covers.rows[counts[covers.items] == 1]] = True
    return alone


def _covered(covers: Lists, columns: Flags, rows: int) -> Flags:
    covered = np.zeros(rows, dtype=bool)
    covered[covers.items[columns[covers.rows]]] = True
    return covered


def _needed_rows(covers: Lists, rows: int) -> Flags:
    """Rows that no smaller row stands for; of equal ones the first."""
    small, large = contained(covers.turned(rows), len(covers))
    counts = np.bincount(covers.items, minlength=rows)
    falls = (counts[small] < counts[large]) | (small < large)
    needed = np.ones(rows, dtype=bool)
    needed[large[falls]] = False
    return needed


def _needed_columns(covers: Lists, cost: FloatArray, rows: int) -> Flags:
    """Columns that cover something and that no other replaces; of equal ones the first."""
    small, large = contained(covers, rows)
    equal = (covers.counts[small] == covers.counts[large]) & (cost[small] == cost[large])
    falls = (cost[large] <= cost[small]) & (~equal | (large < small))
    needed = covers.counts > 0
    needed[small[falls]] = False
    return needed


def _kept(covers: Lists, columns: IntArray, keep_column: Flags, keep_row: Flags) -> tuple[Lists, IntArray, int]:
    entries = keep_column[covers.rows] & keep_row[covers.items]
    column, row = np.cumsum(keep_column) - 1, np.cumsum(keep_row) - 1
    left = int(keep_column.sum())
    small = Lists.of_pairs(column[covers.rows[entries]], row[covers.items[entries]], left)
    return small, columns[keep_column], int(keep_row.sum())
