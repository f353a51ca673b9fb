"""The room on phones, on the projector, at the desk; each with a part that asks again every two seconds."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible
from phoihop.base.ui import page
from phoihop.clauses.briefings.actions.room import running
from phoihop.clauses.briefings.forms.room import FigureForm, SpeakerForm, VoteForm
from phoihop.clauses.briefings.queries.meeting import hub
from phoihop.clauses.briefings.queries.meeting.briefings import led_briefing, runs, visible_briefing
from phoihop.clauses.briefings.queries.room import figures, state

DESK = holding(Permission.BRIEFING_RUN, Permission.MINUTES_WRITE)
FRESH = {"Cache-Control": "private, no-store"}


def _unchanged(request: ActorRequest, pk: UUID) -> HttpResponse | None:
    """204 where the page shows the room as it is."""
    seen = request.GET.get("v", "")
    now = state.room_version(actor=request.actor, pk=pk)
    return HttpResponse(status=204, headers=FRESH) if seen == str(now) else None


def _context(request: ActorRequest, pk: UUID, *, to_all: bool = False) -> dict[str, Any]:
    actor = request.actor
    briefing = led_briefing(actor=actor, pk=pk) if to_all else visible_briefing(actor=actor, pk=pk)
    room = state.room_state(actor=actor, briefing=briefing, to_all=to_all)
    return {
        "briefing": briefing, "programme": briefing.activity.programme, "room": room,
        "runs": runs(actor=actor, briefing=briefing), "user_id": actor.user_id,
        "chart": _chart(room.figure) if room.figure else None,
        "early": actor.at < briefing.activity.starts_at - running.EARLY,
    }  # fmt: skip


def _chart(figure: figures.RoomFigure) -> dict[str, Any] | None:
    """The parts of a figure as bars; what is protected has no bar, and says so in the table."""
    shown = [(name, float(value)) for name, value in figure.parts if value is not None]
    if not shown:
        return None
    return {
        "xAxis": {"type": "category", "data": [name for name, _value in shown], "axisLabel": {"interval": 0}},
        "yAxis": {"type": "value", "name": figure.unit, "axisLabel": {"formatter": "@compact"}},
        "series": [{"type": "bar", "name": figure.name, "data": [value for _name, value in shown]}],
        "grid": {"containLabel": True}, "tooltip": {"trigger": "axis"}, "textStyle": {"fontSize": 16},
    }  # fmt: skip


def _answer(request: ActorRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    response = page(request, template, **context)
    response["Cache-Control"] = "private, no-store"
    return response


@open_to(SEATED)
@require_GET
def room(request: ActorRequest, pk: UUID) -> HttpResponse:
    """On a phone."""
    return _answer(request, "briefings/room/room.html", _context(request, pk))


@open_to(SEATED)
@require_GET
def room_state(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The part of it that changes."""
    return _unchanged(request, pk) or _answer(request, "briefings/room/_room.html", _context(request, pk))


@open_to(DESK)
@require_GET
def room_screen(request: ActorRequest, pk: UUID) -> HttpResponse:
    """On the projector: what everybody in the room may read."""
    return _answer(request, "briefings/room/screen.html", _context(request, pk, to_all=True))


@open_to(DESK)
@require_GET
def screen_state(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The part of it that changes."""
    unchanged = _unchanged(request, pk)
    return unchanged or _answer(request, "briefings/room/_screen.html", _context(request, pk, to_all=True))


@open_to(DESK)
@require_GET
def room_desk(request: ActorRequest, pk: UUID) -> HttpResponse:
    """At the desk of the chair."""
    return _answer(request, "briefings/room/desk.html", desk_context(request, pk))


@open_to(DESK)
@require_GET
def desk_state(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The part of it that changes."""
    unchanged = _unchanged(request, pk)
    if unchanged is not None:
        return unchanged
    context = _context(request, pk)
    _require_lead(request, context)
    return _answer(request, "briefings/room/_desk.html", context)


def _require_lead(request: ActorRequest, context: dict[str, Any]) -> None:
    if context["programme"].lead_id not in request.actor.party_ids:
        raise NotVisible


def desk_context(request: ActorRequest, pk: UUID, **forms: Any) -> dict[str, Any]:
    """The desk with its forms; those given replace the empty ones."""
    actor = request.actor
    context = _context(request, pk)
    _require_lead(request, context)
    briefing = context["briefing"]
    shown = briefing.shown_figure if not briefing.shown_figure.startswith("vote:") else ""
    published = figures.published_figures(actor=actor, briefing=briefing)
    return (
        context
        | {
            "vote_form": VoteForm(),
            "speaker_form": SpeakerForm(parties=hub.parties(actor=actor, briefing=briefing)),
            "figure_form": FigureForm(figures=published, initial={"code": shown}) if published else None,
            "heading": _("Điều khiển phòng họp"),
        }
        | forms
    )
