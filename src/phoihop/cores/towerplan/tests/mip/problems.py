"""Models that several tests solve."""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.mip import Model, ModelBuilder


def covering(seed: int, rows: int, columns: int, each: int) -> Model:
    """Cover each row by one of ``each`` columns drawn at random."""
    rng = np.random.default_rng(seed)
    drawn = np.argsort(rng.random((rows, columns)), axis=1)[:, :each]
    builder = ModelBuilder()
    builder.columns(rng.integers(1, 100, columns))
    builder.rows(rows, np.repeat(np.arange(rows), each), drawn.ravel(), 1.0, lower=1.0)
    return builder.build()


def sides(model: Model, x: np.ndarray) -> np.ndarray:
    """What each row comes to."""
    return np.add.reduceat(model.value * x[model.index], model.row_start[:-1])
