"""The check of a plan beside the writing of its files, which are not shown before it has passed."""

from __future__ import annotations

import multiprocessing
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phoihop.clauses.towers.reading import Case
    from phoihop.cores.towerplan.model import Plan

BESIDE_FROM = 5000  # needs: a smaller plan is checked sooner than a process starts


def start_check(case: Case, plan: Plan) -> Callable[[], list[str]]:
    """Begin the check; what is returned waits for it and gives what is wrong.

    A large plan is checked by a copy of this process, which has the plan in its memory already. Where the system makes
    no copies, or the copy dies, the check runs here.
    """
    if len(case.needs) < BESIDE_FROM or "fork" not in multiprocessing.get_all_start_methods():
        return lambda: _check(case, plan)
    ours, theirs = multiprocessing.Pipe(duplex=False)
    copy = multiprocessing.get_context("fork").Process(target=_check_into, args=(theirs, case, plan), daemon=True)
    with warnings.catch_warnings():
        # The copy runs no code of the threads that it does not have.
        warnings.simplefilter("ignore", DeprecationWarning)
        copy.start()
    theirs.close()

    def result() -> list[str]:
        try:
            found: list[str] = ours.recv()
        except EOFError:
            return _check(case, plan)
        finally:
            copy.join()
        return found

    return result


def _check_into(connection: Connection, case: Case, plan: Plan) -> None:
    connection.send(_check(case, plan))


def _check(case: Case, plan: Plan) -> list[str]:
    from phoihop.cores.towerplan.checker import check  # noqa: PLC0415 - only where a plan is there

    return [str(wrong) for wrong in check(case.masts, case.needs, case.rules, case.costs, plan)]
