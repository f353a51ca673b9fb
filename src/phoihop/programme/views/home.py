"""The first page of every person, and the director's page."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.views.decorators.http import require_GET

from phoihop.base.access import PUBLIC, SIGNED_IN, ActorRequest, Permission, holding, open_to
from phoihop.base.ui import page, rows
from phoihop.programme.queries import activity as activities
from phoihop.programme.queries import home as queries
from phoihop.programme.queries import programmes


@open_to(PUBLIC)
@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """What my party owes, what others owe us, what comes next; visitors are led to sign in."""
    actor = request.actor
    if not actor.signed_in:
        return HttpResponseRedirect(resolve_url("people:demo" if settings.DEMO else settings.LOGIN_URL))
    desk = queries.desk(actor=actor)
    coming = activities.next_activities(actor=actor)
    return page(request, "programme/home/home.html", desk=desk, coming=coming, today=actor.today)


@open_to(SIGNED_IN)
@require_GET
def due_list(request: ActorRequest) -> HttpResponse:
    """Everything that my party owes, or that others owe us, page by page."""
    desk = queries.desk(actor=request.actor)
    theirs = request.GET.get("who") == "theirs"
    lines = rows(request, desk.theirs if theirs else desk.ours)
    return page(request, "programme/home/due_list.html", lines=lines, theirs=theirs, desk=desk)


@open_to(holding(Permission.OVERVIEW_READ))
@require_GET
def overview(request: ActorRequest, programme_pk: UUID) -> HttpResponse:
    """The year of a programme on one page."""
    actor = request.actor
    programme = programmes.visible_programme(actor=actor, pk=programme_pk)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else actor.today.year
    return page(
        request,
        "programme/home/overview.html",
        programme=programme,
        overview=queries.overview(actor=actor, programme=programme, year=year),
        desk=queries.desk(actor=actor, programmes=[programme]),
        memorandum=queries.memorandum_in_force(actor=actor, programme=programme.pk),
        years=programmes.plan_years(actor=actor, programme=programme),
        today=actor.today,
    )
