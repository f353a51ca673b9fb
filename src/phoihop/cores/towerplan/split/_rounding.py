"""Whole đồng that add up exactly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from phoihop.cores.towerplan.split._game import Ints


def whole_dong(shares: Sequence[Fraction]) -> tuple[int, ...]:
    """Round by the largest remainder; the sum, a whole number, stays. Of equal remainders the first is rounded up.

    >>> whole_dong([Fraction(10, 3)] * 3)
    (4, 3, 3)
    """
    floors = [share.numerator // share.denominator for share in shares]
    missing = int(sum(shares)) - sum(floors)
    order = sorted(range(len(shares)), key=lambda at: (floors[at] - shares[at], at))
    for at in order[:missing]:
        floors[at] += 1
    return tuple(floors)


def whole_dong_rows(numerators: Ints, denominator: int) -> Ints:
    """The same for many masts at once.

    :param numerators: shape (masts, n); each row adds up to a multiple of ``denominator``
    :return: shape (masts, n)
    """
    floors, remainders = np.divmod(numerators, denominator)
    missing = remainders.sum(axis=1) // denominator
    order = np.argsort(-remainders, axis=1, kind="stable")
    up = np.arange(numerators.shape[1]) < missing[:, None]
    rounded: Ints = floors
    np.put_along_axis(rounded, order, np.take_along_axis(rounded, order, axis=1) + up, axis=1)
    return rounded
