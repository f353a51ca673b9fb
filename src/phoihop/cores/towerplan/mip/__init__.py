"""A thin, typed layer over HiGHS: models made from arrays, limits that hold, progress and a way to stop.

``ModelBuilder`` collects columns and blocks of rows; ``solve`` answers with a ``Solution`` whose bound is proven
whatever stopped it. HiGHS looks at its time limit now and then only and may overrun it several times over:
``solve_strictly`` runs it in a process of its own, which is ended when its time is up.

>>> import numpy as np
>>> builder = ModelBuilder()
>>> x = builder.columns(np.array([3.0, 2.0]))
>>> _ = builder.rows(1, np.zeros(2, int), x, 1.0, lower=1.0)
>>> solve(builder.build()).objective
2.0
"""

from phoihop.cores.towerplan.mip._guard import solve_strictly
from phoihop.cores.towerplan.mip._highs import solve
from phoihop.cores.towerplan.mip._model import INFINITY, INTEGRAL, Found, Limits, Model, ModelBuilder, Solution, Status

__all__ = [
    "INFINITY",
    "INTEGRAL",
    "Found",
    "Limits",
    "Model",
    "ModelBuilder",
    "Solution",
    "Status",
    "solve",
    "solve_strictly",
]
