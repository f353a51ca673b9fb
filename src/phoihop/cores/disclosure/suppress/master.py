"""The cheapest cells that keep all inequalities found so far."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from phoihop.cores.disclosure.errors import SolverFailed
from phoihop.cores.disclosure.problem import BoolArray, FloatArray
from phoihop.cores.disclosure.solver import quiet
from phoihop.cores.disclosure.suppress.cuts import Cut


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Cells to hide, or None where time was over before any were found; and what no choice costs less than."""

    hidden: BoolArray | None
    bound: float


class Master:
    """``min Σ weight · hidden`` with the cuts added so far."""

    def __init__(self, weights: FloatArray, must: BoolArray, free: BoolArray) -> None:
        self._highs = quiet()
        cells = len(weights)
        self._places = np.arange(cells, dtype=np.int32)
        self._highs.addVars(cells, must.astype(float), (free | must).astype(float))
        self._highs.changeColsCost(cells, self._places, weights)
        self._highs.changeColsIntegrality(cells, self._places, np.ones(cells, np.uint8))
        self._highs.setOptionValue("mip_rel_gap", 0.0)

    def add(self, cut: Cut) -> None:
        """One more inequality."""
        self._highs.addRow(1 - 1e-9, np.inf, len(cut.cells), cut.cells.astype(np.int32), cut.share)

    def solve(self, seconds: float) -> Choice:
        """The cheapest choice.

        :raises SolverFailed: HiGHS could not work on it
        """
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + max(seconds, 0.01))
        self._highs.run()
        status, info = self._highs.getModelStatus(), self._highs.getInfo()
        found = info.primal_solution_status == int(highspy.SolutionStatus.kSolutionStatusFeasible)
        if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kTimeLimit):
            raise SolverFailed(self._highs.modelStatusToString(status))
        hidden = np.array(self._highs.getSolution().col_value) > 0.5 if found else None
        return Choice(hidden, float(info.mip_dual_bound))
