"""Reading minutes, and comparing their versions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.ui import page
from phoihop.clauses.briefings.queries.minutes import minutes as queries


@open_to(SEATED)
@require_GET
def minutes_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The minutes of a briefing, topic by topic; before they are begun, how to begin."""
    actor = request.actor
    briefing = queries.briefing_of_minutes(actor=actor, pk=pk)
    minutes = queries.minutes_of(actor=actor, briefing=briefing)
    writes = queries.writes(actor=actor, briefing=briefing)
    context: dict[str, Any] = {
        "briefing": briefing,
        "activity": briefing.activity,
        "minutes": minutes,
        "writes": writes,
    }
    if minutes is None:
        return page(request, "briefings/minutes/none.html", **context)
    amendments = list(queries.amendments(actor=actor, minutes=minutes))
    return page(
        request, "briefings/minutes/detail.html", topics=queries.topics(actor=actor, minutes=minutes),
        amendments=amendments, open_amendments=sum(one.state == "proposed" for one in amendments),
        amends=queries.amending_party(actor=actor, minutes=minutes),
        writable=writes and minutes.status in queries.WRITABLE,
        versions=queries.versions(actor=actor, minutes=minutes), **context,
    )  # fmt: skip


@open_to(holding(Permission.MINUTES_WRITE))
@require_GET
def minutes_compare(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A version against another, or against the text as it stands."""
    version = queries.visible_version(actor=request.actor, pk=pk)
    everything = queries.versions(actor=request.actor, minutes=version.minutes)
    asked = request.GET.get("with", "")
    chosen = next((one for one in everything if str(one.pk) == asked), None)
    other = queries.visible_version(actor=request.actor, pk=chosen.pk) if chosen else None
    return page(
        request, "briefings/minutes/compare.html", version=version, other=other, versions=everything,
        minutes=version.minutes, briefing=version.minutes.briefing,
        topics=queries.differences(actor=request.actor, version=version, other=other),
        writable=version.minutes.status in queries.WRITABLE,
    )  # fmt: skip
