"""How far contributions can move for each attacker."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phoihop.cores.disclosure.attackers import REST, Targets, caps
from phoihop.cores.disclosure.problem import BoolArray, FloatArray, Problem
from phoihop.cores.disclosure.rules import Rules

TOGETHER = 64
"""Attackers that are worked on at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """Room above and below the truth, before anything is published.

    Differences from the truth are called moves: ``u`` of the target, ``v`` of all other contributors but the attackers.
    """

    up: FloatArray
    """(atoms, contributors)."""
    down: FloatArray
    rest_up: FloatArray
    """(attackers, atoms): all but the attackers together."""
    rest_down: FloatArray

    @classmethod
    def of(cls, problem: Problem, rules: Rules, inside: BoolArray) -> Room:
        """The room of a problem; ``inside`` is (attackers, contributors)."""
        up, down = caps(problem, rules)
        outside = (~inside).astype(float)
        return cls(up, down, outside @ up.T, outside @ down.T)

    @property
    def even(self) -> bool:
        """As much room above as below."""
        return bool(np.array_equal(self.up, self.down))

    def turned(self) -> Room:
        """Above and below exchanged."""
        return Room(self.down, self.up, self.rest_down, self.rest_up)

    def of_target(self, attacker: int, contributor: int, atoms: BoolArray) -> tuple[FloatArray, ...]:
        """(u below, u above, v below, v above), each (atoms): the target moves in ``atoms`` only, as ``u``; whatever
        else moves is ``v``."""
        up, down = self.rest_up[attacker], self.rest_down[attacker]
        if contributor == REST:
            own_up, own_down = np.where(atoms, up, 0.0), np.where(atoms, down, 0.0)
        else:
            own_up = np.where(atoms, self.up[:, contributor], 0.0)
            own_down = np.where(atoms, self.down[:, contributor], 0.0)
        return own_down, own_up, np.maximum(down - own_down, 0.0), np.maximum(up - own_up, 0.0)

    def without_moves(self, problem: Problem, targets: Targets) -> FloatArray:
        """How far above the truth each target can move while the sum of every atom stays: what it takes, others give.

        ``Σ min(u above, v below)`` over the atoms of the cell; nothing for all others together.
        """
        found = np.zeros(len(targets))
        many = self.up.shape[1]
        for first in range(0, len(self.rest_up), TOGETHER):
            others = self.rest_down[first : first + TOGETHER, None, :] - self.down.T
            freely = np.minimum(self.up.T, np.maximum(others, 0.0)).reshape(len(others) * many, len(self.up))
            moved = freely @ problem.sums.T
            here = np.flatnonzero((targets.attacker >= first) & (targets.attacker < first + TOGETHER))
            here = here[targets.contributor[here] != REST]
            row = (targets.attacker[here] - first) * many + targets.contributor[here]
            found[here] = moved[row, targets.cell[here]]
        return found
