"""The demo's half-years: forms, two years of figures, obstacles, a past briefing and one in preparation."""

from phoihop.clauses.briefings.demo import (
    agenda,
    decisions,
    forms,
    meeting,
    minutes,
    obstacles,
    pooled,
    reports,
    room,
    sheets,
)
from phoihop.clauses.briefings.demo.stage import Stage

PARTS = (forms, reports, sheets, pooled, obstacles, meeting, room, minutes, decisions, agenda)

__all__ = ["Stage", "build_briefings"]


def build_briefings(stage: Stage) -> None:
    """Build everything, each part on the parts before."""
    for part in PARTS:
        part.build(stage)
