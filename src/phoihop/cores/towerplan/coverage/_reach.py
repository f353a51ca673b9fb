"""Which cells a point would serve."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.planning.frame import Frame
from phoihop.cores.towerplan.planning.near import Lists, near
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points

Loss = Callable[[FloatArray, IntArray], FloatArray]
"""Path loss in dB from metres of distance and positions of the points, entry by entry."""


def reach_within(points: Points, cells: Points, radius_m: npt.ArrayLike) -> Lists:
    """For each point the cells whose centre is within its radius, ascending.

    :param radius_m: one radius, or one a point

    >>> points, cells = Points(np.array([[0.0, 0.0]])), Points(np.array([[30.0, 40.0], [30.1, 40.0]]))
    >>> reach_within(points, cells, 50.0)[0].tolist()
    [0]
    """
    radius = np.ascontiguousarray(np.broadcast_to(np.asarray(radius_m, float), (len(points),)))
    frame = Frame.of(points, cells)
    return near(frame.spots(points), radius, frame.spots(cells))


def reach_by_loss(points: Points, cells: Points, loss_db: Loss, limit_db: npt.ArrayLike, furthest_m: float) -> Lists:
    """For each point the cells within ``furthest_m`` that its signal reaches with a loss up to the limit.

    :param loss_db: such as ``lambda metres, point: cost231_hata(metres / 1000, 1800.0, height_m[point], 1.5)``
    :param limit_db: one limit (power and gains less sensitivity and margin), or one a point
    """
    within = reach_within(points, cells, furthest_m)
    point = within.rows
    apart = np.linalg.norm(points.metric[point] - cells.metric[within.items], axis=1)
    limit = np.broadcast_to(np.asarray(limit_db, float), (len(points),))
    return within.only(loss_db(apart, point) <= limit[point])


def covered_by(reach: Lists, cells: int) -> npt.NDArray[np.bool_]:
    """Which cells some point reaches: the existing coverage, where the points are existing masts."""
    covered = np.zeros(cells, dtype=bool)
    covered[reach.items] = True
    return covered
