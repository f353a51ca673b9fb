"""The demo's the room on the day."""

from __future__ import annotations

from phoihop.clauses.briefings.demo.stage import Stage


def build(stage: Stage) -> None:
    """Build this part on the parts before."""
