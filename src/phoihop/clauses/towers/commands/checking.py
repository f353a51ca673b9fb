"""The check of a plan beside the writing of its files, which are not shown before it has passed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from phoihop.clauses.towers.writing import beside

if TYPE_CHECKING:
    from phoihop.clauses.towers.reading import Case
    from phoihop.cores.towerplan.model import Plan

BESIDE_FROM = 5000  # needs: a smaller plan is checked and written sooner than a process starts


def is_large(case: Case) -> bool:
    """Whether copies of this process pay."""
    return len(case.needs) >= BESIDE_FROM


def start_check(case: Case, plan: Plan) -> Callable[[], list[str]]:
    """Begin the check; what is returned waits for it and gives what is wrong."""
    return beside.start(lambda: _check(case, plan), large=is_large(case))


def _check(case: Case, plan: Plan) -> list[str]:
    from phoihop.cores.towerplan.checker import check  # noqa: PLC0415 - only where a plan is there

    return [str(wrong) for wrong in check(case.masts, case.needs, case.rules, case.costs, plan)]
