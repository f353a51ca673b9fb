"""Signers, trusted authorities, and the check that anyone may use."""

from __future__ import annotations

from uuid import UUID

from django.core.cache import cache
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import KEEPER, PUBLIC, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, saved
from phoihop.papers.actions import checking
from phoihop.papers.actions import signers as actions
from phoihop.papers.forms import CheckForm, EndSignerForm, IssuerForm, SignerForm
from phoihop.papers.queries import papers as queries
from phoihop.papers.signatures import check_pdf, describe

CHECKS_A_MINUTE = 10


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
            form.add_error(refusal.field if refusal.field in form.fields else "certificate", str(refusal))
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


@open_to(KEEPER)
def issuers(request: ActorRequest) -> HttpResponse:
    """The authorities that are trusted."""
    form = IssuerForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.trust_issuer(actor=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("certificate", str(refusal))
        else:
            return saved(request, "papers:issuers")
    return page(request, "papers/issuers.html", form=form, issuers=queries.issuers(actor=request.actor))


@open_to(KEEPER)
@require_POST
def issuer_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Trust an authority no more."""
    actions.distrust_issuer(actor=request.actor, issuer=queries.visible_issuer(actor=request.actor, pk=pk))
    return saved(request, "papers:issuers")


def _too_many(request: ActorRequest) -> bool:
    key = f"papers-check:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, 60)
    return int(cache.incr(key)) > CHECKS_A_MINUTE


@open_to(PUBLIC)
def check(request: ActorRequest) -> HttpResponse:
    """Check the signatures of any PDF; nothing is kept."""
    form = CheckForm(request.POST or None, request.FILES or None)
    result, findings = None, []
    if request.method == "POST" and form.is_valid():
        if _too_many(request):
            form.add_error(None, _("Quá nhiều lần kiểm tra trong một phút. Hãy chờ một phút rồi thử lại."))
        else:
            data = form.cleaned_data["file"].read()
            result = check_pdf(
                data, circulated=None, previous=None, trust=checking.trust_settings(), at=request.actor.at, expected_signer=None
            )
            language = get_language() or "vi"
            findings = [(finding.severity.value, describe(finding, language)) for finding in result.findings]
    return page(request, "papers/check.html", form=form, result=result, findings=findings)
