"""What parties say on a revision, and what the lead makes of it."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible
from phoihop.programme.actions import memorandum as actions
from phoihop.programme.comparing import compare_words
from phoihop.programme.forms.memorandum_steps import AnswerForm, CommentForm, ReplyForm
from phoihop.programme.queries import memorandum as queries
from phoihop.programme.views.memorandum.form_pages import DETAIL, Sheet, act_and_return, address, form_view
from phoihop.programme.views.memorandum.writing import WRITERS

ANSWERERS = holding(Permission.MEMORANDUM_ANSWER)
FORMS = ["GET", "POST"]


def _speaker(request: ActorRequest, revision: Any) -> Any:
    """The party that speaks. Once comments are over the form is gone; what was typed before that is still refused in
    words, on a page that keeps it.

    :raises NotVisible: the person speaks for no party of it, or asks for a form that is no longer open
    """
    if request.method == "POST":
        party = queries.seated_party(actor=request.actor, memorandum=revision.memorandum)
    else:
        party = queries.answering_party(actor=request.actor, revision=revision)
    if party is None:
        raise NotVisible
    return party


@open_to(ANSWERERS)
@require_http_methods(FORMS)
def revision_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Accept, or ask for a change."""
    revision = queries.visible_revision(actor=request.actor, pk=pk)
    party = _speaker(request, revision)
    given = queries.answers(actor=request.actor, revision=revision)
    before = next((row.answer for row in given if row.party.pk == party.pk), None)
    initial = {"accepts": "yes" if before.accepts else "no", "note": before.note} if before else {}
    sheet = Sheet(
        _("Trả lời của %(party)s") % {"party": party.short_name}, _("Gửi trả lời"),
        address(DETAIL, revision.memorandum_id), _("Đã gửi trả lời."),
        _("Có thể đổi trả lời cho đến khi hết đợt góp ý."),
    )  # fmt: skip
    act = partial(actions.answer_revision, actor=request.actor, revision=revision, party=party)
    return form_view(
        request, AnswerForm(request.POST or None, initial=initial), sheet, act, memorandum=revision.memorandum
    )


@open_to(ANSWERERS)
@require_http_methods(FORMS)
def comment_new(request: ActorRequest, pk: UUID, anchor: str) -> HttpResponse:
    """Comment on one section or clause."""
    revision = queries.visible_revision(actor=request.actor, pk=pk)
    party = _speaker(request, revision)
    heading, text = queries.passage_text(actor=request.actor, revision=revision, anchor=anchor)
    form = CommentForm(request.POST or None, initial={"proposal": text})
    sheet = Sheet(
        _("Góp ý: %(heading)s") % {"heading": heading}, _("Gửi góp ý"),
        address(DETAIL, revision.memorandum_id, f"p-{anchor}"), _("Đã gửi góp ý."),
    )  # fmt: skip
    act = partial(actions.comment, actor=request.actor, revision=revision, party=party, anchor=anchor)
    return form_view(request, form, sheet, act, memorandum=revision.memorandum, passage=text)


@open_to(ANSWERERS)
@require_POST
def comment_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take one's own comment back."""
    comment = queries.visible_comment(actor=request.actor, pk=pk)
    to = address(DETAIL, comment.revision.memorandum_id, f"p-{comment.anchor}")
    act = partial(actions.withdraw_comment, actor=request.actor, comment=comment)
    return act_and_return(request, act, to, _("Đã rút ý kiến."))


@open_to(WRITERS)
@require_http_methods(FORMS)
def comment_reply(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The lead's reply."""
    comment = queries.visible_comment(actor=request.actor, pk=pk)
    revision = comment.revision
    memorandum = queries.written_memorandum(actor=request.actor, pk=revision.memorandum_id)
    heading, text = queries.passage_text(actor=request.actor, revision=revision, anchor=comment.anchor)
    form = ReplyForm(request.POST or None, initial={"reply": comment.reply})
    sheet = Sheet(
        _("Trả lời %(party)s: %(heading)s") % {"party": comment.party.short_name, "heading": heading}, _("Gửi trả lời"),
        address("programme:revision_detail", revision.pk, f"p-{comment.anchor}"), _("Đã trả lời."),
    )  # fmt: skip
    return form_view(
        request, form, sheet, partial(actions.reply, actor=request.actor, comment=comment), memorandum=memorandum,
        passage=text, comment=comment, proposed=compare_words(text, comment.proposal) if comment.proposal else None,
    )  # fmt: skip


@open_to(WRITERS)
@require_POST
def comment_take(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A party's wording into the working text."""
    comment = queries.visible_comment(actor=request.actor, pk=pk)
    to = address("programme:revision_detail", comment.revision_id, f"p-{comment.anchor}")
    act = partial(actions.take_proposal, actor=request.actor, comment=comment)
    return act_and_return(request, act, to, _("Đã đưa đề nghị vào bản đang soạn."))
