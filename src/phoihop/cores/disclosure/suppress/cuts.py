"""What must be hidden, as inequalities that every protected table keeps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phoihop.cores.disclosure.attack import Attack, Failure
from phoihop.cores.disclosure.problem import BoolArray, FloatArray, IntArray

SLACK = 1e-7


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """``Σ share · hidden ≥ 1`` over ``cells``."""

    cells: IntArray
    share: FloatArray

    def met_by(self, hidden: BoolArray) -> float:
        """The left side."""
        return float(self.share @ hidden[self.cells])


def cut_of(attack: Attack, failure: Failure, low: FloatArray, high: FloatArray, free: BoolArray) -> Cut | None:
    """The capacity inequality that a target which cannot move asks for; None where hiding does not help.

    With duals λ of the cells and reduced costs d of contributions, no move is longer than ``Σ |d|·room + Σ |λ|·room``,
    the second sum over cells that are known. Where a cell is hidden, its room is what its contributions have. So
    ``Σ |λ|·room · hidden ≥ need - Σ |d|·room`` whatever is hidden. No share counts more than the need.

    :param low, high: (cells): of the publication that fails
    :param free: (cells): may be hidden
    Source: Fischetti and Salazar-González (2000), capacity constraints.
    """
    attacker = int(attack.targets.attacker[failure.target])
    need = float(attack.targets.need[failure.target])
    room = attack.room if failure.above else attack.room.turned()
    low, high = (low, high) if failure.above else (-high, -low)
    sums = attack.problem.sums
    dual = failure.reached.dual
    rising, falling = np.maximum(dual, 0.0), np.maximum(-dual, 0.0)
    with np.errstate(invalid="ignore"):
        known = np.where(rising > 0, rising * high, 0.0) + np.where(falling > 0, falling * -low, 0.0)
    left = 1 - failure.reached.by_room - float(known[np.isfinite(known)].sum()) / need
    published = free & (low == high)
    opened = rising * (sums @ room.rest_up[attacker]) + falling * (sums @ room.rest_down[attacker])
    share = np.where(published, opened / need, 0.0)
    if left <= SLACK:  # only where the unit of moves was too short: hide something more
        share, left = published.astype(float), 1.0
    cells = np.flatnonzero(share > SLACK * left)
    share = np.minimum(share[cells] / left, 1.0)
    return Cut(cells, share) if share.sum() >= 1 - SLACK else None
