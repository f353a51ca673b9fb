"""One module an area: what it adds to the kind."""

from phoihop.clauses.briefings.hooks import (
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

AREAS = (forms, reports, sheets, pooled, meeting, room, minutes, decisions, obstacles)

__all__ = ["AREAS"]
