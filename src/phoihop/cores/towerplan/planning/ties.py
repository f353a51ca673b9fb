"""A second objective that makes the best plan the only one, whatever the order of the input or the solver."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.planning.near import Lists
from phoihop.cores.towerplan.points import IntArray

TIE_BITS = 20
Words = npt.NDArray[np.uint64]


def mixed(words: Any) -> Words:
    """Numbers that look random but depend on their input alone (the finaliser of SplitMix64)."""
    with np.errstate(over="ignore"):
        words = words + np.uint64(0x9E3779B97F4A7C15)
        words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        result: Words = words ^ (words >> np.uint64(31))
        return result


def rent_ties(need: IntArray, mast: IntArray, seed: int) -> IntArray:
    """A tie-breaker for each tenancy, below 2^TIE_BITS."""
    return _short(mixed(mixed(need.astype(np.uint64)) ^ mast.astype(np.uint64)), seed)


def group_ties(members: Lists, class_number: IntArray, seed: int) -> IntArray:
    """A tie-breaker for each group on a new mast, below 2^TIE_BITS."""
    if not len(members):
        return np.zeros(0, dtype=np.int64)
    words = mixed((members.items + np.int64(1 << 40)).astype(np.uint64))
    with np.errstate(over="ignore"):
        sums = np.add.reduceat(words, members.starts[:-1])
    return _short(mixed(sums ^ class_number.astype(np.uint64)), seed)


def _short(words: Words, seed: int) -> IntArray:
    words = mixed(words ^ np.uint64(seed))
    return (words & np.uint64((1 << TIE_BITS) - 1)).astype(np.int64)
