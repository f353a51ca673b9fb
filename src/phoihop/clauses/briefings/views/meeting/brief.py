"""The director's page, on screen and on paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.ui import page
from phoihop.clauses.briefings.agenda.brief_paper import brief_pdf
from phoihop.clauses.briefings.queries.meeting.brief import Brief, director_brief
from phoihop.clauses.briefings.queries.meeting.briefings import led_briefing

READS = holding(Permission.BRIEFING_RUN)


@open_to(READS)
@require_GET
def agenda_brief(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What is open, on one page."""
    briefing = led_briefing(actor=request.actor, pk=pk)
    brief = director_brief(actor=request.actor, briefing=briefing)
    context: dict[str, Any] = {
        "briefing": briefing, "activity": briefing.activity, "programme": briefing.activity.programme, "brief": brief,
    }  # fmt: skip
    if any(one.change is not None for one in brief.figures):
        context["chart"] = _chart(brief)
    return page(request, "briefings/meeting/brief.html", **context)


def _chart(brief: Brief) -> dict[str, Any]:
    """How each figure changed since the period before, in per cent: units differ, changes compare."""
    shown = [one for one in reversed(brief.figures) if one.change is not None]
    return {
        "xAxis": {"type": "value", "axisLabel": {"formatter": "{value} %"}},
        "yAxis": {
            "type": "category", "data": [one.indicator.name for one in shown],
            "axisLabel": {"width": 180, "overflow": "break"},
        },
        "series": [
            {
                "type": "bar", "name": _("So với kỳ trước"),
                "data": [{"value": float(one.change or 0)} for one in shown],
                "label": {"show": True, "formatter": "{c} %"},
            }
        ],
        "grid": {"containLabel": True, "left": 8, "right": 48, "top": 8, "bottom": 8},
    }  # fmt: skip


@open_to(READS)
@require_GET
def agenda_brief_pdf(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The same page on paper."""
    briefing = led_briefing(actor=request.actor, pk=pk)
    content = brief_pdf(briefing, director_brief(actor=request.actor, briefing=briefing), on=request.actor.today)
    headers = {"Content-Disposition": 'inline; filename="tom-tat-giao-ban.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
