"""Where components are solved: here, on other processes, or on a Dask cluster."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from phoihop.clauses.towers.commands.running import Refusal

WAIT_S = 10


@contextmanager
def workers(count: int, scheduler: str | None) -> Iterator[Executor | None]:
    """An executor; None where everything is solved in this process.

    :raises Refusal: the cluster does not answer, or its library is not installed
    """
    if scheduler is not None:
        with _cluster(scheduler) as executor:
            yield executor
    elif count > 1:
        # Not forked: the solver's threads would not be there in the copy, their locks would.
        with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
            yield pool
    else:
        yield None


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        import distributed  # noqa: PLC0415 - an extra
    except ImportError as problem:
        raise Refusal("--scheduler needs Dask: pip install 'phoihop[dask]'.") from problem
    connect: Any = distributed.Client
    try:
        client = connect(address, timeout=WAIT_S)
    except (OSError, ValueError, TimeoutError) as problem:
        raise Refusal(f"No Dask scheduler answers at {address}: {problem}.") from problem
    with client:
        yield client.get_executor()
