"""Errors of this core.

TowerPlanError (ValueError)     the work asked for cannot be done
├── BadInput                    rows that no plan can be made from; ``rows`` are their positions, ``problem`` the code
├── NoSuchClass                 a class of mast that the table of costs does not know
├── Cancelled                   the caller asked to stop
└── SolverFailed                the library that solves programmes gave no usable answer
"""

from __future__ import annotations

from collections.abc import Sequence


class TowerPlanError(ValueError):
    """The work asked for cannot be done."""


class BadInput(TowerPlanError):
    """Rows that no plan can be made from.

    :param problem: a code in English, such as ``radius.not_positive``; the words for people are the caller's
    :param rows: positions of the wrong rows, from 0
    """

    def __init__(self, problem: str, rows: Sequence[int] = ()) -> None:
        super().__init__(f"{problem}: rows {list(rows[:10])}" if rows else problem)
        self.problem = problem
        self.rows = tuple(rows)


class NoSuchClass(TowerPlanError):
    """A class of mast that the table of costs does not know."""


class Cancelled(TowerPlanError):
    """The caller asked to stop."""


class SolverFailed(TowerPlanError):
    """The library that solves programmes gave no usable answer."""
