"""The authorities whose certificates are accepted."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import KEEPER, ActorRequest, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, saved
from phoihop.papers.actions import issuers as actions
from phoihop.papers.forms import IssuerForm, RevocationsForm
from phoihop.papers.queries import signers as queries


@open_to(KEEPER)
def issuers(request: ActorRequest) -> HttpResponse:
    """The authorities that are trusted, and a form for one more."""
    form = IssuerForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.trust_issuer(actor=request.actor, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, "papers:issuers")
    return page(request, "papers/issuers.html", form=form, issuers=queries.issuers(actor=request.actor))


@open_to(KEEPER)
def revocations(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A newer revocation list of an authority."""
    issuer = queries.visible_issuer(actor=request.actor, pk=pk)
    form = RevocationsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.update_revocations(actor=request.actor, issuer=issuer, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error("crl", str(refusal))
        else:
            return saved(request, "papers:issuers", message=_("Đã cập nhật danh sách thu hồi."))
    return page(request, "papers/revocations.html", form=form, issuer=issuer)


@open_to(KEEPER)
@require_POST
def issuer_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Trust an authority no more."""
    actions.distrust_issuer(actor=request.actor, issuer=queries.visible_issuer(actor=request.actor, pk=pk))
    return saved(request, "papers:issuers")
