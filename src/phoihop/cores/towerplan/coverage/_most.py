"""The k points that newly serve most people: maximal covering location (Church and ReVelle 1974), exactly."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.coverage import _bound
from phoihop.cores.towerplan.coverage._cover import Cover
from phoihop.cores.towerplan.coverage._problem import Flags, Problem, merged
from phoihop.cores.towerplan.coverage._search import Choice, greedy, swapped
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.mip import INTEGRAL, Found, Limits, Model, ModelBuilder, solve_strictly
from phoihop.cores.towerplan.planning.near import Lists
from phoihop.cores.towerplan.points import FloatArray, IntArray

ROUNDS = 60
CYCLES = 4
SMALL = 60
"""Points below which the solver is quicker than another cycle."""


@dataclass(slots=True)
class _Run:
    """One search: what is asked, and the best choice so far as positions in the input."""

    whole: Problem
    k: int
    limits: Limits
    began: float
    on_progress: Callable[[Found], None] | None
    stop: Callable[[], bool] | None
    chosen: IntArray
    value: float
    bound: float = np.inf

    def offer(self, chosen: IntArray) -> None:
        """Keep a choice that serves more."""
        value = self.whole.value(chosen)
        if value > self.value:
            self.value, self.chosen = value, chosen

    def tell(self) -> None:
        """Say where the run stands."""
        if self.on_progress is not None:
            self.on_progress(Found(self.seconds, self.value, max(self.value, self.bound)))

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.perf_counter() - self.began

    @property
    def over(self) -> bool:
        """Whether it is good enough or time is up."""
        apart = self.bound - self.value
        if apart < max(1 - _bound.SLACK, self.limits.absolute_gap) or apart <= self.limits.gap * self.value:
            return True
        return self.seconds > self.limits.seconds or (self.stop is not None and self.stop())


@dataclass(slots=True)
class _Rest:
    """The points still in doubt, once others are taken."""

    problem: Problem
    taken: IntArray
    settled: float
    """People that those taken serve."""
    left: int
    """Points that may still be taken."""

    def whole(self, among: IntArray) -> IntArray:
        """Positions in the input of a choice among the rest, and of those taken."""
        return np.concatenate([self.taken, self.problem.points[among]])


def cover_most(
    people: npt.ArrayLike,
    reach: Lists,
    k: int,
    *,
    covered: Flags | None = None,
    limits: Limits | None = None,
    on_progress: Callable[[Found], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Cover:
    """The ``k`` points that newly serve most people. Which of several equal choices it is depends on the order of rows.

    :param people: shape (cells,), whole people of each cell
    :param reach: for each point the cells it would serve
    :param covered: shape (cells,), cells that are served already
    :param limits: time, gap and threads; whole people, so an absolute gap under 1 is a proof
    :raises BadInput: ``k`` is negative, people are negative or no whole numbers, or a point reaches a cell there is not

    >>> reach = Lists.of_pairs(np.array([0, 0, 1, 1, 2]), np.array([0, 1, 1, 2, 3]), 3)
    >>> cover = cover_most([5, 4, 9, 3], reach, 1)
    >>> cover.chosen.tolist(), cover.served, cover.proven
    ([1], 13, True)
    """
    began = time.perf_counter()
    limits = limits or Limits()
    weight = checked(people, reach)
    if k < 0:
        raise BadInput("k.negative")
    open_ = np.ones(len(weight), dtype=bool) if covered is None else ~covered
    whole = merged(np.where(open_, weight, 0.0), reach)
    useful = np.flatnonzero(whole.reach.counts > 0)
    if len(useful) <= k:
        chosen, bound = useful, whole.value(useful)
    else:
        start = np.flatnonzero(greedy(whole, k).inside)
        run = _Run(whole, k, limits, began, on_progress, stop, start, whole.value(start))
        _search(run)
        chosen, bound = run.chosen, run.bound
    return _told(chosen, bound, weight, open_, reach, began)


def checked(people: npt.ArrayLike, reach: Lists) -> FloatArray:
    """People as numbers to count with."""
    weight = np.asarray(people, float)
    wrong = (weight < 0) | (weight != np.floor(weight))
    if wrong.any():
        raise BadInput("people.not_whole", np.flatnonzero(wrong).tolist())
    if len(reach.items) and (reach.items.min() < 0 or reach.items.max() >= len(weight)):
        raise BadInput("reach.no_such_cell")
    return weight


def _told(chosen: IntArray, bound: float, weight: FloatArray, open_: Flags, reach: Lists, began: float) -> Cover:
    reached = np.zeros(len(weight), dtype=bool)
    for point in chosen:
        reached[reach[point]] = True
    possible = np.zeros(len(weight), dtype=bool)
    possible[reach.items] = True
    served = int(weight[reached & open_].sum())
    missed = open_ & ~reached
    return Cover(
        chosen=np.sort(chosen),
        served=served,
        goal=float(served),
        bound=float(served) if bound < served + 1 - _bound.SLACK else float(np.floor(bound + _bound.SLACK)),
        missed=np.flatnonzero(missed),
        hopeless=np.flatnonzero(missed & ~possible),
        seconds=time.perf_counter() - began,
    )


def _search(run: _Run) -> None:
    """Bound and search in turns, each time on the points that are still in doubt; the rest for the solver."""
    rest = _Rest(run.whole, np.zeros(0, dtype=np.int64), 0.0, run.k)
    for _ in range(CYCLES):
        found = _cycle(run, rest)
        run.bound = min(run.bound, rest.settled + found.value)
        run.tell()
        if run.over:
            return
        must, never = _bound.settled(rest.problem, rest.left, found, run.value - rest.settled)
        if len(must) + len(never) < 0.1 * len(rest.problem.points):
            break
        rest = _smaller(run, rest, must, never)
        if not len(rest.problem.weight) or not rest.left:
            run.offer(rest.taken)
            run.bound = run.value
            return
        if len(rest.problem.points) < SMALL:
            break
    _finish(run, rest)


def _smaller(run: _Run, rest: _Rest, must: IntArray, never: IntArray) -> _Rest:
    keep = np.ones(len(rest.problem.points), dtype=bool)
    keep[must] = keep[never] = False
    taken = np.concatenate([rest.taken, rest.problem.points[must]])
    left = min(run.k - len(taken), int(keep.sum()))
    return _Rest(rest.problem.without(keep, must), taken, run.whole.value(taken), left)


def _cycle(run: _Run, rest: _Rest) -> _bound.Bound:
    """Move prices, improve the best choice seen on the way by swaps, and move on from there, twice."""
    problem, settled = rest.problem, rest.settled
    top, top_value = np.zeros(0, dtype=np.int64), -1.0

    def note(chosen: IntArray) -> float:
        nonlocal top, top_value
        value = problem.value(chosen)
        if value > top_value:
            top, top_value = chosen, value
        if settled + value > run.value:
            run.offer(rest.whole(chosen))
        return run.value - settled

    found = _bound.lower(problem, rest.left, run.value - settled, ROUNDS, on_choice=note)
    for _ in range(2):
        if settled + found.value < run.value + 1 - _bound.SLACK:
            break
        run.offer(rest.whole(np.flatnonzero(swapped(Choice(problem, top)).inside)))
        again = _bound.lower(problem, rest.left, run.value - settled, ROUNDS, price=found.price, on_choice=note)
        found = again if again.value < found.value else found
    return found


def _finish(run: _Run, rest: _Rest) -> None:
    """The solver's turn. Its bound holds for choices better than the best known one, so the higher of both counts."""
    many, before = len(rest.problem.points), run.bound

    def hear(found: Found, x: FloatArray) -> None:
        if x.size:
            run.offer(rest.whole(np.flatnonzero(x[:many] > 0.5)))
        run.bound = max(run.value, min(before, rest.settled - found.bound))
        run.tell()

    limits = replace(
        run.limits,
        seconds=max(0.01, run.limits.seconds - run.seconds),
        absolute_gap=max(INTEGRAL, run.limits.absolute_gap),
    )
    answer = solve_strictly(_model(rest.problem, rest.left), limits, on_found=hear, stop=run.stop)
    if answer.found:
        run.offer(rest.whole(np.flatnonzero(answer.x[:many] > 0.5)))
    run.bound = max(run.value, min(before, rest.settled - answer.bound))


def _model(problem: Problem, k: int) -> Model:
    """A point is built or not; a group is served where a built point reaches it; at most ``k`` are built.

    What a point alone reaches counts with the point, and needs no column of its own.
    """
    many = len(problem.points)
    shared = problem.by_group.counts > 1
    place, groups = np.cumsum(shared) - 1, int(shared.sum())
    entries = shared[problem.reach.items]
    builder = ModelBuilder()
    built = builder.columns(-problem.gains(np.where(shared, 0.0, problem.weight)))
    served = builder.columns(-problem.weight[shared], integer=False)
    builder.rows(
        groups,
        np.concatenate([place[problem.reach.items[entries]], np.arange(groups)]),
        np.concatenate([built[problem.owner[entries]], served]),
        np.concatenate([-np.ones(int(entries.sum())), np.ones(groups)]),
        upper=0.0,
    )
    builder.rows(1, np.zeros(many, dtype=np.int64), built, 1.0, upper=float(k))
    return builder.build()
