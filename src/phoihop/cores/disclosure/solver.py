"""HiGHS, quiet and one thing at a time."""

from __future__ import annotations

from typing import Any, cast

import highspy


class _Quiet(highspy.Highs):
    """HiGHS prints a banner as soon as callbacks are switched on, which its constructor does."""

    def enableCallbacks(self) -> None:  # noqa: N802
        self.setOptionValue("output_flag", False)
        cast(Any, super()).enableCallbacks()


def quiet() -> Any:
    """A solver that prints nothing; the same every time."""
    highs = cast(Any, _Quiet)()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("parallel", "off")
    highs.setOptionValue("random_seed", 0)
    return highs
