"""Controlled rounding: every figure near its truth, every sum still right."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from phoihop.cores.disclosure.errors import BadInput, CannotRound
from phoihop.cores.disclosure.problem import FloatArray, Problem
from phoihop.cores.disclosure.publication import Publication
from phoihop.cores.disclosure.solver import quiet

WHOLE = 1e-9
"""A figure this near to a multiple of the base is one."""


@dataclass(frozen=True, slots=True, eq=False)
class Rounding:
    """Rounded figures.

    :ivar values: (cells): multiples of the base; NaN for cells that are not shown
    :ivar steps: how many multiples further than the two next to it a figure may be; 0 nearly always
    :ivar moved: weighted sum of ``|rounded - true|`` in bases; ``bound`` is the least possible
    :ivar publication: what readers learn: each figure is within one base (and the steps) of what they see
    """

    base: float
    values: FloatArray
    steps: int
    moved: float
    bound: float
    publication: Publication


def controlled_rounding(
    problem: Problem, base: float, *, weights: FloatArray | None = None, steps: int = 2, seconds: float = math.inf
) -> Rounding:
    """Round all shown figures to multiples of a base, so that sums add up and multiples stay (zero-restricted).

    Least ``Σ weight · |rounded - true|``, as a mixed-integer programme over the atoms. Tables of three and more
    variables may have no such rounding; then figures may go one more step away, up to ``steps``.

    :param base: above zero, in the unit of the figures
    :param weights: (cells), default 1 for each that is shown
    :raises BadInput: the base is not above zero
    :raises CannotRound: nothing adds up within ``steps``, or not in time
    Source: Cox, A constructive procedure for unbiased controlled rounding, JASA 82 (1987); Salazar-González,
    Controlled rounding and cell perturbation, Mathematical Programming 105 (2006).
    """
    if not 0 < base < math.inf:
        raise BadInput("rounding.base", str(base))
    weights = problem.shown.astype(float) if weights is None else weights
    for step in range(steps + 1):
        if (found := _rounded(problem, base, weights, step, seconds)) is not None:
            return found
    raise CannotRound(f"base {base:g}")


def _rounded(problem: Problem, base: float, weights: FloatArray, step: int, seconds: float) -> Rounding | None:
    shown = np.flatnonzero(problem.shown)
    true = problem.values[shown] / base
    near = np.round(true)
    true = np.where(np.abs(true - near) <= WHOLE * np.maximum(1.0, np.abs(true)), near, true)
    wide = np.where(true == near, 0, step)
    highs = _model(problem, base, weights[shown], true, np.floor(true) - wide, np.ceil(true) + wide)
    if math.isfinite(seconds):
        highs.setOptionValue("time_limit", seconds)
    highs.run()
    info = highs.getInfo()
    if info.primal_solution_status != int(highspy.SolutionStatus.kSolutionStatusFeasible):
        return None
    atoms = problem.members.shape[1]
    whole = np.round(np.array(highs.getSolution().col_value)[:atoms])
    values = np.full(len(problem), np.nan)
    values[shown] = (problem.sums[shown] @ whole) * base
    reach = base * (1 + step)
    low, high = np.where(problem.shown, values - reach, -np.inf), np.where(problem.shown, values + reach, np.inf)
    moved = float(weights[shown] @ np.abs(values[shown] / base - true))
    bound = min(float(info.mip_dual_bound), moved)
    return Rounding(base, values, step, moved, bound, Publication(low, high))


def _model(
    problem: Problem, base: float, weights: FloatArray, true: FloatArray, low: FloatArray, high: FloatArray
) -> Any:
    """Columns: multiples of atoms, then the distance of each shown cell. Rows: ranges, then ``d ≥ ±(r - true)``."""
    sums = problem.sums[problem.shown]
    cells, atoms = sums.shape
    inside = problem.amounts.sum(axis=1) / base
    spare = np.ceil(np.abs(high - low)).max(initial=1.0) + 1
    highs = quiet()
    highs.addVars(atoms, np.floor(inside) - spare, np.ceil(inside) + spare)
    highs.addVars(cells, np.zeros(cells), np.full(cells, np.inf))
    columns = np.arange(atoms + cells, dtype=np.int32)
    highs.changeColsCost(atoms + cells, columns, np.concatenate([np.zeros(atoms), weights]))
    highs.changeColsIntegrality(atoms, columns[:atoms], np.ones(atoms, np.uint8))
    row, column = np.nonzero(sums)
    starts = np.concatenate([[0], np.cumsum(sums.sum(axis=1))[:-1]]).astype(np.int32)
    highs.addRows(cells, low, high, len(row), starts, column.astype(np.int32), np.ones(len(row)))
    for sign in (1.0, -1.0):
        for cell in range(cells):
            mine = np.flatnonzero(sums[cell]).astype(np.int32)
            index = np.append(mine, np.int32(atoms + cell))
            highs.addRow(-np.inf, sign * true[cell], len(index), index, np.append(np.full(len(mine), sign), -1.0))
    return highs
