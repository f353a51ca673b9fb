"""What is typed for a row, with ``changes``."""

from __future__ import annotations

import datetime as dt
from typing import Any


def indicator(code: str, **changes: Any) -> dict[str, Any]:
    return {
        "code": code, "name": f"Chỉ tiêu {code}", "definition": "", "unit": "trạm", "nature": "stock",
        "estimate_allowed": True, "decimals": 0, "required": True, "negative_allowed": False, "additive": True,
        "statutory_note": "", "fact": "",
    } | changes  # fmt: skip


def rule(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "compare", "left": "tram_moi", "operator": "<=", "right": "tram[4g] + tram[5g]",
        "least_percent": None, "most_percent": None, "missing": "skip_any", "severity": "error",
        "message": "Trạm mới không thể nhiều hơn trạm.",
    } | changes  # fmt: skip


def value(code: str, **changes: Any) -> dict[str, Any]:
    return {"code": code, "name": code.upper(), "parent": None, "valid_from": None, "valid_until": None} | changes


def days(first: dt.date, **changes: Any) -> dict[str, Any]:
    return {
        "period_type": "half", "effective_from": first, "effective_until": None, "due_days": 10, "lock_days": 25,
        "source": "",
    } | changes  # fmt: skip
