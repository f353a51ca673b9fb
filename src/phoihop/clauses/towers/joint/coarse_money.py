"""A sum told so coarsely that what it was divided by cannot be reckoned from it."""

from __future__ import annotations

from collections.abc import Iterable

STEP_VND = 10_000_000


def about(part_vnd: int, total_vnd: int) -> tuple[int, int]:
    """The range around a part: a tenth of the total wide, and in whole steps of ten million đồng.

    The ranges lie around the tenths of the total, so that an equal part of two stands in the middle of one: who of
    the two needs more is not told either where they need about the same.
    """
    width = max(1, -(-total_vnd // (10 * STEP_VND))) * STEP_VND
    low = (2 * part_vnd + width) // (2 * width) * width - width // 2
    return max(0, low), min(total_vnd, low + width)


def about_any(parts_vnd: Iterable[int], total_vnd: int) -> tuple[int, int]:
    """The range around several parts of one total, whichever of them it may be.

    >>> about_any([300_000_000, 520_000_000], 1_000_000_000)
    (250000000, 550000000)
    """
    ranges = [about(part, total_vnd) for part in parts_vnd]
    return min(low for low, _high in ranges), max(high for _low, high in ranges)
