"""Solvers that take a whole model as it stands, for comparison."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.mip import INTEGRAL, Limits, Model, solve_strictly

LONG = os.environ.get("PHOIHOP_BENCH_LONG") == "1"
"""Whether rows that take minutes are wanted too."""
PEER_SECONDS = 120.0 if LONG else 30.0
THREADS = 2


@dataclass(frozen=True, slots=True)
class Said:
    """What a peer came to."""

    name: str
    value: float
    bound: float
    seconds: float

    def __str__(self) -> str:
        apart = abs(self.value - self.bound)
        if not np.isfinite(self.value):
            return f"{self.name}: nothing in {self.seconds:.0f} s"
        proven = "proven" if apart < 1 else f"gap {apart / max(abs(self.value), 1):.1%}"
        return f"{self.name}: {self.value:,.0f}, {proven} in {self.seconds:.2f} s"


def highs(model: Model, *, sign: int = 1) -> Said:
    """HiGHS with all the machine's threads; whole costs, so a gap under 1 is a proof."""
    answer = solve_strictly(model, Limits(PEER_SECONDS, absolute_gap=INTEGRAL, threads=THREADS))
    return Said("HiGHS whole", sign * answer.objective, sign * answer.bound, answer.seconds)


def cp_sat(model: Model, *, sign: int = 1) -> Said:
    """CP-SAT with as many workers. Every column is 0 or 1 there, and numbers are whole."""
    from ortools.sat.python import cp_model  # noqa: PLC0415  (for comparisons alone)

    programme = cp_model.CpModel()
    columns = [programme.new_bool_var("") for _ in model.cost]
    for number in range(len(model.row_lower)):
        entries = slice(model.row_start[number], model.row_start[number + 1])
        terms = [columns[place] for place in model.index[entries]]
        total = cp_model.LinearExpr.weighted_sum(terms, model.value[entries].astype(int).tolist())
        if np.isfinite(model.row_lower[number]):
            programme.add(total >= int(model.row_lower[number]))
        if np.isfinite(model.row_upper[number]):
            programme.add(total <= int(model.row_upper[number]))
    for column in np.flatnonzero(model.lower > 0):
        programme.add(columns[column] == 1)
    programme.minimize(cp_model.LinearExpr.weighted_sum(columns, model.cost.astype(int).tolist()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = PEER_SECONDS, THREADS
    began = time.perf_counter()
    ended = solver.solve(programme)
    found = ended in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    value = solver.objective_value if found else float("inf")
    return Said("CP-SAT whole", sign * value, sign * solver.best_objective_bound, time.perf_counter() - began)
