"""What readers are told of each cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phoihop.cores.disclosure.problem import BoolArray, FloatArray, Problem


@dataclass(frozen=True, slots=True, eq=False)
class Publication:
    """What readers learn of each cell's value: an interval, whose ends are equal where it is shown exactly."""

    low: FloatArray
    """(cells); -inf where nothing is told."""
    high: FloatArray

    @property
    def exact(self) -> BoolArray:
        """(cells): shown as it is."""
        found: BoolArray = self.low == self.high
        return found

    @property
    def hidden(self) -> BoolArray:
        """(cells): nothing is told."""
        return np.isneginf(self.low) & np.isposinf(self.high)


def suppressed(problem: Problem, hidden: BoolArray) -> Publication:
    """Every shown cell as it is but the hidden ones, of which nothing is told.

    :param hidden: (cells)
    """
    away = hidden | ~problem.shown
    values = problem.values
    return Publication(np.where(away, -np.inf, values), np.where(away, np.inf, values))


def differences(problem: Problem, publication: Publication) -> tuple[FloatArray, FloatArray]:
    """(cells): how far below and above the truth a cell is possible, by this publication and what was known before."""
    values = problem.values
    low = np.maximum(problem.low, publication.low) - values
    high = np.minimum(problem.high, publication.high) - values
    return np.minimum(low, 0.0), np.maximum(high, 0.0)
