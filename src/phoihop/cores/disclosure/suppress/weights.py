"""What hiding a cell costs."""

from __future__ import annotations

import enum

import numpy as np

from phoihop.cores.disclosure.problem import FloatArray, Problem

LEAST = 1e-3
"""Even a cell of nothing costs a little, or it would be hidden for nothing."""


class Weighing(enum.StrEnum):
    """How information is measured."""

    VALUE = "value"
    """The size of the figure."""
    COUNT = "count"
    """Every figure alike."""
    LOG = "log"
    """``log(1 + size)``: between the two."""


def weights_of(problem: Problem, weighing: Weighing = Weighing.VALUE) -> FloatArray:
    """(cells): the information in each; that of all shown cells together is 1000.

    >>> from phoihop.cores.disclosure.problem import build
    >>> from phoihop.cores.disclosure.records import Contribution, Variable
    >>> rows = [Contribution("A", {"place": place}, value) for place, value in (("x", 30.0), ("y", 10.0))]
    >>> weights_of(build(rows, [Variable("place")], [["place"]])).round().tolist()
    [375.0, 500.0, 125.0]
    """
    size = (problem.sums @ np.abs(problem.amounts)).sum(axis=1)
    measured = {Weighing.VALUE: size, Weighing.COUNT: np.ones(len(size)), Weighing.LOG: np.log1p(size)}[weighing]
    total = float(measured[problem.shown].sum())
    found: FloatArray = np.maximum(1000 * measured / (total or 1.0), LEAST) * problem.shown
    return found
