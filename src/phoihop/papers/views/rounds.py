"""Signing rounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base import files
from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.papers.actions import rounds as actions
from phoihop.papers.actions import signing
from phoihop.papers.actions.logs import keep_log
from phoihop.papers.describe import signing_log
from phoihop.papers.forms import GiveBackForm, OnPaperForm, ReasonForm
from phoihop.papers.queries import rounds as queries
from phoihop.papers.rendering import render_pdf

DETAIL = "papers:round_detail"


@open_to(SEATED)
@require_GET
def round_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Whose turn it is, what was signed, what the technical check says."""
    actor = request.actor
    found = queries.visible_round(actor=actor, pk=pk)
    own = queries.own_slots(actor=actor, round_=found)
    lines = queries.slot_lines(actor=actor, round_=found, language=get_language() or "vi")
    mine = next((line.slot for line in lines if line.turn and line.slot in own), None)
    return page(
        request, "papers/round.html", round=found, paper=found.paper, own=own, mine=mine, lines=lines,
        signed=sum(line.slot.status in queries.SIGNED for line in lines),
        on_behalf=actor.may(Permission.SIGN_ON_BEHALF, found.paper.party),
        writes=actor.may(Permission.PAPER_WRITE, found.paper.party), give_back_form=GiveBackForm(),
        on_paper_form=OnPaperForm(), log=queries.log_of(actor=actor, round_=found),
    )  # fmt: skip


@open_to(holding(Permission.DOCUMENT_SIGN))
@require_POST
def take(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Take the PDF with all signatures so far."""
    found = queries.visible_round(actor=request.actor, pk=pk)
    party = queries.party_of_slot(actor=request.actor, round_=found, party_id=party_pk)
    try:
        stored = signing.take_file(actor=request.actor, round_=found, party=party)
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    headers = {"Content-Disposition": f'attachment; filename="{found.paper.type}-to-sign.pdf"'}
    return HttpResponse(files.read(stored), content_type="application/pdf", headers=headers)


def _form_page(
    request: ActorRequest, pk: UUID, party_pk: UUID | None, form: forms.Form, act: Callable[..., Any], *,
    heading: str, button: str, done: str, own: bool = False, recording: bool = False,
) -> HttpResponse:  # fmt: skip
    """A form about a round: do ``act`` with what was filled in, or say beside the field why not.

    :param own: only the party itself may see the form
    :param recording: only who may record the party's signature on paper may see it
    """
    found = queries.visible_round(actor=request.actor, pk=pk)
    fixed: dict[str, Any] = {}
    if party_pk is not None:
        fixed["party"] = queries.party_of_slot(actor=request.actor, round_=found, party_id=party_pk)
        if own and not request.actor.may(Permission.DOCUMENT_SIGN, fixed["party"]):
            raise NotAllowed
        if recording and not queries.may_record_on_paper(actor=request.actor, round_=found, party_id=party_pk):
            raise NotAllowed
    elif not request.actor.may(Permission.PAPER_WRITE, found.paper.party):
        raise NotAllowed
    if request.method == "POST" and form.is_valid():
        try:
            act(actor=request.actor, round_=found, **fixed, **form.cleaned_data)
        except (NotAllowed, NotVisible):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, pk, message=done)
    return page(
        request, "papers/round_form.html", form=form, round=found, paper=found.paper, heading=heading, button=button
    )  # fmt: skip


def _give_back(*, file: Any, **words: Any) -> None:
    signing.give_back(upload=file, **words)


@open_to(holding(Permission.DOCUMENT_SIGN))
def give_back(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Give the signed PDF back."""
    form = GiveBackForm(request.POST or None, request.FILES or None)
    return _form_page(
        request, pk, party_pk, form, _give_back, heading=_("Gửi lại tệp đã ký"), button=_("Gửi và kiểm tra"),
        done=_("Chữ ký đã qua kiểm tra kỹ thuật và được ghi nhận."), own=True,
    )  # fmt: skip


@open_to(holding(Permission.SIGN_ON_BEHALF, Permission.DOCUMENT_SIGN))
def on_paper(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Record a signature on paper."""
    form = OnPaperForm(request.POST or None, request.FILES or None)
    return _form_page(
        request, pk, party_pk, form, signing.sign_on_paper, heading=_("Ghi nhận ký trên giấy"), button=_("Ghi nhận"),
        done=_("Đã ghi nhận chữ ký trên giấy."), recording=True,
    )  # fmt: skip


@open_to(holding(Permission.DOCUMENT_SIGN))
def decline(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Refuse to sign."""
    form = ReasonForm(request.POST or None)
    return _form_page(
        request, pk, party_pk, form, actions.decline, heading=_("Từ chối ký"), button=_("Từ chối ký"),
        done=_("Đã ghi nhận từ chối ký; các bên được thông báo lý do."), own=True,
    )  # fmt: skip


@open_to(holding(Permission.PAPER_WRITE))
def withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take the paper back."""
    form = ReasonForm(request.POST or None)
    return _form_page(
        request, pk, None, form, actions.withdraw_round, heading=_("Rút lại đợt ký"), button=_("Rút lại"),
        done=_("Đã rút lại đợt ký; các bên được thông báo lý do."),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def log(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The signing log as a paper of its own."""
    found = queries.visible_round(actor=request.actor, pk=pk)
    body = render_pdf(signing_log(found, request.actor.today))
    headers = {"Content-Disposition": 'attachment; filename="signing-log.pdf"'}
    return HttpResponse(body, content_type="application/pdf", headers=headers)


@open_to(holding(Permission.PAPER_WRITE))
@require_POST
def log_keep(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Put the log of a round that has ended into the register, as PDF and DOCX."""
    found = queries.visible_round(actor=request.actor, pk=pk)
    try:
        paper = keep_log(actor=request.actor, round_=found)
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, "papers:paper_detail", paper.pk, message=_("Nhật ký đã vào sổ văn bản dưới dạng dự thảo."))
