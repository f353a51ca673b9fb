"""One batch of masts, solved to a proof or until its time is up."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from phoihop.cores.towerplan.consolidate._greedy import as_columns, greedy
from phoihop.cores.towerplan.consolidate._programme import Part, programme
from phoihop.cores.towerplan.consolidate._ways import Ways
from phoihop.cores.towerplan.mip import INTEGRAL, Found, Limits, solve, solve_strictly
from phoihop.cores.towerplan.points import FloatArray

LARGE = 3000
"""Ways from which on a group begins with a greedy solution and runs in a process of its own."""
FAR = 1e6
"""More than any metres: one move less always counts more than shorter ones."""
POLISH_SECONDS = 0.5
"""What is left for shorter moves at least, however late it is."""

Stop = Callable[[], bool]
Hear = Callable[[Found, FloatArray], None]


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """Which of a batch's masts stay and which ways are taken; and no fewer than ``bound`` can stay."""

    x: FloatArray
    bound: int


def solved(ways: Ways, part: Part, limits: Limits, stop: Stop | None = None, hear: Hear | None = None) -> Answer:
    """The fewest masts of a part; then, for these masts, the fewest and shortest moves."""
    began = time.perf_counter()
    count = len(part.masts)
    model = programme(ways, part, np.ones(count), np.zeros(len(part.ways)), None)
    exact = replace(limits, absolute_gap=max(INTEGRAL, limits.absolute_gap))
    if len(part.ways) > LARGE:
        start = as_columns(ways, part, greedy(ways, part))
        answer = solve_strictly(model, exact, start=start, on_found=hear, stop=stop)
    else:
        answer = solve(model, exact, on_found=hear, stop=stop)
    x = np.round(answer.x) if answer.found else as_columns(ways, part, greedy(ways, part))
    least = fewest(ways, part)
    bound = max(least, math.ceil(answer.bound - 1e-6)) if math.isfinite(answer.bound) else least
    left = replace(limits, seconds=max(POLISH_SECONDS, limits.seconds - (time.perf_counter() - began)), gap=0.0)
    return Answer(_shortest(ways, part, x, left, stop), bound)


def unsolved(ways: Ways, part: Part) -> Answer:
    """What is quickly said of a part for which no time is left."""
    return Answer(as_columns(ways, part, greedy(ways, part)), fewest(ways, part))


def fewest(ways: Ways, part: Part) -> int:
    """A quick bound: those that must stay, or as many as take all tenancies where each mast is as full as it can be.

    A tenancy counts as one over the most tenants of the roomiest mast it can go to.
    """
    tenancy, mast = ways.tenancy[part.ways], ways.mast[part.ways]
    operators = np.bincount(np.unique(mast * 64 + ways.operator[tenancy]) // 64, minlength=ways.masts)
    full = np.maximum(np.minimum(np.minimum(operators, ways.most), ways.above[:, 0]), 1)
    rank, row = np.unique(tenancy, return_inverse=True)
    roomiest = np.zeros(len(rank))
    np.maximum.at(roomiest, row, full[mast].astype(float))
    return max(int(ways.must[part.masts].sum()), math.ceil(float((1.0 / roomiest).sum()) - 1e-6))


def _shortest(ways: Ways, part: Part, x: FloatArray, limits: Limits, stop: Stop | None) -> FloatArray:
    """Fewest moves, then fewest metres, on the masts that stay; what was found already where time is up."""
    count = len(part.masts)
    cost = np.where(ways.stays[part.ways], 0.0, FAR + ways.metres[part.ways])
    model = programme(ways, part, np.zeros(count), cost, x[:count])
    answer = solve(model, replace(limits, absolute_gap=1e-3), stop=stop)
    return np.round(answer.x) if answer.found and answer.objective < cost @ x[count:] else x
