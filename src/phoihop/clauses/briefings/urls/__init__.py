"""Every address of briefings, below ``/kinds/briefings/``."""

from django.urls import URLPattern, URLResolver

from phoihop.clauses.briefings.urls import (
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

app_name = "briefings"
AREAS = (forms, reports, sheets, pooled, meeting, room, minutes, decisions, obstacles)
urlpatterns: list[URLPattern | URLResolver] = [pattern for area in AREAS for pattern in area.urlpatterns]
