"""Components too large or too knotted for the compiled search: duals from below, annealing from above, side by side.

The gap between the two falls while they run. Columns whose reduced cost is above the gap are in no better choice; where
few enough are left, HiGHS has the last word. Work is counted in steps, so that the same component gives the same
choice wherever the clock does not cut it short.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np

from phoihop.cores.towerplan.errors import SolverFailed
from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.duals import Duals
from phoihop.cores.towerplan.planning.heavy import Cooling, Sets, Table
from phoihop.cores.towerplan.planning.near import Index
from phoihop.cores.towerplan.planning.programme import Part, Solved, solve_by_highs
from phoihop.cores.towerplan.points import IntArray

SECONDS, LAST_SECONDS = 300.0, 60.0
"""How long one component may take where no deadline is given, far longer than it should; and HiGHS in it."""
FEW_COLUMNS = 3_000
"""Parts of fewer go to HiGHS as they are."""
LAST_COLUMNS = 60_000
"""HiGHS is given no more."""
COOLED, MENDED, QUENCHED = 2_000, 5_000, 40
"""Steps for each need: in all of it, in small areas one after the other, and where the time is up."""
MORE, MORE_IN_ALL = 15_000, 15_000_000
"""Steps for each need besides in both of the former, up to so many."""
CHUNKS, MENDINGS = 24, 40
"""Looks at the clock in each of the former."""
HOT, WARM, COLD = 0.16, 0.08, 0.02
"""Heats, as shares of what a need costs on the average."""
FRUITLESS = 20
"""Looks without a gain after which mending ends."""

Told = Callable[[int, int], None]


@dataclass(slots=True, eq=False)
class _Run:
    """What is known of one part while it is worked on."""

    table: Table
    ends_at: float
    told: Told | None
    duals: Duals
    sets: Sets
    penalty: int
    holder: Index
    best: Index = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    upper: int = 0
    unserved: int = 0

    @property
    def late(self) -> bool:
        """Whether the time is up."""
        return time.perf_counter() > self.ends_at

    def look(self) -> bool:
        """Keep the choice where it is the best so far, and tell; whether it is."""
        chosen = np.unique(self.holder[self.holder >= 0])
        found = (int(np.count_nonzero(self.holder < 0)), int(self.table.cost[chosen].sum()))
        better = found < (self.unserved, self.upper)
        if better:
            self.best, (self.unserved, self.upper) = self.holder.copy(), found
        if self.told is not None:
            self.told(self.upper, self.duals.proven)
        return better


def solve_hard(part: Part, seconds: float = SECONDS, told: Told | None = None) -> Solved:
    """As good a choice as the work and the time allow, with its bound.

    :param told: given the cost and the bound whenever they come nearer to each other; may raise to stop
    """
    if not kernel.ready() or len(part.cost) <= FEW_COLUMNS:
        return solve_by_highs(part, min(seconds, LAST_SECONDS))
    ends_at = time.perf_counter() + seconds
    table = Table.of(part)
    duals = Duals(table)
    with ThreadPoolExecutor(max_workers=1) as beside:
        rising = beside.submit(duals.rise, ends_at)
        try:
            run = _begin(table, duals, ends_at, told)
            _cool(run)
        except BaseException:
            duals.stop()
            raise
        rising.result()
    if run.unserved or len(_open(run)) > FEW_COLUMNS:
        _mend(run)
    return _finish(run, part)


def _open(run: _Run) -> IntArray:
    """The columns that could be in a better choice; none where that is not known, or there is no time to ask."""
    if run.unserved or run.late:
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(run.duals.reduced() <= run.upper - run.duals.proven + 1)


def _begin(table: Table, duals: Duals, ends_at: float, told: Told | None) -> _Run:
    penalty = 4 * int(table.cost.max())
    run = _Run(table, ends_at, told, duals, Sets(table), penalty, _alone(table), unserved=table.needs + 1)
    run.look()
    _anneal(run, QUENCHED * run.table.needs, COLD, COLD, 1)
    return run


def _alone(table: Table) -> Index:
    """Each need in the cheapest column that is its own and that nothing limits; -1 where there is none."""
    holder = np.full(table.needs, -1, dtype=np.int32)
    own = np.flatnonzero((table.sizes == 1) & (np.diff(table.use_starts) == 0))
    own = own[np.argsort(-table.cost[own], kind="stable")]  # the last one stays
    holder[table.members[table.starts[own]]] = own
    return holder


def _anneal(run: _Run, steps: int, hot: float, cold: float, chunks: int) -> None:
    """Cool all of it, looking at the clock now and then; where the time is up meanwhile, at once."""
    usual, price = run.duals.usual, run.duals.shares
    for number in range(chunks):
        cooling = Cooling(steps, steps * number // chunks, steps * (number + 1) // chunks, hot * usual, cold * usual)
        run.sets.anneal(run.holder, price, run.penalty, number, cooling)
        run.look()
        if run.late:
            break


def _steps(run: _Run, a_need: int) -> int:
    needs = run.table.needs
    return a_need * needs + min(MORE * needs, MORE_IN_ALL)


def _cool(run: _Run) -> None:
    _anneal(run, _steps(run, COOLED), HOT, COLD, CHUNKS)
    if run.late:
        _anneal(run, QUENCHED * run.table.needs, COLD, COLD, 1)


def _mend(run: _Run) -> None:
    """Better the best choice around the needs that cost more than their duals."""
    run.holder = run.best.copy()
    usual, fruitless = run.duals.usual, 0
    steps = _steps(run, MENDED) // MENDINGS
    for number in range(MENDINGS):
        if run.late or fruitless == FRUITLESS or run.upper <= run.duals.proven:
            break
        cooling = Cooling(steps, 0, steps, WARM * usual, COLD * usual)
        run.sets.mend(run.holder, run.duals.needs, run.penalty, number, cooling)
        fruitless = 0 if run.look() else fruitless + 1


def _finish(run: _Run, part: Part) -> Solved:
    """What HiGHS can add in the time that is left, on the columns that could be in a better choice."""
    chosen = np.unique(run.best[run.best >= 0]).astype(np.int64)
    bound = min(run.duals.proven, run.upper) if run.unserved == 0 else -1
    plain = Solved(chosen, run.upper, bound, run.unserved, 0)
    kept = _open(run)
    left = min(run.ends_at - time.perf_counter(), LAST_SECONDS)
    if not len(kept) or len(kept) > LAST_COLUMNS or left < 0.05:
        return plain
    try:
        last = solve_by_highs(reduced(part, kept), left, start=np.searchsorted(kept, chosen))
    except SolverFailed:  # it had no more to say; what was found stands
        return plain
    if last.unserved or last.cost > run.upper:
        return plain
    return Solved(kept[last.chosen], last.cost, max(min(last.bound, last.cost), plain.bound), 0, 0)


def reduced(part: Part, kept: IntArray) -> Part:
    """The same part with those columns alone."""
    counts = np.diff(part.starts)[kept]
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    places = np.repeat(part.starts[kept] - starts[:-1], counts) + np.arange(starts[-1])
    inside = np.isin(part.row_items, kept)
    sums = np.concatenate([[0], np.cumsum(inside)])
    return Part(
        part.needs, starts, part.items[places], part.cost[kept], part.tie[kept], sums[part.row_starts],
        np.searchsorted(kept, part.row_items[inside]), part.row_weights[inside], part.capacity,
    )  # fmt: skip
