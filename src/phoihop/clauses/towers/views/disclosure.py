"""Pages of disclosure: asking, what was answered, who looked at one's own masts, the department's watch and limits."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, Actor, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, rows, saved
from phoihop.clauses.towers.actions.disclosure import asking, terms
from phoihop.clauses.towers.forms.disclosure import AskForm, TermsForm
from phoihop.clauses.towers.queries.disclosure import limits, looks
from phoihop.clauses.towers.queries.map.narrowing import Narrow
from phoihop.clauses.towers.queries.map.places import summary


@open_to(SEATED)
@require_GET
def disclosure_list(request: ActorRequest) -> HttpResponse:
    """Looks of one's own party with what is left of the period; for the department, everybody's."""
    actor = request.actor
    parties = limits.asking_parties(actor=actor)
    accounts = [
        (party, limits.budget(actor=actor, asker=party, regulator_id=party.registered_by_id))
        for party in parties
        if party.registered_by_id
    ]
    return page(
        request, "towers/disclosure/list.html", looks=rows(request, looks.looks(actor=actor)), accounts=accounts,
        watched=looks.watched(actor=actor), watches=actor.may(Permission.MAST_REVIEW), may_ask=bool(parties),
        owns=actor.may(Permission.MAST_MANAGE),
        regulators=limits.reviewing_parties(actor=actor),
    )  # fmt: skip


@open_to(holding(Permission.MAST_DISCLOSE))
def disclosure_new(request: ActorRequest) -> HttpResponse:
    """Ask for an area."""
    actor = request.actor
    parties = limits.asking_parties(actor=actor)
    asked = next((one for one in parties if str(one.pk) == request.POST.get("party_id")), parties[0])
    programmes = list(limits.programmes_in_force(actor=actor, asker=asked))
    form = AskForm(request.POST or None, parties=parties, programmes=programmes)
    if request.method == "POST" and form.is_valid():
        values = {name: value for name, value in form.cleaned_data.items() if not name.endswith("_id")}
        chosen = next(one for one in programmes if str(one.pk) == form.cleaned_data["programme_id"])
        try:
            look = asking.ask_area(actor=actor, asker=asked, programme=chosen, **values)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, "towers:disclosure_detail", look.pk, message=_("Đã ghi lần hỏi. Kết quả ở dưới đây."))
    account = limits.budget(actor=actor, asker=asked, regulator_id=programmes[0].lead_id) if programmes else None
    return page(
        request,
        "towers/disclosure/form.html",
        form=form,
        account=account,
        options=_pick(actor),
        possible=bool(programmes),
    )


def _pick(actor: Actor) -> dict[str, Any]:
    """A map of where one's own masts stand, to choose a place on."""
    around = summary(actor=actor, by=Narrow()).box
    fields = {"latitude": "id_latitude", "longitude": "id_longitude", "radius": "id_radius_m"}
    return {"pick": fields, "layers": [], "wheel": "zoom", "bounds": around}


@open_to(SEATED)
@require_GET
def disclosure_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What one look showed."""
    look = looks.visible_look(actor=request.actor, pk=pk)
    found = looks.answer(actor=request.actor, look=look)
    options = {"layers": found.layers, "bounds": found.bounds}
    may_share = request.actor.may(Permission.SHARING_ASK, look.asker_id)
    return page(request, "towers/disclosure/detail.html", look=look, found=found, options=options, may_share=may_share)


@open_to(SEATED)
@require_GET
def disclosure_log(request: ActorRequest) -> HttpResponse:
    """Who was shown one's own masts."""
    return page(request, "towers/disclosure/log.html", lines=rows(request, looks.looks_at_mine(actor=request.actor)))


@open_to(holding(Permission.MAST_REVIEW))
def disclosure_terms(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A department's limits."""
    regulator = limits.reviewing_party(actor=request.actor, pk=pk)
    now = limits.terms_of(actor=request.actor, regulator_id=regulator.pk)
    form = TermsForm(request.POST or None, initial={name: getattr(now, name) for name in terms.FIELDS})
    if request.method == "POST" and form.is_valid():
        try:
            terms.set_terms(actor=request.actor, regulator=regulator, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, "towers:disclosure_list")
    return page(request, "towers/disclosure/terms.html", form=form, regulator=regulator)
