"""The linear programme of one attacker and one target, kept warm for the next."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from phoihop.cores.disclosure.errors import SolverFailed
from phoihop.cores.disclosure.problem import BoolArray, FloatArray, Problem
from phoihop.cores.disclosure.solver import quiet

FURTHEST = 1000.0
"""Moves are measured in needs and go no further than this, so that large and small figures solve alike."""
CLOSE = 1e-7


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """How far a target moves, in needs, and why not further."""

    gain: float
    move: FloatArray
    """(atoms): the difference of each atom's sum, in needs."""
    row_dual: FloatArray
    """(cells)."""
    by_room: float
    """The part of ``gain`` that room alone would give, the cells' duals being what they are."""


class Programme:
    """Most ``Σ u`` over the atoms of a cell, with ``low ≤ Σ (u + v) ≤ high`` for every cell.

    Columns: u of each atom, then v of each. Source: Fischetti and Salazar-González, Models and algorithms for
    optimizing cell suppression in tabular data with linear constraints, JASA 95 (2000); here with contributors apart.
    """

    def __init__(self, problem: Problem) -> None:
        cells, atoms = problem.members.shape
        self.atoms = atoms
        self._columns = np.arange(2 * atoms, dtype=np.int32)
        self._rows = np.arange(cells, dtype=np.int32)
        row, column = np.nonzero(problem.members)
        order = np.lexsort((np.concatenate([column, column + atoms]), np.concatenate([row, row])))
        index = np.concatenate([column, column + atoms])[order].astype(np.int32)
        start = np.zeros(cells + 1, np.int32)
        np.cumsum(2 * problem.members.sum(axis=1), out=start[1:])
        none, free = np.zeros(2 * atoms), np.full(cells, np.inf)
        self._highs = quiet()
        self._highs.setOptionValue("presolve", "off")
        self._highs.passModel(
            2 * atoms, cells, len(index), int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize), 0.0,
            none, none, none, -free, free, start, index, np.ones(len(index)), np.zeros(2 * atoms, np.int32),
        )  # fmt: skip

    def reach(
        self, room: tuple[FloatArray, ...], atoms: BoolArray, low: FloatArray, high: FloatArray, need: float
    ) -> Reached:
        """How far the target moves above the truth.

        :param room: (u below, u above, v below, v above), as of :meth:`Room.of_target`
        :param atoms: (atoms): those of the target
        :param low, high: (cells): how far each cell may be from the truth
        :param need: the unit
        """
        below = np.concatenate([room[0], room[2]]) / need
        above = np.concatenate([room[1], room[3]]) / need
        many = len(self._columns)
        cost = np.concatenate([-atoms.astype(float), np.zeros(self.atoms)])
        self._highs.changeColsBounds(
            many, self._columns, -np.minimum(below, FURTHEST), np.minimum(above, FURTHEST)
        )  # fmt: skip
        self._highs.changeColsCost(many, self._columns, cost)
        self._highs.changeRowsBounds(len(self._rows), self._rows, low / need, high / need)
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise SolverFailed(self._highs.modelStatusToString(self._highs.getModelStatus()))
        solution = self._highs.getSolution()
        x, reduced = np.array(solution.col_value), np.array(solution.col_dual)
        by_room = float(np.maximum(reduced, 0.0) @ below + np.maximum(-reduced, 0.0) @ above)
        return Reached(-float(cost @ x), x[: self.atoms] + x[self.atoms :], np.array(solution.row_dual), by_room)
