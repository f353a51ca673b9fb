"""The masts in groups that no tenancy crosses, and these in batches for the solver."""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.consolidate._programme import Part
from phoihop.cores.towerplan.consolidate._ways import Ways
from phoihop.cores.towerplan.points import IntArray

BATCH = 1200
"""Ways that are solved together: one run for each tiny group would cost milliseconds each."""


def parts_of(ways: Ways) -> list[Part]:
    """Groups of masts that tenancies could move among, by their first mast."""
    if not ways.masts:
        return []
    label = np.arange(ways.masts, dtype=np.int64)
    start, end = ways.home[ways.tenancy], ways.mast
    while True:
        spread = label.copy()
        np.minimum.at(spread, start, label[end])
        np.minimum.at(spread, end, spread[start])
        spread = spread[spread]
        if (spread == label).all():
            break
        label = spread
    masts = np.argsort(label, kind="stable")
    rows = np.argsort(label[start], kind="stable")
    roots, first = np.unique(label[masts], return_index=True)
    begins = np.searchsorted(label[start][rows], roots)
    bounds = zip(first, [*first[1:], len(masts)], begins, [*begins[1:], len(rows)], strict=True)
    return [Part(masts[a:b], rows[c:d]) for a, b, c, d in bounds]


def settled(ways: Ways, part: Part) -> bool:
    """Whether nothing is to be decided: every mast stays, or nobody is on the only one."""
    return bool(ways.must[part.masts].all()) or len(part.masts) == 1


def batches(parts: list[Part]) -> list[list[int]]:
    """Positions of parts to be solved together, the smallest first; a large part is alone."""
    order = sorted(range(len(parts)), key=lambda number: (len(parts[number].ways), number))
    result: list[list[int]] = []
    size = BATCH
    for number in order:
        ways = len(parts[number].ways)
        if size + ways > BATCH:
            result.append([])
            size = 0
        result[-1].append(number)
        size += ways
    return result


def joined(parts: list[Part], numbers: list[int]) -> Part:
    """Several parts as one."""
    masts: list[IntArray] = [parts[number].masts for number in numbers]
    ways: list[IntArray] = [parts[number].ways for number in numbers]
    return Part(np.concatenate(masts), np.concatenate(ways))
