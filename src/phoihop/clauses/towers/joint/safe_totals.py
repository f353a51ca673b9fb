"""Whether a total over operators may be told to them: none may reckon another's part from it."""

from __future__ import annotations

from collections.abc import Iterable

LEAST_PARTIES = 3
LEAST_REST_PERCENT = 10


def may_be_told(parts: Iterable[int]) -> bool:
    """The p-percent rule: at least three contribute, and the second largest, who can subtract its own part, does not
    learn the largest to within ten per cent.

    >>> may_be_told([500, 400, 300]), may_be_told([500, 400]), may_be_told([500, 400, 20])
    (True, False, False)
    """
    sizes = sorted((abs(part) for part in parts if part), reverse=True)
    if len(sizes) < LEAST_PARTIES:
        return False
    return sum(sizes[2:]) * 100 >= LEAST_REST_PERCENT * sizes[0]
