"""One-click sign-in as one of the cast; routed in demo mode alone."""

from __future__ import annotations

from itertools import groupby
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import PUBLIC, ActorRequest, open_to
from phoihop.base.ui import page
from phoihop.people.queries import accounts as queries

BACKEND = "phoihop.people.backends.AccountBackend"


def _only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404


@open_to(PUBLIC)
@require_GET
def demo(request: ActorRequest) -> HttpResponse:
    """The cast, by party."""
    _only_in_demo()
    seats = queries.demo_people(actor=request.actor)
    groups = [(party, list(found)) for party, found in groupby(seats, key=lambda seat: seat.party)]
    return page(request, "people/demo.html", groups=groups, keepers=queries.demo_keepers(actor=request.actor))


@open_to(PUBLIC)
@require_POST
def demo_sign_in(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Sign in as one of the cast."""
    _only_in_demo()
    login(request, queries.demo_person(actor=request.actor, pk=pk), backend=BACKEND)
    return HttpResponseRedirect(resolve_url("home"))
