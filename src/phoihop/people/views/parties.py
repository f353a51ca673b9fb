"""Parties and their profiles."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.ui import page, rows, saved
from phoihop.people.actions import parties as actions
from phoihop.people.actions import succession
from phoihop.people.desks import SEATED_OR_KEEPER, desk_of
from phoihop.people.forms import refusals
from phoihop.people.forms.parties import (
    PART_FORMS,
    EditPartyForm,
    NewPartyForm,
    SuccessionForm,
)
from phoihop.people.queries import parties as queries

DETAIL = "people:party_detail"


@open_to(SEATED_OR_KEEPER)
@require_GET
def party_list(request: ActorRequest) -> HttpResponse:
    """Parties, by kind."""
    kind, text = request.GET.get("kind", ""), request.GET.get("q", "").strip()
    past = request.GET.get("past") == "1"
    found = queries.parties(actor=request.actor, kind=kind, text=text, past=past)
    return page(
        request, "people/party_list.html", parties=rows(request, found, 24), kind=kind, q=text, past=past,
        kinds=queries.kinds(actor=request.actor), creates=request.actor.may(Permission.PARTY_CREATE),
    )  # fmt: skip


@open_to(SEATED_OR_KEEPER)
@require_GET
def party_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One party, as far as the reader may know it."""
    profile = queries.party_profile(actor=request.actor, pk=pk)
    return page(request, "people/party_detail.html", profile=profile, party=profile.party)


@open_to(holding(Permission.PARTY_CREATE))
def party_new(request: ActorRequest) -> HttpResponse:
    """Register a party."""
    registrar = queries.registrar_of(actor=request.actor)
    if registrar is None:
        raise NotVisible
    form = NewPartyForm(request.POST or None, request.FILES or None, initial={"place": registrar.place})
    if request.method == "POST" and form.is_valid():
        try:
            party = actions.create_party(actor=request.actor, registrar=registrar, **form.cleaned_data)
        except Refused as refusal:
            refusals.show(refusal, form)
        else:
            return saved(request, "people:invite", party.pk, message=_("Đã tạo đơn vị. Hãy mời đầu mối của đơn vị."))
    return page(request, "people/party_form.html", form=form)


@open_to(holding(Permission.PARTY_EDIT))
def party_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change the profile."""
    party = queries.visible_party(actor=request.actor, pk=pk)
    if not request.actor.may(Permission.PARTY_EDIT, desk_of(request.actor, party)):
        raise NotVisible
    initial = {name: getattr(party, name) for name in actions.PROFILE}
    form = EditPartyForm(request.POST or None, request.FILES or None, initial=initial)
    if party.logo_id is None:
        del form.fields["drop_logo"]
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_party(actor=request.actor, party=party, **form.cleaned_data)
        except Refused as refusal:
            refusals.show(refusal, form)
        else:
            return saved(request, DETAIL, pk)
    return page(request, "people/party_form.html", form=form, party=party)


@open_to(holding(Permission.PARTY_EDIT))
def party_part(request: ActorRequest, pk: UUID, part: str) -> HttpResponse:
    """Change all divisions, services or contacts of a party at once."""
    party = queries.visible_party(actor=request.actor, pk=pk)
    kept = queries.part_rows(actor=request.actor, party=party, part=part)
    formset_class = PART_FORMS[part]
    initial = [{name: getattr(row, name) for name in formset_class.form.base_fields} for row in kept]
    formset = formset_class(request.POST or None, initial=initial, prefix=part)
    problem = ""
    if request.method == "POST" and formset.is_valid():
        data = [form.cleaned_data for form in formset if form.has_changed() or form.cleaned_data.get("id")]
        try:
            actions.save_part(actor=request.actor, party=party, part=part, rows=data)
        except NotVisible:
            raise
        except Refused as refusal:
            problem = str(refusal)
        else:
            return saved(request, DETAIL, pk)
    return page(
        request, "people/party_part.html", formset=formset, party=party, which=part, problem=problem,
        status=422 if request.method == "POST" else 200,
    )  # fmt: skip


@open_to(SEATED_OR_KEEPER)
def party_succeed(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Record who took over: a party that exists, or this one under a new name."""
    actor = request.actor
    party = queries.visible_party(actor=actor, pk=pk)
    if not queries.may_succeed(actor=actor, party=party):
        raise NotVisible
    form = SuccessionForm(request.POST or None, choices=queries.successors(actor=actor, party=party))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        how = {name: data[name] for name in ("kind", "on", "basis")}
        try:
            if data["successor"] is not None:
                heir = data["successor"]
                succession.succeed_party(actor=actor, predecessor=party, successor=heir, **how)
            else:
                names = {name: data[name] for name in ("name", "short_name", "code")}
                heir = succession.rename_party(actor=actor, party=party, **names, **how)
        except Refused as refusal:
            refusals.show(refusal, form)
        else:
            return saved(request, DETAIL, heir.pk, message=_("Đã ghi nhận đơn vị kế thừa."))
    return page(request, "people/succession.html", form=form, party=party)
