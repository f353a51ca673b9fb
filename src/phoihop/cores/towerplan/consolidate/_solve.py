"""The fewest masts that can stay in an area, exactly."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace

import numpy as np

from phoihop.cores.towerplan.consolidate._greedy import as_columns, greedy
from phoihop.cores.towerplan.consolidate._parts import batches, joined, parts_of, settled
from phoihop.cores.towerplan.consolidate._programme import Part, programme
from phoihop.cores.towerplan.consolidate._tenancies import Consolidation, Flags, Tenancies
from phoihop.cores.towerplan.consolidate._ways import Ways, ways_of
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.mip import INTEGRAL, Found, Limits, Model, Solution, solve, solve_strictly
from phoihop.cores.towerplan.model import Masts, Rules
from phoihop.cores.towerplan.points import FloatArray, IntArray

LARGE = 3000
"""Ways from which on a group begins with a greedy solution and runs in a process of its own."""
FAR = 1e6
"""More than any metres: one move less always counts more than shorter ones."""


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    """Which of a batch's masts stay, the ways taken, and the fewest that can stay."""

    x: FloatArray
    bound: int
    proven: bool


def consolidate(
    masts: Masts,
    tenancies: Tenancies,
    rules: Rules,
    move_m: float,
    *,
    lower_m: float = 0.0,
    removable: Flags | None = None,
    limits: Limits | None = None,
    executor: Executor | None = None,
    workers: int = 2,
    on_progress: Callable[[Found], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Consolidation:
    """The fewest masts to keep so that each tenancy stands within ``move_m`` of its place, on a mast with room.

    Of the plans with as few masts as that, each group's has the fewest moves for the masts it keeps, then the shortest.
    The order of the rows decides nothing, as long as ids are unique.

    :param tenancies: who stands where; ``Masts.tenants`` is not read, ``Masts.free`` is what is free beside them
    :param rules: band height, operators a mast and owners' vetoes count; what stands already may stay
    :param move_m: metres a tenancy may move
    :param lower_m: metres its antennas may come down by
    :param removable: masts that may go; all where not given. The others take tenants too
    :param executor: where batches are solved, ``workers`` at a time; threads where not given. ``stop`` is asked
        between batches there, as it cannot travel to another process
    :raises BadInput: a tenancy stands on no mast, or an operator twice on one; ``move_m`` is negative
    """
    began = time.perf_counter()
    if not move_m >= 0 or not lower_m >= 0:
        raise BadInput("move.negative")
    order = np.argsort(masts.ids, kind="stable")
    sorted_masts, sorted_tenancies, row = _in_order(masts, tenancies, order)
    marks = None if removable is None else removable[order]
    ways = ways_of(sorted_masts, sorted_tenancies, rules, move_m, lower_m, marks)
    parts = parts_of(ways)
    run = _Run(ways, parts, limits or Limits(), began, on_progress, stop)
    if executor is not None:
        run.all(executor, workers, None)
    else:
        with ThreadPoolExecutor(workers) as pool:
            run.all(pool, workers, stop)
    keep = np.zeros(len(masts), dtype=bool)
    keep[order] = run.keep
    target, metres = np.empty(len(tenancies), dtype=np.int64), np.empty(len(tenancies))
    target[row], metres[row] = order[run.at], run.metres
    return Consolidation(
        keep=keep,
        target=target,
        moved_m=metres,
        bound=run.bound,
        components=len(parts),
        largest=max((len(part.masts) for part in parts), default=0),
        open_components=run.open,
        seconds=time.perf_counter() - began,
    )


def _in_order(masts: Masts, tenancies: Tenancies, order: IntArray) -> tuple[Masts, Tenancies, IntArray]:
    """Masts by id and tenancies by mast and operator, so that shuffled input is the same question."""
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    wrong = (tenancies.mast < 0) | (tenancies.mast >= len(masts))
    if wrong.any():
        raise BadInput("tenancy.no_such_mast", np.flatnonzero(wrong).tolist())
    home = place[tenancies.mast]
    row = np.lexsort((tenancies.operator, home))
    names = ("ids", "owner", "tenants", "height_m", "class_code", "free", "rent_vnd", "wind_left_m2")
    sorted_masts = replace(masts, points=masts.points[order], **{name: getattr(masts, name)[order] for name in names})
    return (
        sorted_masts,
        Tenancies(home[row], tenancies.operator[row], tenancies.height_m[row], tenancies.load_m2[row]),
        row,
    )


class _Run:
    """All batches of one question; what is not solved yet stays as it stands."""

    def __init__(
        self,
        ways: Ways,
        parts: list[Part],
        limits: Limits,
        began: float,
        on_progress: Callable[[Found], None] | None,
        stop: Callable[[], bool] | None,
    ) -> None:
        self.ways, self.parts, self.limits, self.began = ways, parts, limits, began
        self.on_progress, self.stop = on_progress, stop
        self.at = ways.home.copy()
        self.metres = np.zeros(len(ways.home))
        self.keep = ways.must.copy()
        self.keep[ways.home] = True
        self.bound = 0
        self.open = 0

    def all(self, pool: Executor, workers: int, stop: Callable[[], bool] | None) -> None:
        """Solve every batch, a few under way at a time so that late ones know what time is left."""
        undecided = []
        for part in self.parts:
            if settled(self.ways, part):
                self.bound += int(self.keep[part.masts].sum())
            else:
                undecided.append(part)
                self.bound += int(self.ways.must[part.masts].sum())
        todo = list(reversed(batches(undecided)))
        under_way: dict[Future[_Answer], tuple[Part, int]] = {}
        while todo or under_way:
            while todo and len(under_way) < workers and not self._stopped():
                numbers = todo.pop()
                part = joined(undecided, numbers)
                share = self._seconds * min(1.0, workers / (len(todo) + 1)) if len(numbers) == 1 else self._seconds
                limits = replace(self.limits, seconds=max(0.05, share))
                under_way[pool.submit(solved, self.ways, part, limits, stop)] = (part, len(numbers))
            if not under_way:
                break
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                self._take(future, *under_way.pop(future))
        self.open += sum(len(numbers) for numbers in todo)

    def _take(self, future: Future[_Answer], part: Part, groups: int) -> None:
        answer = future.result()
        count = len(part.masts)
        self.keep[part.masts] = answer.x[:count] > 0.5
        taken = part.ways[answer.x[count:] > 0.5]
        self.at[self.ways.tenancy[taken]] = self.ways.mast[taken]
        self.metres[self.ways.tenancy[taken]] = self.ways.metres[taken]
        self.bound += answer.bound - int(self.ways.must[part.masts].sum())
        self.open += 0 if answer.proven else groups
        if self.on_progress is not None:
            self.on_progress(Found(time.perf_counter() - self.began, float(self.keep.sum()), float(self.bound)))

    @property
    def _seconds(self) -> float:
        return max(0.0, self.limits.seconds - (time.perf_counter() - self.began))

    def _stopped(self) -> bool:
        return self._seconds <= 0 or (self.stop is not None and self.stop())


def solved(ways: Ways, part: Part, limits: Limits, stop: Callable[[], bool] | None = None) -> _Answer:
    """The fewest masts of a part; then, for these masts, the fewest and shortest moves."""
    began = time.perf_counter()
    count = len(part.masts)
    model = programme(ways, part, np.ones(count), np.zeros(len(part.ways)), None)
    exact = replace(limits, absolute_gap=max(INTEGRAL, limits.absolute_gap))
    large = len(part.ways) > LARGE
    start = as_columns(ways, part, greedy(ways, part) if large else ways.home)
    answer = _run(model, exact, start if large else None, large=large, stop=stop)
    x = np.round(answer.x) if answer.found and answer.objective < start[:count].sum() - 0.5 else start
    kept = int(x[:count].sum())
    least = int(ways.must[part.masts].sum())
    bound = max(least, math.ceil(answer.bound - 1e-6)) if math.isfinite(answer.bound) else least
    bound = min(bound, kept)
    left = replace(limits, seconds=max(0.5, limits.seconds - (time.perf_counter() - began)), gap=0.0)
    return _Answer(_shortest(ways, part, x, left, stop), bound, bound == kept)


def _shortest(ways: Ways, part: Part, x: FloatArray, limits: Limits, stop: Callable[[], bool] | None) -> FloatArray:
    """Fewest moves, then fewest metres, on the masts that stay; what was found already where time is up."""
    count = len(part.masts)
    metres = ways.metres[part.ways]
    cost = np.where(ways.stays[part.ways], 0.0, FAR + metres)
    model = programme(ways, part, np.zeros(count), cost, x[:count])
    answer = _run(model, replace(limits, absolute_gap=1e-3), None, large=False, stop=stop)
    return np.round(answer.x) if answer.found and answer.objective < cost @ x[count:] else x


def _run(
    model: Model, limits: Limits, start: FloatArray | None, *, large: bool, stop: Callable[[], bool] | None
) -> Solution:
    how = solve_strictly if large else solve
    return how(model, limits, start=start, stop=stop)
