"""Parties and their profiles."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, rows, saved
from phoihop.people.actions import parties as actions
from phoihop.people.forms.parties import PART_FORMS, NewPartyForm, PartyForm, SuccessionForm
from phoihop.people.queries import parties as queries
from phoihop.people.queries import people

DETAIL = "people:party_detail"


@open_to(SEATED)
@require_GET
def party_list(request: ActorRequest) -> HttpResponse:
    """Parties, by kind."""
    kind, text = request.GET.get("kind", ""), request.GET.get("q", "").strip()
    past = request.GET.get("past") == "1"
    found = queries.parties(actor=request.actor, kind=kind, text=text, past=past)
    return page(
        request, "people/party_list.html", part="rows", parties=rows(request, found), kinds=queries.KIND_CHOICES, kind=kind, q=text,
        past=past, creates=request.actor.may(Permission.PARTY_CREATE),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def party_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One party, as far as the reader may know it."""
    actor = request.actor
    party = queries.visible_party(actor=actor, pk=pk)
    keeper = actions.keeper_of(actor, party)
    return page(
        request, "people/party_detail.html", party=party, inside=queries.knows_inside(actor=actor, party=party),
        contacts=queries.shown_contacts(actor=actor, party=party), lineage=queries.lineage(actor=actor, party=party),
        edits=actor.may(Permission.PARTY_EDIT, keeper), manages=people.manages(actor=actor, party=party),
        registers_signers=actor.may(Permission.SIGNER_REGISTER, keeper), succeeds=actor.may(Permission.PARTY_CREATE, keeper),
    )  # fmt: skip


@open_to(holding(Permission.PARTY_CREATE))
def party_new(request: ActorRequest) -> HttpResponse:
    """Register a party."""
    registrar = queries.registrar_of(actor=request.actor)
    if registrar is None:
        raise NotAllowed
    form = NewPartyForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data = {name: value for name, value in form.cleaned_data.items() if name != "logo"}
        try:
            party = actions.create_party(actor=request.actor, registrar=registrar, **data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, party.pk)
    return page(request, "people/party_form.html", form=form)


@open_to(holding(Permission.PARTY_EDIT))
def party_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change the profile."""
    party = queries.visible_party(actor=request.actor, pk=pk)
    if not queries.knows_inside(actor=request.actor, party=party):
        raise NotVisible
    initial = {name: getattr(party, name) for name in actions.PROFILE}
    form = PartyForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_party(actor=request.actor, party=party, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, pk)
    return page(request, "people/party_form.html", form=form, party=party)


@open_to(holding(Permission.PARTY_CREATE))
def party_succeed(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say who took over."""
    party = queries.visible_party(actor=request.actor, pk=pk)
    choices = queries.successors(actor=request.actor, party=party)
    form = SuccessionForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        try:
            actions.succeed_party(actor=request.actor, predecessor=party, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, pk)
    return page(request, "people/succession.html", form=form, party=party)


def _part_page(request: ActorRequest, pk: UUID, part: str, part_pk: UUID | None) -> HttpResponse:
    form_class = PART_FORMS.get(part)
    if form_class is None:
        raise Http404
    party = queries.visible_party(actor=request.actor, pk=pk)
    if not queries.knows_inside(actor=request.actor, party=party):
        raise NotVisible
    row = queries.part_row(actor=request.actor, party=party, part=part, pk=part_pk) if part_pk else None
    initial = {name: getattr(row, name) for name in form_class.base_fields} if row else None
    form = form_class(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_part(actor=request.actor, party=party, part=part, pk=part_pk, **form.cleaned_data)
        except (NotAllowed, NotVisible):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, pk)
    return page(request, "people/part_form.html", form=form, party=party, part=part, row=row)


@open_to(holding(Permission.PARTY_EDIT))
def part_new(request: ActorRequest, pk: UUID, part: str) -> HttpResponse:
    """Add a division, service or contact."""
    return _part_page(request, pk, part, None)


@open_to(holding(Permission.PARTY_EDIT))
def part_edit(request: ActorRequest, pk: UUID, part: str, part_pk: UUID) -> HttpResponse:
    """Change one."""
    return _part_page(request, pk, part, part_pk)


@open_to(holding(Permission.PARTY_EDIT))
@require_POST
def part_remove(request: ActorRequest, pk: UUID, part: str, part_pk: UUID) -> HttpResponse:
    """Take one out."""
    if part not in PART_FORMS:
        raise Http404
    party = queries.visible_party(actor=request.actor, pk=pk)
    queries.part_row(actor=request.actor, party=party, part=part, pk=part_pk)
    actions.remove_part(actor=request.actor, party=party, part=part, pk=part_pk)
    return saved(request, DETAIL, pk)
