"""The linear programme of one publication: asked for one attacker and target after the other, kept warm between."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from phoihop.cores.disclosure.errors import SolverFailed
from phoihop.cores.disclosure.problem import BoolArray, FloatArray, IntArray, Problem
from phoihop.cores.disclosure.solver import quiet

FURTHEST = 1000.0
"""Moves are measured in needs and go no further than this, so that large and small figures solve alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """How far a target moves, in needs, and why not further."""

    gain: float
    move: FloatArray
    """(atoms): the difference of each atom's sum, in needs."""
    dual: FloatArray
    """(cells): how much further the target would move for one more unit of the cell; of either sign."""
    by_room: float
    """What the contributions' own room gives with these duals; the rest is what is known of cells."""


class Programme:
    """Most ``Σ u`` over the atoms of a cell, with ``low ≤ Σ (u + v) ≤ high`` for every cell.

    Atoms that are shown as they are move in themselves only (what ``u`` takes, ``v`` gives), so the programme has two
    columns, u and v, for each of the other atoms, and one row for each set of them whose sum is told.

    Source: Fischetti and Salazar-González, Models and algorithms for optimizing cell suppression in tabular data with
    linear constraints, Journal of the American Statistical Association 95 (2000); here with contributors apart.
    """

    def __init__(self, problem: Problem, low: FloatArray, high: FloatArray) -> None:
        """:param low, high: (cells): how far each cell may be from the truth."""
        self._problem, self._low, self._high = problem, low, high
        alone = np.flatnonzero(problem.members.sum(axis=1) == 1)
        cell, atom = np.nonzero(problem.members[alone])
        self._own_cell = np.zeros(problem.members.shape[1], np.int64)
        self._own_cell[atom] = alone[cell]
        self._loose = np.flatnonzero((low < high)[self._own_cell])
        self._rows = _told_sums(problem.members[:, self._loose], low, high)
        self._highs = quiet()
        self._load(problem.members[np.ix_(self._rows, self._loose)])

    def _load(self, members: BoolArray) -> None:
        rows, atoms = members.shape
        row, column = np.nonzero(np.hstack([members, members]))
        start = np.zeros(rows + 1, np.int32)
        np.cumsum(2 * members.sum(axis=1), out=start[1:])
        none = np.zeros(2 * atoms)
        self._columns, self._told = np.arange(2 * atoms, dtype=np.int32), np.arange(rows, dtype=np.int32)
        self._highs.setOptionValue("presolve", "off")
        self._highs.passModel(
            2 * atoms, rows, len(row), int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize), 0.0,
            none, none, none, np.zeros(rows), np.zeros(rows), start, column.astype(np.int32), np.ones(len(row)),
            np.zeros(2 * atoms, np.int32),
        )  # fmt: skip

    def reach(self, room: tuple[FloatArray, ...], atoms: BoolArray, need: float) -> Reached:
        """How far the target moves above the truth.

        :param room: (u below, u above, v below, v above), as of :meth:`Room.of_target`
        :param atoms: (atoms): those of the target
        :param need: the unit
        """
        below, above = np.stack([room[0], room[2]]) / need, np.stack([room[1], room[3]]) / need
        x, row_dual = self._solve(below[:, self._loose], above[:, self._loose], atoms[self._loose], need)
        move = np.zeros(len(atoms))
        move[self._loose] = x[0] + x[1]
        still = atoms.copy()
        still[self._loose] = False
        gain = float(x[0][atoms[self._loose]].sum() + np.minimum(above[0], below[1])[still].sum())
        dual = self._duals(row_dual, atoms, below, above)
        reduced = np.stack([atoms.astype(float), np.zeros(len(atoms))]) - dual @ self._problem.members
        by_room = float((np.maximum(reduced, 0.0) * above + np.maximum(-reduced, 0.0) * below).sum())
        return Reached(gain, move, dual, by_room)

    def _solve(
        self, below: FloatArray, above: FloatArray, wanted: BoolArray, need: float
    ) -> tuple[FloatArray, FloatArray]:
        """u and v of the loose atoms (2, loose), and the duals of the rows."""
        if not len(self._loose):
            return np.zeros((2, 0)), np.zeros(len(self._rows))
        low, high = -np.minimum(below, FURTHEST).ravel(), np.minimum(above, FURTHEST).ravel()
        cost = np.concatenate([-wanted.astype(float), np.zeros(len(wanted))])
        highs = self._highs
        highs.changeColsBounds(len(cost), self._columns, low, high)
        highs.changeColsCost(len(cost), self._columns, cost)
        if len(self._rows):
            rows = self._rows
            highs.changeRowsBounds(len(rows), self._told, self._low[rows] / need, self._high[rows] / need)
        highs.run()
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise SolverFailed(highs.modelStatusToString(highs.getModelStatus()))
        solution = highs.getSolution()
        return np.array(solution.col_value).reshape(2, -1), -np.array(solution.row_dual)

    def _duals(self, row_dual: FloatArray, atoms: BoolArray, below: FloatArray, above: FloatArray) -> FloatArray:
        """Duals of all cells: those of the rows, and for atoms that are shown what keeps them where they are."""
        dual = np.zeros(len(self._problem))
        dual[self._rows] = row_dual
        through = dual @ self._problem.members
        fixed = np.ones(len(atoms), bool)
        fixed[self._loose] = False
        own = np.where(atoms & (below[1] < above[0]), 1.0, 0.0) - through
        dual[self._own_cell[fixed]] += own[fixed]
        return dual


def _told_sums(members: BoolArray, low: FloatArray, high: FloatArray) -> IntArray:
    """Cells of whose loose atoms something is told; of those that tell the same sum exactly, one."""
    touched = members.any(axis=1) & (np.isfinite(low) | np.isfinite(high))
    exact = np.flatnonzero(touched & (low == high))
    _, first = np.unique(np.packbits(members[exact], axis=1), axis=0, return_index=True)
    return np.sort(np.concatenate([exact[first], np.flatnonzero(touched & (low < high))]))
