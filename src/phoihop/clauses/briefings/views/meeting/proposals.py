"""What parties propose, the department's answer, the papers of topics."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, saved
from phoihop.clauses.briefings.actions.meeting import topics as actions
from phoihop.clauses.briefings.forms.meeting import AcceptForm, DeclineForm, ProposalForm, TopicFileForm
from phoihop.clauses.briefings.queries.meeting import agenda as agendas
from phoihop.clauses.briefings.queries.meeting import briefings as queries
from phoihop.clauses.briefings.queries.meeting import proposals
from phoihop.clauses.briefings.views.meeting.answering import show_refusal, turned_down

DETAIL = "briefings:briefing_detail"
RUN = holding(Permission.BRIEFING_RUN)
SPEAK = holding(Permission.BRIEFING_SPEAK)


@open_to(SPEAK)
def topic_propose(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Propose a topic for one's own party."""
    actor = request.actor
    briefing = queries.visible_briefing(actor=actor, pk=pk)
    parties = proposals.proposing_parties(actor=actor, briefing=briefing)
    if not parties:
        raise NotAllowed(_("Đơn vị của bạn không có trong thành phần dự kỳ giao ban này."))
    form = ProposalForm(request.POST or None, request.FILES or None, parties=parties)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        upload = data.pop("file")
        try:
            item = actions.propose_topic(actor=actor, briefing=briefing, **data)
            if upload:
                actions.add_file(actor=actor, item=item, party=data["party"], upload=upload)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return saved(request, DETAIL, pk, message=_("Đã gửi đề xuất. Sở sẽ trả lời trước kỳ giao ban."))
    context: dict[str, Any] = {
        "briefing": briefing, "programme": briefing.activity.programme, "heading": _("Đề xuất nội dung giao ban"),
        "upload": True, "label": _("Gửi đề xuất"),
    }  # fmt: skip
    return page(request, "briefings/meeting/topic_form.html", form=form, **context)


@open_to(SPEAK)
@require_POST
def topic_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take back what one's own party proposed."""
    item = agendas.visible_item(actor=request.actor, pk=pk)
    try:
        actions.withdraw_topic(actor=request.actor, item=item)
    except Refused as refusal:
        return turned_down(request, refusal, DETAIL, item.briefing_id)
    return saved(request, DETAIL, item.briefing_id, message=_("Đã rút đề xuất."))


@open_to(RUN)
def topic_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a proposal in, or leave it out with a reason."""
    actor = request.actor
    item = agendas.visible_item(actor=actor, pk=pk)
    if not queries.runs(actor=actor, briefing=item.briefing):
        raise NotAllowed
    taken = request.method == "POST" and request.POST.get("answer") == "accept"
    left = request.method == "POST" and not taken
    accept = AcceptForm(request.POST if taken else None, initial={"minutes": item.minutes})
    decline = DeclineForm(request.POST if left else None)
    form: Any = decline if left else accept
    if request.method == "POST" and form.is_valid():
        try:
            if taken:
                actions.accept_topic(actor=actor, item=item, minutes=form.cleaned_data["minutes"])
            else:
                actions.decline_topic(actor=actor, item=item, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return saved(request, DETAIL, item.briefing_id, message=_("Đã trả lời đề xuất."))
    context: dict[str, Any] = {"item": item, "briefing": item.briefing, "programme": item.briefing.activity.programme}
    return page(request, "briefings/meeting/answer_topic.html", accept=accept, decline=decline, form=form, **context)


@open_to(SPEAK)
def topic_files(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The papers of a topic; those who may, attach one."""
    actor = request.actor
    item = agendas.visible_item(actor=actor, pk=pk)
    party = proposals.party_for_files(actor=actor, item=item)
    form = TopicFileForm(request.POST or None, request.FILES or None) if party else None
    if request.method == "POST":
        if party is None or form is None:
            raise NotAllowed
        if form.is_valid():
            try:
                actions.add_file(actor=actor, item=item, party=party, upload=form.cleaned_data["file"])
            except Refused as refusal:
                form.add_error("file", str(refusal))
            else:
                return saved(request, "briefings:topic_files", pk)
    context: dict[str, Any] = {
        "item": item, "briefing": item.briefing, "programme": item.briefing.activity.programme, "party": party,
        "files": proposals.files_of(actor=actor, item=item),
        "runs": queries.runs(actor=actor, briefing=item.briefing),
    }  # fmt: skip
    return page(request, "briefings/meeting/files.html", form=form, **context)


@open_to(SPEAK)
@require_POST
def topic_file_remove(request: ActorRequest, pk: UUID, file_pk: UUID) -> HttpResponse:
    """Take a paper off a topic."""
    item = agendas.visible_item(actor=request.actor, pk=pk)
    file = next((one for one in proposals.files_of(actor=request.actor, item=item) if one.pk == file_pk), None)
    if file is None:
        raise NotVisible
    try:
        actions.remove_file(actor=request.actor, item=item, file=file)
    except Refused as refusal:
        return turned_down(request, refusal, "briefings:topic_files", pk)
    return saved(request, "briefings:topic_files", pk)
