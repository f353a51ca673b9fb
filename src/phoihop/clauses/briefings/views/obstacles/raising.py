"""Raising an obstacle, with earlier ones beside it while one types."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, saved
from phoihop.clauses.briefings.actions.obstacles.raising import raise_obstacle
from phoihop.clauses.briefings.forms.obstacles import RaiseForm
from phoihop.clauses.briefings.queries.obstacles import places, searching
from phoihop.clauses.briefings.queries.obstacles import rows as queries
from phoihop.programme import facts

RAISERS = holding(Permission.OBSTACLE_RAISE)
HERE = [106.05, 20.65, 106.65, 21.25]  # where the map of the form begins: the size of a province of the delta
SITES = 8


def _form(request: ActorRequest) -> RaiseForm:
    actor = request.actor
    return RaiseForm(
        request.POST or None, request.FILES or None, places=queries.raising_places(actor=actor),
        topics=queries.topics(actor=actor),
    )  # fmt: skip


@open_to(RAISERS)
def obstacle_new(request: ActorRequest) -> HttpResponse:
    """What, where, who may read it."""
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        try:
            values = form.values()
            known = {
                site.name.casefold(): site
                for named in values["sites"]
                for site in facts.sites(
                    actor=request.actor, party_id=values["party"].pk, like=named.name.split(" – ")[0]
                )
            }
            made = raise_obstacle(actor=request.actor, **form.values(known.values()))
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            message = _("Đã gửi Sở. Bạn theo dõi việc xử lý tại trang này.")
            return saved(request, "briefings:obstacle_detail", made.pk, message=message)
    pick = {"latitude": "id_latitude", "longitude": "id_longitude"}
    return page(request, "briefings/obstacles/new.html", form=form, spot={"layers": [], "pick": pick, "bounds": HERE})


@open_to(RAISERS)
@require_POST
def obstacle_similar(request: ActorRequest) -> HttpResponse:
    """Earlier obstacles that look alike, for the form; sent, not asked for, so that no log keeps what was typed."""
    text = " ".join(request.POST.get(name, "") for name in ("title", "place", "text"))[:2000]
    found: list[Any] = searching.alike(actor=request.actor, text=text) if len(text.strip()) > 5 else []
    return render(request, "briefings/obstacles/_similar.html", {"similar": found})


@open_to(RAISERS)
@require_POST
def obstacle_place(request: ActorRequest) -> HttpResponse:
    """The commune at the position in the form."""
    name = ""
    try:
        latitude, longitude = (
            float(request.POST.get(field, "").replace(",", ".")) for field in ("latitude", "longitude")
        )
        name = places.unit_name(actor=request.actor, latitude=latitude, longitude=longitude)
    except ValueError:
        pass
    return render(request, "briefings/obstacles/_place.html", {"name": name})


@open_to(SEATED)
@require_GET
def obstacle_sites(request: ActorRequest) -> HttpResponse:
    """Sites of one's own party whose name contains what was typed."""
    actor, like = request.actor, request.GET.get("site", "").strip()[:60]
    parties: list[UUID] = sorted(actor.parties_with(Permission.OBSTACLE_RAISE), key=str)
    found = [
        site for party in parties for site in facts.sites(actor=actor, party_id=party, like=like)
    ] if len(like) > 1 else []  # fmt: skip
    return render(request, "briefings/obstacles/_sites.html", {"sites": found[:SITES]})
