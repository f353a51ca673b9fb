"""Reading: the list, the board, what is late, one request."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import REGULATOR, SEATED, Actor, ActorRequest, Permission, open_to
from phoihop.base.ui import page, rows
from phoihop.clauses.towers.forms.sharing import MessageForm
from phoihop.clauses.towers.queries.sharing import detail as details
from phoihop.clauses.towers.queries.sharing import requests as queries
from phoihop.clauses.towers.queries.sharing.signing import signing_state
from phoihop.clauses.towers.views.sharing.buttons import buttons


def _roles(actor: Actor, asked: str) -> tuple[list[tuple[str, str]], str]:
    """The lists that the reader has, and the one asked for."""
    words = {"asked": _("Đơn vị gửi"), "received": _("Gửi đến đơn vị"), "followed": _("Mọi yêu cầu")}
    codes = queries.roles(actor=actor)
    return [(code, words[code]) for code in codes], asked if asked in codes else (codes or [""])[0]


@open_to(SEATED)
@require_GET
def sharing_list(request: ActorRequest) -> HttpResponse:
    """Requests with their nearest limit."""
    actor, asked = request.actor, request.GET
    roles, role = _roles(actor, asked.get("role", ""))
    found = queries.requests(
        actor=actor, role=role, status=asked.get("status", ""), text=asked.get("q", ""), open_only="open" in asked
    )
    shown = rows(request, found)
    return page(
        request, "towers/sharing/list.html", roles=roles, role=role, shown=shown,
        lines=queries.lines(actor=actor, rows=shown.object_list), states=queries.status_choices(actor=actor),
        state=asked.get("status", ""), q=asked.get("q", ""), open_only="open" in asked,
        asks=actor.may(Permission.SHARING_ASK), mediates=actor.may(Permission.SHARING_MEDIATE),
        offers=actor.may(Permission.SHARING_ANSWER),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def sharing_board(request: ActorRequest) -> HttpResponse:
    """Open requests as cards by their state."""
    roles, role = _roles(request.actor, request.GET.get("role", ""))
    columns = queries.board(actor=request.actor, role=role)
    total = sum(len(lines) for _code, _label, lines in columns)
    return page(request, "towers/sharing/board.html", roles=roles, role=role, columns=columns, total=total)


@open_to(REGULATOR)
@require_GET
def sharing_late(request: ActorRequest) -> HttpResponse:
    """For the department: what is late, and how long."""
    return page(request, "towers/sharing/late.html", lines=queries.late(actor=request.actor))


@open_to(SEATED)
@require_GET
def sharing_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One request: its way, its clocks, and what the reader may see of the terms."""
    row = queries.visible_request(actor=request.actor, pk=pk)
    return page(request, "towers/sharing/detail.html", **_shown(request.actor, row))


def _shown(actor: Actor, row: Any) -> dict[str, Any]:
    steps = details.timeline(actor=actor, request=row)
    side = queries.own_side(actor=actor, request=row)
    offers = details.offers(actor=actor, request=row)
    surveys = details.surveys(actor=actor, request=row)
    mediation = details.mediation(actor=actor, request=row)
    two = bool(set(row.sides) & actor.party_ids)
    return {
        "request_row": row, "side": side, "two": two, "steps": steps,
        "stages": details.stages(actor=actor, request=row, steps=steps),
        "clocks": details.running_clocks(actor=actor, request=row),
        "pause": next((one for one in row.pauses.all() if one.ends_on is None), None),
        "mast": details.mast_shown(actor=actor, request=row),
        "shows_place": details.shows_place(actor=actor, request=row),
        "offers": offers, "reads_terms": two or bool(offers),
        "surveys": surveys, "mediation": mediation,
        "notes": details.mediation_notes(actor=actor, request=row) if mediation else [],
        "messages_sent": details.messages(actor=actor, request=row) if two else [],
        "message_form": MessageForm() if side and row.owner_id else None,
        "signing": signing_state(actor=actor, request=row),
        "buttons": buttons(actor, row, side, offers, surveys, mediation),
        "opens": _opens(row, side),
        "resumes": _resumes(actor, row, side),
    }  # fmt: skip


def _opens(row: Any, side: Any) -> bool:
    """Whether the reader's side lets the department read the terms."""
    if side is None:
        return False
    return (row.asker_opens_at if side.pk == row.asker_id else row.owner_opens_at) is not None


def _resumes(actor: Actor, row: Any, side: Any) -> bool:
    """Whether the reader may let the limits run again."""
    running = next((one for one in row.pauses.all() if one.ends_on is None), None)
    if running is None:
        return False
    return actor.may(Permission.SHARING_MEDIATE, row.lead_id) or (side is not None and side.pk == running.by_id)
