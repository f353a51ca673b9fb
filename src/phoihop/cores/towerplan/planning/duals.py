"""A falling gap's lower side: duals of a part's linear programme, raised round by round."""

from __future__ import annotations

import math
import time

import numpy as np

from phoihop.cores.towerplan.planning import heavy
from phoihop.cores.towerplan.planning.heavy import DualState, Table
from phoihop.cores.towerplan.points import FloatArray

STEPS_A_ROUND, MOST_ROUNDS = 40, 120
CORE_A_NEED = 25
"""Columns looked at in the steps, for each need, besides those in use."""
BETWEEN = 8.0
"""Of duals and use at first, in costs of a need on the average."""
LUCK = 0.02
"""By how much of that chance parts columns of one price."""
SAME, FRUITLESS, FEWEST_ROUNDS = 1e-6, 3, 8
"""After so many rounds that raise the bound by no larger share it counts as the highest; and the fewest in all."""
MANY, PATIENT = 1_000_000, 12
"""Columns up to which a round takes no time, and fruitless rounds then."""


class Duals:
    """Duals of needs and limits with the bound that they prove."""

    def __init__(self, table: Table) -> None:
        self.table = table
        shares, nothing = table.shares, np.zeros(len(table.capacity))
        self.shares = shares.copy()
        self.usual = max(float(shares.mean()), 1.0)
        """What a need costs on the average, at least."""
        self._price = table.cost.astype(np.float64)
        self._state = DualState(
            shares, nothing, np.zeros(len(table), dtype=np.float32), np.full(1, BETWEEN * self.usual), shares.copy(),
            nothing.copy(), np.full(1, -np.inf),
        )  # fmt: skip
        self._stopped = False

    @property
    def proven(self) -> int:
        """Nothing costs less."""
        found = float(self._state.bound[0])
        # Sums of many thousand numbers are off by a hair.
        return max(0, math.ceil(found - 1e-9 * abs(found) - 1e-3)) if math.isfinite(found) else 0

    @property
    def needs(self) -> FloatArray:
        """The best duals of the needs."""
        return self._state.best_needs

    def reduced(self) -> FloatArray:
        """What each column costs above the best duals; where that is above the gap, it is in no better choice."""
        return self.table.reduced(self._state.best_needs, self._state.best_limits)

    def stop(self) -> None:
        """End after the present round."""
        self._stopped = True

    def rise(self, ends_at: float) -> None:
        """Raise the bound until that brings nothing more, or until the time is up."""
        fruitless, patience = 0, PATIENT if len(self.table) < MANY else FRUITLESS
        for number in range(MOST_ROUNDS):
            before = float(self._state.bound[0])
            heavy.dual(self.table, self._price, (STEPS_A_ROUND, CORE_A_NEED, LUCK * self.usual), self._state)
            gained = float(self._state.bound[0]) - before
            fruitless = fruitless + 1 if gained <= SAME * abs(before) else 0
            done = fruitless >= patience and number >= FEWEST_ROUNDS
            if done or self._stopped or time.perf_counter() > ends_at:
                break
        heavy.dual(self.table, self._price, (0, 1, 0.0), self._state)
