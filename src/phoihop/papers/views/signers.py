"""Whom a party lets sign."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, saved
from phoihop.papers.actions import signers as actions
from phoihop.papers.forms import EndSignerForm, SignerForm
from phoihop.papers.queries import signers as queries


@open_to(holding(Permission.SIGNER_REGISTER))
def signers(request: ActorRequest, party_pk: UUID) -> HttpResponse:
    """Who signs for a party."""
    party = queries.party_of_signers(actor=request.actor, pk=party_pk)
    form = SignerForm(request.POST or None, request.FILES or None, initial={"valid_from": request.actor.today})
    if request.method == "POST" and form.is_valid():
        try:
            actions.register_signer(actor=request.actor, party=party, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, "papers:signers", party_pk)
    found = queries.signers_of(actor=request.actor, party=party_pk)
    return page(request, "papers/signers.html", form=form, party=party, signers=found, today=request.actor.today)


@open_to(holding(Permission.SIGNER_REGISTER))
def signer_end(request: ActorRequest, party_pk: UUID, pk: UUID) -> HttpResponse:
    """Say until when somebody signs."""
    signer = queries.visible_signer(actor=request.actor, party=party_pk, pk=pk)
    form = EndSignerForm(request.POST or None, initial={"valid_to": request.actor.today})
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_signer(actor=request.actor, signer=signer, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, "papers:signers", party_pk)
    return page(request, "papers/signer_end.html", form=form, signer=signer, party=signer.party)
