"""The fewest masts that can stay in an area, exactly."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from functools import partial

import numpy as np

from phoihop.cores.towerplan.consolidate._batch import Answer, fewest, solved, unsolved
from phoihop.cores.towerplan.consolidate._parts import batches, joined, parts_of, settled
from phoihop.cores.towerplan.consolidate._programme import Part
from phoihop.cores.towerplan.consolidate._tenancies import Consolidation, Flags, Tenancies
from phoihop.cores.towerplan.consolidate._ways import Ways, ways_of
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.mip import Found, Limits
from phoihop.cores.towerplan.model import Masts, Rules
from phoihop.cores.towerplan.points import FloatArray, IntArray

GROWTH = 1.5
"""How work grows with the ways of a batch: as this power."""


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
    :param executor: where batches are solved, ``workers`` at a time; threads where not given. There ``stop`` is asked
        and progress told between batches alone, as neither can travel to another process
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
        run.all(executor, workers, here=False)
    else:
        with ThreadPoolExecutor(workers) as pool:
            run.all(pool, workers, here=True)
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
    """All batches of one question; for what time did not suffice, a plan without proof."""

    def __init__(
        self,
        ways: Ways,
        parts: list[Part],
        limits: Limits,
        began: float,
        on_progress: Callable[[Found], None] | None,
        stop: Callable[[], bool] | None,
    ) -> None:
        self.ways, self.limits, self.began = ways, limits, began
        self.on_progress, self.stop = on_progress, stop
        self.at = ways.home.copy()
        self.metres = np.zeros(len(ways.home))
        self.keep = ways.must.copy()
        self.keep[ways.home] = True
        self.undecided = [part for part in parts if not settled(ways, part)]
        decided = [part.masts for part in parts if settled(ways, part)]
        self.bound = int(sum(self.keep[masts].sum() for masts in decided))
        self.known = np.zeros(ways.masts, dtype=np.int64)
        """At the first mast of each group: a quick bound."""
        for part in self.undecided:
            self.known[part.masts[0]] = fewest(ways, part)
        self.bound += int(self.known.sum())
        self.open = 0
        self.telling = threading.Lock()
        self.live: dict[int, tuple[float, float]] = {}
        """By first mast of a batch under way: masts less and bound more than before it began."""

    def all(self, pool: Executor, workers: int, *, here: bool) -> None:
        """Solve every batch, a few under way at a time so that late ones know what time is left.

        :param here: whether the pool is in this process, where batches can be stopped and tell how they stand
        """
        todo = deque(batches(self.undecided))
        under_way: dict[Future[Answer], tuple[Part, int]] = {}
        while todo or under_way:
            while todo and len(under_way) < workers and not self._stopped():
                # Large groups begin early; one worker keeps to the small ones, which would not get a turn otherwise.
                large = sum(groups == 1 for _, groups in under_way.values())
                numbers = todo.pop() if large < workers - 1 else todo.popleft()
                part = joined(self.undecided, numbers)
                limits = replace(self.limits, seconds=max(0.05, self._seconds * self._share(part, todo, workers)))
                stop, hear = (self.stop, partial(self._hear, part)) if here else (None, None)
                under_way[pool.submit(solved, self.ways, part, limits, stop, hear)] = (part, len(numbers))
            if not under_way:
                break
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                self._take(future.result(), *under_way.pop(future))
        for numbers in todo:
            part = joined(self.undecided, numbers)
            self._take(unsolved(self.ways, part), part, len(numbers))

    def _share(self, part: Part, todo: Iterable[list[int]], workers: int) -> float:
        """The part of the time left that a batch may use: work grows faster than size."""
        work = float(len(part.ways) ** GROWTH)
        left = sum(sum(len(self.undecided[number].ways) for number in numbers) ** GROWTH for numbers in todo)
        return float(min(1.0, workers * work / (work + left)))

    def _take(self, answer: Answer, part: Part, groups: int) -> None:
        count = len(part.masts)
        taken = part.ways[answer.x[count:] > 0.5]
        with self.telling:
            self.keep[part.masts] = answer.x[:count] > 0.5
            self.at[self.ways.tenancy[taken]] = self.ways.mast[taken]
            self.metres[self.ways.tenancy[taken]] = self.ways.metres[taken]
            known = int(self.known[part.masts].sum())
            bound = max(known, answer.bound)
            self.bound += bound - known
            self.open += groups if bound < self.keep[part.masts].sum() else 0
            self.live.pop(int(part.masts[0]), None)
            self._tell()

    def _hear(self, part: Part, found: Found, x: FloatArray) -> None:
        """How a batch under way stands; ``x`` is told with the rest."""
        with self.telling:
            masts, bound = float(self.keep[part.masts].sum()), float(self.known[part.masts].sum())
            fewer, more = self.live.get(int(part.masts[0]), (0.0, 0.0))
            self.live[int(part.masts[0])] = (max(fewer, masts - found.objective), max(more, found.bound - bound))
            self._tell()

    def _tell(self) -> None:
        if self.on_progress is not None:
            fewer, more = (sum(pair[side] for pair in self.live.values()) for side in (0, 1))
            masts, bound = float(self.keep.sum()) - fewer, math.floor(self.bound + more + 1e-6)
            self.on_progress(Found(time.perf_counter() - self.began, masts, bound))

    @property
    def _seconds(self) -> float:
        return max(0.0, self.limits.seconds - (time.perf_counter() - self.began))

    def _stopped(self) -> bool:
        return self._seconds <= 0 or (self.stop is not None and self.stop())
