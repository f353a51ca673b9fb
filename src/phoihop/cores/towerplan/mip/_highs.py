"""One run of HiGHS in this process."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, cast

import highspy
import numpy as np

from phoihop.cores.towerplan.errors import SolverFailed
from phoihop.cores.towerplan.mip._model import INFINITY, Found, Limits, Model, Solution, Status
from phoihop.cores.towerplan.points import FloatArray


class _Quiet(highspy.Highs):
    """HiGHS prints a banner as soon as callbacks are switched on, which its constructor does."""

    def enableCallbacks(self) -> None:  # noqa: N802
        self.setOptionValue("output_flag", False)
        cast(Any, super()).enableCallbacks()


_scheduler = threading.Condition()
_running, _threads = 0, 0


@contextmanager
def _scheduled(threads: int) -> Iterator[int]:
    """How many threads to ask for. One scheduler serves the process and takes a new number only when reset.

    While another run is under way, its number is kept: a reset would pull the threads from under it.
    """
    global _running, _threads  # noqa: PLW0603
    with _scheduler:
        if _running == 0 and threads != _threads:
            highspy.Highs.resetGlobalScheduler(True)
            _threads = threads
        _running += 1
        given = _threads
    try:
        yield given
    finally:
        with _scheduler:
            _running -= 1


_ENDS = {
    highspy.HighsModelStatus.kOptimal: Status.OPTIMAL,
    highspy.HighsModelStatus.kModelEmpty: Status.OPTIMAL,
    highspy.HighsModelStatus.kInfeasible: Status.INFEASIBLE,
    highspy.HighsModelStatus.kUnboundedOrInfeasible: Status.INFEASIBLE,
    highspy.HighsModelStatus.kUnbounded: Status.UNBOUNDED,
}
_FAILED = (
    highspy.HighsModelStatus.kLoadError,
    highspy.HighsModelStatus.kModelError,
    highspy.HighsModelStatus.kPresolveError,
    highspy.HighsModelStatus.kSolveError,
    highspy.HighsModelStatus.kPostsolveError,
)


def solve(
    model: Model,
    limits: Limits | None = None,
    *,
    relax: bool = False,
    start: FloatArray | None = None,
    on_found: Callable[[Found, FloatArray], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Solution:
    """Solve a model in this process.

    :param relax: leave integrality out; duals are given then
    :param start: a solution to begin with
    :param on_found: called from the solver with each better solution, and with an empty one where the bound alone rose
    :param stop: asked now and then; true ends the run with what it has
    :raises SolverFailed: HiGHS did not take or could not work on the model
    """
    limits = limits or Limits()
    began = time.perf_counter()
    linear = relax or not model.integer.any()
    with _scheduled(limits.threads) as threads:
        highs = _loaded(model, limits, threads, linear=linear)
        if start is not None and not linear:
            highs.setSolution(len(start), np.arange(len(start), dtype=np.int32), np.asarray(start, float))
        _listen(highs, began, limits.seconds, on_found, stop)
        highs.run()
    answer = _answer(highs, linear, time.perf_counter() - began)
    if _agrees(model, answer):
        return answer
    if start is None:
        raise SolverFailed("HiGHS gave a solution of another cost than it said")
    left = replace(limits, seconds=max(0.0, limits.seconds - answer.seconds))
    return solve(model, left, relax=relax, on_found=on_found, stop=stop)


def _agrees(model: Model, answer: Solution) -> bool:
    """Whether the solution costs what was said. Begun with a solution, HiGHS 1.16 at times says the cost of a better
    one and gives the first one back."""
    if not answer.x.size:
        return True
    return abs(float(model.cost @ answer.x) - answer.objective) <= 1e-6 * max(1.0, abs(answer.objective))


def _loaded(model: Model, limits: Limits, threads: int, *, linear: bool) -> Any:
    highs = cast(Any, _Quiet)()
    options = {
        "threads": threads,
        "time_limit": limits.seconds,
        "mip_rel_gap": limits.gap,
        "mip_abs_gap": limits.absolute_gap,
        "random_seed": 0,
    }
    for name, value in options.items():
        highs.setOptionValue(name, value)
    given = [len(model.cost), len(model.row_lower), len(model.index)]
    bounds = (model.cost, model.lower, model.upper, model.row_lower, model.row_upper)
    matrix = (model.row_start.astype(np.int32), model.index.astype(np.int32), model.value)
    minimise = int(highspy.ObjSense.kMinimize)
    by_rows = int(highspy.MatrixFormat.kRowwise)
    whole = (np.zeros(len(model.cost), np.int32) if linear else model.integer.astype(np.int32),)
    if highs.passModel(*given, by_rows, minimise, 0.0, *bounds, *matrix, *whole) == highspy.HighsStatus.kError:
        raise SolverFailed("HiGHS did not take the model")
    return highs


def _listen(
    highs: Any,
    began: float,
    seconds: float,
    on_found: Callable[[Found, FloatArray], None] | None,
    stop: Callable[[], bool] | None,
) -> None:
    """Interrupt past the limit too: the solver asks here at times when it does not look at its own clock."""
    risen = -INFINITY

    def tell(event: Any) -> None:
        nonlocal risen
        out = event.data_out
        bound, objective = float(out.mip_dual_bound), float(out.objective_function_value)
        x = np.array(out.mip_solution, float)
        if on_found is not None and (x.size or bound > risen):
            risen = max(risen, bound)
            on_found(Found(time.perf_counter() - began, objective if x.size else INFINITY, bound), x)

    def ask(event: Any) -> None:
        if time.perf_counter() - began > seconds or (stop is not None and stop()):
            event.interrupt()

    if math.isfinite(seconds) or stop is not None:
        highs.cbMipInterrupt += ask
        highs.cbSimplexInterrupt += ask
        highs.cbIpmInterrupt += ask
    if on_found is not None:
        highs.cbMipImprovingSolution += tell
        highs.cbMipInterrupt += tell


def _answer(highs: Any, linear: bool, seconds: float) -> Solution:
    ended, info = highs.getModelStatus(), highs.getInfo()
    if ended in _FAILED:
        raise SolverFailed(highs.modelStatusToString(ended))
    status = _ENDS.get(ended, Status.OPEN)
    none = np.zeros(0)
    x, row_dual, reduced = none, none, none
    found = info.primal_solution_status == int(highspy.SolutionStatus.kSolutionStatusFeasible)
    if found:
        solution = highs.getSolution()
        x = np.asarray(solution.col_value, float)
        if linear:
            row_dual, reduced = np.asarray(solution.row_dual, float), np.asarray(solution.col_dual, float)
        if status is Status.OPEN:
            status = Status.FEASIBLE
    objective = float(info.objective_function_value) if found else INFINITY
    bound = float(info.mip_dual_bound) if not linear else (objective if status is Status.OPTIMAL else -INFINITY)
    if status is Status.INFEASIBLE:
        bound = INFINITY
    nodes = 0 if linear else max(0, int(info.mip_node_count))
    return Solution(status, objective, bound, x, row_dual, reduced, nodes, seconds)
