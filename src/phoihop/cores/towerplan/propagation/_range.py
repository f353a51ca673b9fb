"""From a loss to a distance, and what shadowing takes."""

from __future__ import annotations

from collections.abc import Callable
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.points import FloatArray

HALVINGS = 40


def range_m(
    loss_db: Callable[[FloatArray], FloatArray],
    limit_db: npt.ArrayLike,
    nearest_m: float = 10.0,
    furthest_m: float = 30_000.0,
) -> FloatArray:
    """The longest distance whose loss stays within the limit, for a loss that grows with distance.

    0 where even ``nearest_m`` loses too much; ``furthest_m`` where nothing within it does.

    >>> round(float(range_m(lambda metres: 10.0 + 20.0 * np.log10(metres), 70.0)), 3)
    1000.0
    """
    limit = np.asarray(limit_db, float)
    low, high = np.full(limit.shape, nearest_m), np.full(limit.shape, furthest_m)
    for _ in range(HALVINGS):
        middle = np.sqrt(low * high)
        within = loss_db(middle) <= limit
        low, high = np.where(within, middle, low), np.where(within, high, middle)
    reach = np.where(loss_db(np.full(limit.shape, furthest_m)) <= limit, furthest_m, low)
    return np.where(loss_db(np.full(limit.shape, nearest_m)) <= limit, reach, 0.0)


def shadow_margin_db(deviation_db: float, share: float) -> float:
    """What the limit has to give up so that this share of places at the edge is served.

    >>> round(shadow_margin_db(8.0, 0.9), 2)
    10.25
    """
    return deviation_db * NormalDist().inv_cdf(share)


def free_space_db(distance_m: npt.ArrayLike, frequency_mhz: npt.ArrayLike) -> FloatArray:
    """Path loss in empty space, 20 log(4π d f / c): nothing on the ground loses less.

    >>> round(float(free_space_db(1000.0, 900.0)), 2)
    91.53
    """
    metres, hertz = np.asarray(distance_m, float), np.asarray(frequency_mhz, float) * 1e6
    loss: FloatArray = 20.0 * np.log10(4.0 * np.pi * metres * hertz / 299_792_458.0)
    return loss
