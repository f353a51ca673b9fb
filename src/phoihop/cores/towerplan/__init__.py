"""Who shares an existing mast, who builds one together and who builds alone.

The parts live in modules of their own and come when they are asked for: ``model`` says what goes in and comes out,
``planning`` makes the plan, ``checker`` verifies it, ``errors`` lists what can go wrong.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from phoihop.cores.towerplan.planning import candidates, plan

_HOMES = {"candidates": "planning", "plan": "planning"}

__all__ = ["candidates", "plan"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
