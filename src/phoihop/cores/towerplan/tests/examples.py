"""How many cases are drawn: few by default, thousands where PHOIHOP_THOROUGH=1 is set."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

THOROUGH = os.environ.get("PHOIHOP_THOROUGH") == "1"
MORE = 25


def drawn(quick):
    """Settings that draw ``quick`` cases, 25 times as many in a thorough run."""
    return settings(
        max_examples=quick * MORE if THOROUGH else quick,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
