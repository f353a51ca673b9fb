"""Small regions for tests: cells with people, and points that reach some of them."""

from __future__ import annotations

import itertools

import numpy as np

from phoihop.cores.towerplan.coverage import Lists


def region(seed: int, cells: int, points: int, share: float):
    """People of each cell and what each point reaches, at random."""
    rng = np.random.default_rng(seed)
    hits = rng.random((points, cells)) < share
    return rng.integers(0, 9, cells), Lists.of_pairs(*np.nonzero(hits), points)


def grid(seed: int, side: int, points: int, radius: float):
    """A square of cells and points at random that reach the cells near them."""
    rng = np.random.default_rng(seed)
    xy = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1).reshape(-1, 2).astype(float)
    at = rng.uniform(0, side, (points, 2))
    hits = ((at[:, None] - xy[None]) ** 2).sum(axis=2) <= radius**2
    return rng.integers(0, 500, len(xy)), Lists.of_pairs(*np.nonzero(hits), points)


def served(reach: Lists, chosen, cells: int):
    """Which cells a choice reaches."""
    flags = np.zeros(cells, dtype=bool)
    for point in chosen:
        flags[reach[point]] = True
    return flags


def choices(points: int, most: int):
    """Every choice of up to so many points."""
    return itertools.chain.from_iterable(itertools.combinations(range(points), many) for many in range(most + 1))
