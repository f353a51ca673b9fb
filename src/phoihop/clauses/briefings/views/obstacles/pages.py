"""Reading: the list, the board, the map, the figures, one obstacle."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, Actor, ActorRequest, Permission, open_to
from phoihop.base.ui import page, rows
from phoihop.clauses.briefings.forms.obstacles import FileForm, FollowForm, NoteForm
from phoihop.clauses.briefings.queries.obstacles import detail, places, statistics
from phoihop.clauses.briefings.queries.obstacles import rows as queries
from phoihop.clauses.briefings.queries.obstacles.rows import By
from phoihop.clauses.briefings.views.obstacles.charts import months_chart, topics_chart


def asked_for(request: ActorRequest) -> By:
    """What the address narrows the list to."""
    given = request.GET if request.method == "GET" else request.POST
    names = {"q": "text"}
    return By(
        **{names.get(name, name): given.get(name, "")[:200] for name in ("q", "state", "topic", "party", "owner",
           "urgency", "audience", "whose", "programme")}
    )  # fmt: skip


def _filters(actor: Actor) -> dict[str, Any]:
    """What the boxes of a filter offer."""
    return {
        "states": queries.state_choices(actor=actor), "topics": queries.topics(actor=actor),
        "parties": queries.party_choices(actor=actor), "owners": queries.owner_choices(actor=actor),
        "handles": actor.may(Permission.OBSTACLE_HANDLE), "raises": actor.may(Permission.OBSTACLE_RAISE),
    }  # fmt: skip


@open_to(SEATED)
@require_GET
def obstacle_list(request: ActorRequest) -> HttpResponse:
    """What the reader may see, newest first."""
    actor, by = request.actor, asked_for(request)
    shown = rows(request, queries.obstacles(actor=actor, by=by))
    return page(
        request, "briefings/obstacles/list.html", part="rows", shown=shown, by=by, today=actor.today, kept=by.kept,
        questions=detail.questions_to_guest(actor=actor), **_filters(actor),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def obstacle_board(request: ActorRequest) -> HttpResponse:
    """Cards by state."""
    actor, by = request.actor, asked_for(request)
    columns = queries.board(actor=actor, by=by)
    total = sum(count for _state, _label, count, _rows in columns)
    return page(
        request, "briefings/obstacles/board.html", columns=columns, by=by, total=total, today=actor.today,
        **_filters(actor),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def obstacle_map(request: ActorRequest) -> HttpResponse:
    """Points by state, and the same as a table."""
    actor, by = request.actor, asked_for(request)
    placed = queries.obstacles(actor=actor, by=by).filter(latitude__isnull=False)
    return page(
        request, "briefings/obstacles/map.html", places=places.map_of(actor=actor, by=by), shown=rows(request, placed),
        by=by, today=actor.today, **_filters(actor),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def obstacle_statistics(request: ActorRequest) -> HttpResponse:
    """How long answers take, what comes again and again."""
    actor, asked = request.actor, request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else None
    figures = statistics.statistics(actor=actor, year=year)
    return page(
        request, "briefings/obstacles/statistics.html", figures=figures, year=year,
        years=statistics.years(actor=actor), months=months_chart(figures), topics=topics_chart(figures),
        leads=bool(actor.regulator_ids), raises=actor.may(Permission.OBSTACLE_RAISE),
        handles=actor.may(Permission.OBSTACLE_HANDLE),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def obstacle_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One obstacle, with what the reader may see and do."""
    row = queries.visible_obstacle(actor=request.actor, pk=pk)
    return page(request, "briefings/obstacles/detail.html", **_shown(request.actor, row))


def _shown(actor: Actor, row: Any) -> dict[str, Any]:
    stand = detail.stand_of(actor=actor, obstacle=row)
    can = detail.steps_open(actor=actor, obstacle=row, stand=stand)
    is_open = row.audience == "all"
    head, along = detail.together(actor=actor, obstacle=row)
    note_form = NoteForm(
        handles=stand.handles, owns=stand.raises, is_open=is_open,
        initial={"circle": "two" if stand.inside else "all"},
    )  # fmt: skip
    joined = detail.followers(actor=actor, obstacle=row, stand=stand)
    return {
        "row": row, "stand": stand, "can": can, "today": actor.today, "late": queries.late(actor=actor, obstacle=row),
        "steps": detail.timeline(actor=actor, obstacle=row, stand=stand),
        "notes": detail.notes(actor=actor, obstacle=row), "note_form": note_form,
        "files": detail.pictures_and_papers(actor=actor, obstacle=row),
        "file_form": FileForm(handles=stand.handles, is_open=is_open, initial={"circle": "two"}),
        "sites": detail.sites(actor=actor, obstacle=row, stand=stand),
        "forwards": detail.forwards(actor=actor, obstacle=row, stand=stand), "followers": joined,
        "joined": any(one.party_id in actor.party_ids for one in joined), "follow_form": FollowForm(),
        "head": head, "along": along,
        "spot": places.spot_of(actor=actor, obstacle=row) if row.latitude is not None else None,
    }  # fmt: skip
