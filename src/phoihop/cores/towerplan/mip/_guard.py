"""A run of HiGHS that ends when its time is up, whatever HiGHS is doing then."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from queue import Empty, Queue
from typing import IO, Any

import numpy as np

from phoihop.cores.towerplan.errors import SolverFailed
from phoihop.cores.towerplan.mip._highs import solve
from phoihop.cores.towerplan.mip._model import INFINITY, Found, Limits, Model, Solution, Status
from phoihop.cores.towerplan.points import FloatArray

STARTING_SECONDS = 0.3
"""About what the other process takes to start, which is worth it for longer limits alone."""
SHORT_SECONDS = 2.0
LOOK_SECONDS = 0.05


def solve_strictly(
    model: Model,
    limits: Limits,
    *,
    start: FloatArray | None = None,
    on_found: Callable[[Found, FloatArray], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Solution:
    """As ``solve``, but in a process of its own, which is killed a moment after the limit or when ``stop`` says so.

    The best solution and bound told until then are the answer, ``start`` where no better one was. Limits of
    ``SHORT_SECONDS`` and less, where starting a process costs more than HiGHS overruns, and unlimited runs that nobody
    can stop, stay in this process.
    """
    if limits.seconds <= SHORT_SECONDS or (limits.seconds == INFINITY and stop is None):
        return solve(model, limits, start=start, on_found=on_found, stop=stop)
    began = time.perf_counter()
    inner = replace(limits, seconds=limits.seconds - STARTING_SECONDS)
    command = [sys.executable, "-c", "from phoihop.cores.towerplan.mip._guard import child; child()"]
    process = subprocess.Popen(  # noqa: S603  (this very Python, no words from outside)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    told: Queue[Any] = Queue()
    listener = threading.Thread(target=_listen, args=(process.stdout, told), daemon=True)
    with process:
        listener.start()
        cost = INFINITY if start is None else float(model.cost @ start)
        known = (Found(0.0, cost, -INFINITY), np.zeros(0) if start is None else np.asarray(start, float))
        try:
            _say(process.stdin, (model, inner, start))
            return _await(told, limits.seconds, began, known, on_found, stop)
        finally:
            process.kill()
            listener.join()


def child() -> None:
    """The other process: one model in, solutions out as they are found, and the end."""
    model, limits, start = pickle.load(sys.stdin.buffer)  # noqa: S301  (written by the process that started this one)
    out = sys.stdout.buffer

    def tell(found: Found, x: FloatArray) -> None:
        _say(out, (found, x))

    _say(out, solve(model, limits, start=start, on_found=tell))


def _say(pipe: IO[bytes] | None, what: Any) -> None:
    if pipe is None:
        raise SolverFailed("no pipe to the solver's process")
    pickle.dump(what, pipe, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _listen(pipe: IO[bytes], told: Queue[Any]) -> None:
    while True:
        try:
            told.put(pickle.load(pipe))  # noqa: S301  (written by the process that this one started)
        except (EOFError, OSError, pickle.UnpicklingError, ValueError):
            told.put(None)
            return


def _await(
    told: Queue[Any],
    seconds: float,
    began: float,
    known: tuple[Found, FloatArray],
    on_found: Callable[[Found, FloatArray], None] | None,
    stop: Callable[[], bool] | None,
) -> Solution:
    best, x = known
    while time.perf_counter() - began < seconds and not (stop is not None and stop()):
        try:
            news = told.get(timeout=LOOK_SECONDS)
        except Empty:
            continue
        if isinstance(news, Solution):
            return replace(news, seconds=time.perf_counter() - began)
        if news is None:
            raise SolverFailed("the solver's process ended without an answer")
        found, better = news
        bound = max(best.bound, found.bound)
        better = better if found.objective < best.objective else np.zeros(0)
        best, x = (
            (Found(found.seconds, found.objective, bound), better) if better.size else (replace(best, bound=bound), x)
        )
        if on_found is not None:
            on_found(found, better)
    status = Status.FEASIBLE if x.size else Status.OPEN
    none = np.zeros(0)
    return Solution(status, best.objective, best.bound, x, none, none, 0, time.perf_counter() - began)
