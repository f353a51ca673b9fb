"""The list of masts, and what the reader's party rents."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.clauses.towers.actions.registry import confirming
from phoihop.clauses.towers.queries.registry import codes, masts, standing


def _pk(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def filter_of(request: ActorRequest) -> masts.Filter:
    """What the query string narrows the list to."""
    asked = request.GET
    return masts.Filter(
        text=asked.get("q", "").strip(),
        owner=_pk(asked.get("owner")),
        mast_class=_pk(asked.get("class")),
        area=_pk(asked.get("area")),
        state=asked.get("state", "in_use"),
        sharing=asked.get("sharing", ""),
        certificate=asked.get("certificate", ""),
        order=asked.get("order", ""),
    )


@open_to(SEATED)
@require_GET
def mast_list(request: ActorRequest) -> HttpResponse:
    """Masts that the reader keeps, by filter and page."""
    actor, by = request.actor, filter_of(request)
    regulator = codes.regulators(actor=actor).first()
    own = list(masts.own_parties(actor=actor))
    waiting = {party.pk for party in standing.unconfirmed(actor=actor)}
    context: dict[str, Any] = {
        "masts": rows(request, masts.masts(actor=actor, by=by)),
        "by": by,
        "owners": masts.owners(actor=actor),
        "areas": masts.areas(actor=actor),
        "classes": codes.mast_classes(actor=actor, regulator_id=regulator.pk) if regulator else [],
        "own": own,
        "reviews": actor.may(Permission.MAST_REVIEW),
        "half": standing.half_to_confirm(actor=actor),
        "to_confirm": [party for party in own if party.pk in waiting],
        "filtered": any((by.text, by.owner, by.mast_class, by.area, by.sharing, by.certificate)),
    }
    return page(request, "towers/registry/list.html", part="rows", **context)


@open_to(SEATED)
@require_GET
def rented_list(request: ActorRequest) -> HttpResponse:
    """Masts of others on which the reader's party stands."""
    return page(request, "towers/registry/rented.html", tenancies=rows(request, masts.rented(actor=request.actor)))


@open_to(holding(Permission.MAST_MANAGE))
@require_POST
def registry_confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Confirm one's own part of the registry for the half year."""
    owner = masts.own_party(actor=request.actor, pk=pk)
    try:
        confirming.confirm_registry(actor=request.actor, owner=owner)
    except Refused as refusal:
        return refused(request, refusal, "towers:mast_list")
    return saved(request, "towers:mast_list")
