"""A point for each of some masts so that all keep their spacing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.placing import Flags, Options

MOST_STEPS = 20_000
MOST_POINTS = 20_000


class TooManySteps(Exception):
    """The search for spots was given up."""


def arrange(options: Sequence[Options]) -> list[int] | None:
    """For each mast the number of one of its options so that all keep their spacing, or None where there is none.

    The mast with the fewest points left goes first, its points in their order.

    :raises TooManySteps: neither was found in reasonable time
    """
    starts = np.concatenate([[0], np.cumsum([len(option) for option in options])]).astype(np.int64)
    if starts[-1] > MOST_POINTS:
        raise TooManySteps
    if kernel.ready():
        at, keep = np.concatenate([it.at for it in options]), np.concatenate([it.keep_m for it in options])
        code, spot = kernel.arrange(starts, at, keep, MOST_STEPS)
        if code < 0:
            raise TooManySteps
        return [int(row) for row in spot - starts[:-1]] if code else None
    placed: dict[int, int] = {}
    if _place(options, [np.ones(len(option), dtype=bool) for option in options], placed, [0]):
        return [placed[number] for number in range(len(options))]
    return None


def _apart(options: Options, spot: Options) -> Flags:
    """Which places keep their spacing from a single one."""
    delta = options.at - spot.at
    squared = delta[:, 0] * delta[:, 0] + delta[:, 1] * delta[:, 1] + delta[:, 2] * delta[:, 2]
    result: Flags = np.sqrt(squared) >= np.maximum(options.keep_m, spot.keep_m)
    return result


def _place(options: Sequence[Options], alive: list[Flags], placed: dict[int, int], steps: list[int]) -> bool:
    left = [number for number in range(len(options)) if number not in placed]
    if not left:
        return True
    number = min(left, key=lambda n: (int(alive[n].sum()), n))
    for row in np.flatnonzero(alive[number]).tolist():
        steps[0] += 1
        if steps[0] > MOST_STEPS:
            raise TooManySteps
        spot = options[number].only(slice(row, row + 1))
        rest = list(alive)
        for other in left:
            if other != number:
                rest[other] = alive[other] & _apart(options[other], spot)
        if all(rest[other].any() for other in left if other != number):
            placed[number] = row
            if _place(options, rest, placed, steps):
                return True
            del placed[number]
    return False
