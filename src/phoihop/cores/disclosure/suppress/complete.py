"""A protected table in little time: cells added greedily, then given back where they are not needed."""

from __future__ import annotations

import numpy as np

from phoihop.cores.disclosure.attack import Attack
from phoihop.cores.disclosure.problem import BoolArray, FloatArray
from phoihop.cores.disclosure.publication import differences, suppressed
from phoihop.cores.disclosure.suppress.cuts import Cut, cut_of

EACH = 2
"""Inequalities taken from one cell at a time."""
TRIED = 60
"""Cells that are tried to be given back."""


def complete(attack: Attack, hidden: BoolArray, free: BoolArray, weights: FloatArray) -> tuple[BoolArray, list[Cut]]:
    """Hide more cells until nothing is given away; gives the cells, and the inequalities that asked for them."""
    hidden, cuts = hidden.copy(), list[Cut]()
    while True:
        publication = suppressed(attack.problem, hidden)
        low, high = differences(attack.problem, publication)
        failures = attack.failures(publication, each=EACH)
        found = (cut_of(attack, it, low, high, free) for it in failures)
        fresh = [cut for cut in found if cut is not None]
        if not fresh:
            return hidden, cuts
        cuts += fresh
        for unmet in fresh:
            _meet(unmet, hidden, weights)


def _meet(cut: Cut, hidden: BoolArray, weights: FloatArray) -> None:
    """Hide what brings a cut nearest to its goal for its weight, until it is met."""
    while (missing := 1 - 1e-9 - cut.met_by(hidden)) > 0:
        worth = np.where(hidden[cut.cells], 0.0, np.minimum(cut.share, missing)) / weights[cut.cells]
        hidden[cut.cells[int(np.argmax(worth))]] = True


def thin(attack: Attack, hidden: BoolArray, free: BoolArray, weights: FloatArray) -> BoolArray:
    """Show again what can be shown, the dearest first."""
    hidden = hidden.copy()
    primary = np.array([why is not None for why in attack.why], bool)
    candidates = np.flatnonzero(hidden & free & ~primary)
    for cell in candidates[np.argsort(-weights[candidates], kind="stable")][:TRIED].tolist():
        hidden[cell] = False
        if attack.first_failure(suppressed(attack.problem, hidden)) is not None:
            hidden[cell] = True
    return hidden
