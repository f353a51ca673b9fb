"""Components too large or too knotted for the compiled search: a bound from duals, a choice improved piece by piece.

The gap between the two falls while it runs. Columns whose reduced cost is above the gap are in no better choice; where
few enough are left, HiGHS has the last word.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.near import Index, Lists
from phoihop.cores.towerplan.planning.programme import Part, Solved, solve_by_highs
from phoihop.cores.towerplan.points import FloatArray, IntArray

SECONDS = 60.0
"""How long one component may take where no deadline is given."""
FEW_COLUMNS = 3_000
"""Parts of fewer go to HiGHS as they are."""
LAST_COLUMNS = 60_000
"""HiGHS is given no more."""
CORE_A_NEED = 600
"""Columns looked at in pieces, for each need."""
ROUNDS, STEPS_A_ROUND = 5, 20
"""Of the duals, between two looks at the clock."""
PIECE_NEEDS, PIECE_MORE, PIECE_MOST = 28, 6, 58
"""Needs of a piece at first, how many more where that finds little, and at most."""
PIECE_STEPS = 4_000

Told = Callable[[int, int], None]


@dataclass(slots=True, eq=False)
class _Run:
    """What is known of one part while it is worked on."""

    part: Part
    ends_at: float
    cost: FloatArray
    members: tuple[IntArray, Index]
    uses: tuple[IntArray, Index, IntArray]
    state: tuple[FloatArray, ...]
    reduced: FloatArray
    chosen: Index = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    upper: int = 0
    unserved: int = 0
    piece: int = PIECE_NEEDS

    @property
    def bound(self) -> int:
        """Nothing costs less."""
        found = float(self.state[5][0])
        # Sums of many thousand numbers are off by a hair.
        return max(0, math.ceil(found - 1e-9 * abs(found) - 1e-3)) if math.isfinite(found) else 0

    @property
    def late(self) -> bool:
        """Whether the time is up."""
        return time.perf_counter() > self.ends_at


def solve_hard(part: Part, seconds: float = SECONDS, told: Told | None = None) -> Solved:
    """As good a choice as the time allows, with its bound.

    :param told: given the cost and the bound whenever they come nearer to each other; may raise to stop
    """
    if not kernel.ready() or len(part.cost) <= FEW_COLUMNS:
        return solve_by_highs(part, seconds)
    run = _begin(part, seconds)
    _fill(run)
    stage, stalled = 0, 0
    while stalled < 3 and not run.late and run.upper > run.bound:
        before = (run.upper, run.bound)
        if stage == 0:
            _first_bound(run)
            _fill(run)
        else:
            _raise_bound(run)
        _improve(run, stage, told)
        stage += 1
        if stage > 1 and before[0] - run.upper < 1e-3 * run.upper:
            run.piece = min(run.piece + PIECE_MORE, PIECE_MOST)
        moved = (before[0] - run.upper) + (run.bound - before[1])
        stalled = stalled + 1 if run.piece == PIECE_MOST and moved < 2e-5 * run.upper else 0
    return _finish(run)


def _begin(part: Part, seconds: float) -> _Run:
    counts = np.diff(part.starts)
    rows = np.repeat(np.arange(len(part.capacity)), np.diff(part.row_starts))
    order = np.argsort(part.row_items, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(part.row_items, minlength=len(part.cost)))]).astype(np.int64)
    uses = (starts, rows[order].astype(np.int32), np.ascontiguousarray(part.row_weights[order], dtype=np.int64))
    share = np.full(part.needs, np.inf)
    np.minimum.at(share, part.items, np.repeat(part.cost / counts, counts))
    share[~np.isfinite(share)] = 0.0
    nothing = np.zeros(len(part.capacity))
    state = (share, nothing, share.copy(), nothing.copy(), np.full(1, 0.1), np.full(1, -np.inf))
    cost = part.cost.astype(np.float64)
    members = (np.ascontiguousarray(part.starts), part.items.astype(np.int32))
    run = _Run(part, time.perf_counter() + seconds, cost, members, uses, state, cost)
    run.upper, run.unserved = int(part.cost.max()) * part.needs, part.needs
    return run


def _first_bound(run: _Run) -> None:
    """Raise the bound while that pays, for a third of the time at most."""
    began, enough = time.perf_counter(), 0
    while enough < 2 and time.perf_counter() - began < (run.ends_at - began) / 3:
        before = run.bound
        _raise_bound(run)
        enough = enough + 1 if before and run.bound < before * 1.0003 else 0


def _raise_bound(run: _Run) -> None:
    effort = (ROUNDS, STEPS_A_ROUND)
    capacity = np.ascontiguousarray(run.part.capacity, dtype=np.int64)
    run.reduced = kernel.dual(run.members, run.cost, run.uses, capacity, effort, float(run.upper), run.state)


def _fill(run: _Run) -> None:
    """A first choice: the columns that are cheap by the duals, and a little by their cost, one after the other."""
    counts = np.diff(run.part.starts)
    order = np.argsort(run.reduced / counts + 0.1 * run.cost / counts, kind="stable").astype(np.int32)
    capacity = np.ascontiguousarray(run.part.capacity, dtype=np.int64)
    nobody = (np.zeros(run.part.needs + 1, dtype=np.int64), np.zeros(0, dtype=np.int32))
    seeds = (PIECE_NEEDS, run.part.needs, 1, 0, 0)
    none = np.zeros(len(run.cost), dtype=bool)
    _, chosen = kernel.improve(run.members, run.part.cost, run.uses, capacity, nobody, order, seeds, none)
    run.chosen = np.flatnonzero(chosen).astype(np.int32)
    run.unserved = run.part.needs - int(counts[chosen].sum())
    run.upper = int(run.part.cost[chosen].sum())


def _improve(run: _Run, stage: int, told: Told | None = None) -> None:
    """Pieces around every need, others each time."""
    core = _core(run)
    counts = np.diff(run.part.starts)[core]
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    places = np.repeat(run.part.starts[core] - starts[:-1], counts) + np.arange(starts[-1])
    items = run.members[1][places]
    use_counts = np.diff(run.uses[0])[core]
    use_starts = np.concatenate([[0], np.cumsum(use_counts)]).astype(np.int64)
    use_places = np.repeat(run.uses[0][core] - use_starts[:-1], use_counts) + np.arange(use_starts[-1])
    uses = (use_starts, run.uses[1][use_places], run.uses[2][use_places])
    order = np.argsort(run.reduced[core], kind="stable")
    ranked = Lists.of_pairs(items[_spread(starts, order)], np.repeat(order, counts[order]), run.part.needs)
    chosen = np.isin(core, run.chosen)
    key, capacity = run.part.cost[core], np.ascontiguousarray(run.part.capacity, dtype=np.int64)
    for turn in range(8):
        if run.late:
            break
        seeds = (run.piece, turn, 8, PIECE_STEPS, stage % 6)
        _, chosen = kernel.improve(
            (starts, items), key, uses, capacity, (ranked.starts, ranked.items), order.astype(np.int32), seeds, chosen
        )
        unserved = run.part.needs - int(counts[chosen].sum())
        if (unserved, int(key[chosen].sum())) <= (run.unserved, run.upper) or turn == 0:
            run.chosen = core[chosen]
            run.unserved, run.upper = unserved, int(key[chosen].sum())
        if told is not None:
            told(run.upper, run.bound)


def _spread(starts: IntArray, order: IntArray) -> IntArray:
    """Where the items of lists stand, list after list in another order."""
    counts = np.diff(starts)[order]
    ends = np.cumsum(counts)
    return np.repeat(starts[order] - (ends - counts), counts) + np.arange(int(counts.sum()))


def _core(run: _Run) -> Index:
    """The columns that are cheap by the duals, all single needs, and what is chosen."""
    wanted = CORE_A_NEED * run.part.needs
    keep = np.diff(run.part.starts) == 1
    if len(run.cost) > wanted:
        keep |= run.reduced <= np.partition(run.reduced, wanted)[wanted]
    else:
        keep[:] = True
    keep[run.chosen] = True
    return np.flatnonzero(keep).astype(np.int32)


def _finish(run: _Run) -> Solved:
    """What HiGHS can add in the time that is left, on the columns that could be in a better choice."""
    chosen = np.sort(run.chosen).astype(np.int64)
    plain = Solved(
        chosen, run.upper, min(run.bound, run.upper) if run.unserved == 0 else -1, run.unserved, 0
    )  # fmt: skip
    kept = np.flatnonzero(run.reduced <= run.upper - run.bound + 1)
    left = run.ends_at - time.perf_counter()
    if run.unserved or len(kept) > LAST_COLUMNS or left < 0.05:
        return plain
    last = solve_by_highs(_reduced(run.part, kept), left, start=np.searchsorted(kept, chosen))
    if last.unserved or last.cost > run.upper:
        return plain
    return Solved(kept[last.chosen], last.cost, max(min(last.bound, last.cost), plain.bound), 0, 0)


def _reduced(part: Part, kept: IntArray) -> Part:
    counts = np.diff(part.starts)[kept]
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    places = np.repeat(part.starts[kept] - starts[:-1], counts) + np.arange(starts[-1])
    inside = np.isin(part.row_items, kept)
    sums = np.concatenate([[0], np.cumsum(inside)])
    return Part(
        part.needs, starts, part.items[places], part.cost[kept], part.tie[kept], sums[part.row_starts],
        np.searchsorted(kept, part.row_items[inside]), part.row_weights[inside], part.capacity,
    )  # fmt: skip
