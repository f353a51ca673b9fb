"""The fewest masts that can stay in an area, exactly."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from functools import partial

import numpy as np

from phoihop.cores.towerplan.consolidate._batch import Answer, solved
from phoihop.cores.towerplan.consolidate._parts import batches, joined, parts_of, settled
from phoihop.cores.towerplan.consolidate._programme import Part
from phoihop.cores.towerplan.consolidate._tenancies import Consolidation, Flags, Tenancies
from phoihop.cores.towerplan.consolidate._ways import Ways, ways_of
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.mip import Found, Limits
from phoihop.cores.towerplan.model import Masts, Rules
from phoihop.cores.towerplan.points import FloatArray, IntArray


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
        self.ways, self.limits, self.began = ways, limits, began
        self.on_progress, self.stop = on_progress, stop
        self.at = ways.home.copy()
        self.metres = np.zeros(len(ways.home))
        self.keep = ways.must.copy()
        self.keep[ways.home] = True
        self.undecided = [part for part in parts if not settled(ways, part)]
        decided = [part.masts for part in parts if settled(ways, part)]
        self.bound = int(sum(self.keep[masts].sum() for masts in decided))
        self.bound += int(sum(ways.must[part.masts].sum() for part in self.undecided))
        self.open = 0
        self.telling = threading.Lock()

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
                share = min(1.0, workers / (1 + sum(len(other) == 1 for other in todo))) if len(numbers) == 1 else 1.0
                limits = replace(self.limits, seconds=max(0.05, self._seconds * share))
                stop, hear = (self.stop, partial(self._hear, part)) if here else (None, None)
                under_way[pool.submit(solved, self.ways, part, limits, stop, hear)] = (part, len(numbers))
            if not under_way:
                break
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                self._take(future.result(), *under_way.pop(future))
        self.open += sum(len(numbers) for numbers in todo)

    def _take(self, answer: Answer, part: Part, groups: int) -> None:
        count = len(part.masts)
        taken = part.ways[answer.x[count:] > 0.5]
        with self.telling:
            self.keep[part.masts] = answer.x[:count] > 0.5
            self.at[self.ways.tenancy[taken]] = self.ways.mast[taken]
            self.metres[self.ways.tenancy[taken]] = self.ways.metres[taken]
            self.bound += answer.bound - int(self.ways.must[part.masts].sum())
            self.open += 0 if answer.proven else groups
            self._tell(0.0, 0.0)

    def _hear(self, part: Part, found: Found, x: FloatArray) -> None:
        """A batch under way: the rest stays as it stands."""
        with self.telling:
            masts, least = float(self.keep[part.masts].sum()), float(self.ways.must[part.masts].sum())
            self._tell(min(0.0, found.objective - masts), max(0.0, found.bound - least))

    def _tell(self, masts: float, bound: float) -> None:
        if self.on_progress is not None:
            seconds = time.perf_counter() - self.began
            self.on_progress(Found(seconds, float(self.keep.sum()) + masts, math.floor(self.bound + bound + 1e-6)))

    @property
    def _seconds(self) -> float:
        return max(0.0, self.limits.seconds - (time.perf_counter() - self.began))

    def _stopped(self) -> bool:
        return self._seconds <= 0 or (self.stop is not None and self.stop())
