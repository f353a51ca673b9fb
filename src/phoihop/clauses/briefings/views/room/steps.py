"""Buttons of the desk and of the phones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.ui import page, saved
from phoihop.clauses.briefings.actions.room import running, showing, speaking, voting
from phoihop.clauses.briefings.forms.room import FigureForm, SpeakerForm, VoteForm
from phoihop.clauses.briefings.queries.meeting import hub
from phoihop.clauses.briefings.queries.meeting.agenda import visible_item
from phoihop.clauses.briefings.queries.meeting.briefings import led_briefing, visible_briefing
from phoihop.clauses.briefings.queries.room import figures, state, votes
from phoihop.clauses.briefings.views.meeting.answering import show_refusal, turned_down
from phoihop.clauses.briefings.views.room.pages import desk_context

ROOM, THE_DESK = "briefings:room", "briefings:room_desk"
DESK = holding(Permission.BRIEFING_RUN, Permission.MINUTES_WRITE)
SPEAK = holding(Permission.BRIEFING_SPEAK)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _step(request: ActorRequest, pk: UUID, act: Callable[[Any], str]) -> HttpResponse:
    """Do one step at the desk and say what came of it."""
    briefing = led_briefing(actor=request.actor, pk=pk)
    try:
        words = act(briefing)
    except Refused as refusal:
        return turned_down(request, refusal, THE_DESK, pk)
    return saved(request, THE_DESK, pk, message=words)


@open_to(DESK)
@require_POST
def room_step(request: ActorRequest, pk: UUID, step: str) -> HttpResponse:
    """Start, next, carry over, pause, resume, lengthen, end."""
    actor, seen = request.actor, _uuid(request.POST.get("current", ""))

    def act(briefing: Any) -> str:
        match step:
            case "start" | "early":
                running.start_room(actor=actor, briefing=briefing, early=step == "early")
                return _("Đã mở phòng họp.")
            case "next":
                running.next_topic(actor=actor, briefing=briefing, seen=seen)
                return _("Đã chuyển nội dung.")
            case "carry":
                running.carry_over(actor=actor, briefing=briefing, seen=seen)
                return _("Nội dung được chuyển sang kỳ sau.")
            case "pause":
                running.pause(actor=actor, briefing=briefing, seen=seen)
                return _("Đã tạm dừng đồng hồ.")
            case "resume":
                running.resume(actor=actor, briefing=briefing, seen=seen)
                return _("Đồng hồ chạy tiếp.")
            case "extend":
                running.extend(actor=actor, briefing=briefing, minutes=5, seen=seen)
                return _("Đã thêm 5 phút.")
            case "end":
                running.end_room(actor=actor, briefing=briefing)
                return _("Đã kết thúc phiên họp. Nội dung chưa bàn được chuyển sang kỳ sau.")
            case "held":
                running.hold_without_room(actor=actor, briefing=briefing)
                return _("Đã ghi là đã họp.")
            case _other:
                raise Http404

    return _step(request, pk, act)


@open_to(DESK)
@require_POST
def room_topic(request: ActorRequest, pk: UUID, item_pk: UUID) -> HttpResponse:
    """Go to one topic."""
    seen = _uuid(request.POST.get("current", ""))

    def act(briefing: Any) -> str:
        item = visible_item(actor=request.actor, pk=item_pk)
        if item.briefing_id != briefing.pk:
            raise NotVisible
        running.go_to(actor=request.actor, briefing=briefing, item=item, seen=seen)
        return _("Đã chuyển nội dung.")

    return _step(request, pk, act)


@open_to(SPEAK)
@require_POST
def speak_ask(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Ask to speak for one's own party."""
    briefing = visible_briefing(actor=request.actor, pk=pk)
    party = _own(request, briefing, party_pk)
    try:
        speaking.ask_to_speak(actor=request.actor, briefing=briefing, party=party)
    except Refused as refusal:
        return turned_down(request, refusal, ROOM, pk)
    return saved(request, ROOM, pk, message=_("Đã đăng ký phát biểu."))


def _own(request: ActorRequest, briefing: Any, party_pk: UUID) -> Any:
    """One of the reader's own parties; a rival's does not exist here."""
    room = state.room_state(actor=request.actor, briefing=briefing)
    party = next((one for one in room.own if one.pk == party_pk), None)
    if party is None:
        raise NotVisible
    return party


@open_to(SPEAK)
@require_POST
def speak_withdraw(request: ActorRequest, pk: UUID, speaker_pk: UUID) -> HttpResponse:
    """Take oneself off the list."""
    briefing = visible_briefing(actor=request.actor, pk=pk)
    speaker = state.visible_speaker(actor=request.actor, briefing=briefing, pk=speaker_pk)
    try:
        speaking.withdraw(actor=request.actor, briefing=briefing, speaker=speaker)
    except Refused as refusal:
        return turned_down(request, refusal, ROOM, pk)
    back = THE_DESK if request.POST.get("from") == "desk" else ROOM
    return saved(request, back, pk, message=_("Đã rút tên khỏi danh sách phát biểu."))


@open_to(DESK)
@require_POST
def speak_add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Put somebody on the list who raised a hand."""
    briefing = led_briefing(actor=request.actor, pk=pk)
    form = SpeakerForm(request.POST, parties=hub.parties(actor=request.actor, briefing=briefing))
    if form.is_valid():
        try:
            speaking.add_speaker(actor=request.actor, briefing=briefing, **form.cleaned_data)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return saved(request, THE_DESK, pk, message=_("Đã ghi vào danh sách phát biểu."))
    return page(request, "briefings/room/desk.html", status=422, **desk_context(request, pk, speaker_form=form))


@open_to(DESK)
@require_POST
def speak_floor(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let somebody speak: the one named, or the next; or nobody."""
    wanted, stop = _uuid(request.POST.get("speaker", "")), "stop" in request.POST

    def act(briefing: Any) -> str:
        if stop:
            speaking.stop_speaking(actor=request.actor, briefing=briefing)
            return _("Đã kết thúc lượt phát biểu.")
        speaker = state.visible_speaker(actor=request.actor, briefing=briefing, pk=wanted) if wanted else None
        row = speaking.give_floor(actor=request.actor, briefing=briefing, speaker=speaker)
        return _("Mời %(name)s phát biểu.") % {"name": row.name} if row else _("Không còn ai chờ phát biểu.")

    return _step(request, pk, act)


@open_to(DESK)
@require_POST
def vote_open(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask the parties something."""
    briefing = led_briefing(actor=request.actor, pk=pk)
    form = VoteForm(request.POST)
    if form.is_valid():
        try:
            voting.open_vote(actor=request.actor, briefing=briefing, **form.cleaned_data)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return saved(request, THE_DESK, pk, message=_("Đã mở bỏ phiếu."))
    return page(request, "briefings/room/desk.html", status=422, **desk_context(request, pk, vote_form=form))


@open_to(SPEAK)
@require_POST
def vote_cast(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Vote for one's own party."""
    vote = votes.visible_vote(actor=request.actor, pk=pk)
    chosen = _uuid(request.POST.get("option", ""))
    if chosen is None:
        return turned_down(request, Refused(_("Hãy chọn một câu trả lời.")), ROOM, vote.briefing_id)
    party = _own(request, vote.briefing, party_pk)
    option = votes.option_of(actor=request.actor, vote=vote, pk=chosen)
    try:
        voting.cast_ballot(actor=request.actor, vote=vote, party=party, option=option)
    except Refused as refusal:
        return turned_down(request, refusal, ROOM, vote.briefing_id)
    return saved(
        request, ROOM, vote.briefing_id, message=_("Đã nhận phiếu của %(party)s.") % {"party": party.short_name}
    )


@open_to(DESK)
@require_POST
def vote_close(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End a vote and show its result."""
    vote = votes.visible_vote(actor=request.actor, pk=pk)

    def act(briefing: Any) -> str:
        row = voting.close_vote(actor=request.actor, vote=vote)
        if row.withheld:
            return _("Đã đóng. Có ít hơn 3 phiếu kín nên không công bố, các phiếu đã hủy.")
        return _("Đã đóng phiếu; kết quả hiện trên màn chiếu.")

    return _step(request, vote.briefing_id, act)


@open_to(DESK)
@require_POST
def room_show(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose what the projector shows."""
    briefing = led_briefing(actor=request.actor, pk=pk)
    form = FigureForm(request.POST, figures=figures.published_figures(actor=request.actor, briefing=briefing))

    def act(found: Any) -> str:
        if not form.is_valid():
            raise Refused(_("Chỉ trình chiếu được số liệu tổng hợp đã công bố."))
        showing.show_figure(actor=request.actor, briefing=found, code=form.cleaned_data["code"])
        return _("Đã đổi màn chiếu.")

    return _step(request, pk, act)
