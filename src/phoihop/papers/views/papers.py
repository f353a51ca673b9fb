"""One paper and its steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.papers.actions import papers as actions
from phoihop.papers.actions import register
from phoihop.papers.description_json import unpack
from phoihop.papers.forms import IssueForm, ReasonForm, SignatureForm
from phoihop.papers.metadata import as_xml, metadata_of
from phoihop.papers.queries import letters, rounds
from phoihop.papers.queries import papers as queries

DETAIL = "papers:paper_detail"


@open_to(SEATED)
@require_GET
def paper_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A paper with its files, state and readers."""
    actor = request.actor
    paper = queries.visible_paper(actor=actor, pk=pk)
    today = {"issued_on": actor.today, "signed_on": actor.today, "signer_name": paper.signer_name}
    return page(
        request, "papers/detail.html", paper=paper, round=rounds.round_of(actor=actor, paper=paper.pk),
        writes=actor.may(Permission.PAPER_WRITE, paper.party), numbers=actor.may(Permission.PAPER_NUMBER, paper.party),
        edits=letters.is_editable(actor=actor, paper=paper), own=paper.party_id in actor.party_ids,
        issue_form=IssueForm(initial=today),
        signature_form=SignatureForm(initial=today),
    )  # fmt: skip


def _form_page(
    request: ActorRequest, pk: UUID, form: forms.Form, heading: str, button: str, act: Callable[..., Any]
) -> HttpResponse:
    paper = queries.visible_paper(actor=request.actor, pk=pk)
    if request.method == "POST" and form.is_valid():
        try:
            act(actor=request.actor, paper=paper, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, pk)
    return page(request, "papers/form.html", form=form, paper=paper, heading=heading, button=button)


@open_to(holding(Permission.PAPER_WRITE))
@require_POST
def submit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Send a draft for signature."""
    paper = queries.visible_paper(actor=request.actor, pk=pk)
    try:
        actions.submit_paper(actor=request.actor, paper=paper)
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk, message=_("Đã trình ký."))


@open_to(holding(Permission.PAPER_NUMBER))
def signed(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Record a signature."""
    form = SignatureForm(request.POST or None, request.FILES or None)
    return _form_page(request, pk, form, _("Ghi nhận đã ký"), _("Ghi nhận"), register.record_signature)


@open_to(holding(Permission.PAPER_NUMBER))
def issue(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give the next number."""
    form = IssueForm(request.POST or None, initial={"issued_on": request.actor.today})
    return _form_page(request, pk, form, _("Cấp số, phát hành"), _("Cấp số"), register.issue_paper)


@open_to(holding(Permission.PAPER_WRITE))
def void(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give up a paper that was never issued."""
    form = ReasonForm(request.POST or None)
    return _form_page(request, pk, form, _("Không dùng văn bản này"), _("Không dùng"), actions.void_paper)


@open_to(holding(Permission.PAPER_WRITE))
@require_POST
def replace(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Draw a paper of equal form in its place, as a draft to correct."""
    paper = queries.visible_paper(actor=request.actor, pk=pk)
    try:
        new = actions.replace_paper(actor=request.actor, paper=paper, description=unpack(paper.description))
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, new.pk, message=_("Đã tạo dự thảo văn bản thay thế."))


@open_to(holding(Permission.PAPER_NUMBER, Permission.PAPER_WRITE))
@require_GET
def metadata(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Metadata by decree 30 appendix VI."""
    paper = queries.visible_paper(actor=request.actor, pk=pk)
    body = as_xml(metadata_of(paper, [party.name for party in paper.audience.all()]))
    headers = {"Content-Disposition": f'attachment; filename="metadata-{paper.number or "draft"}.xml"'}
    return HttpResponse(body, content_type="application/xml", headers=headers)
