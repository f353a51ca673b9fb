"""The agenda: building it, writing it, what parties propose for it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, saved
from phoihop.clauses.briefings.actions.meeting import agenda as actions
from phoihop.clauses.briefings.actions.meeting import proposing
from phoihop.clauses.briefings.forms.meeting import TopicForm
from phoihop.clauses.briefings.queries.meeting import agenda as agendas
from phoihop.clauses.briefings.queries.meeting import briefings as queries
from phoihop.clauses.briefings.views.meeting.answering import show_refusal, turned_down

DETAIL = "briefings:briefing_detail"
RUN = holding(Permission.BRIEFING_RUN)


@open_to(RUN)
@require_POST
def agenda_propose(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Put what is open onto the agenda."""
    briefing = queries.visible_briefing(actor=request.actor, pk=pk)
    try:
        added = proposing.propose_agenda(actor=request.actor, briefing=briefing)
    except Refused as refusal:
        return turned_down(request, refusal, DETAIL, pk)
    none = _("Chương trình đã có đủ các việc đang mở.")
    words = ngettext("Đã thêm %(n)s nội dung.", "Đã thêm %(n)s nội dung.", added) % {"n": added}
    return saved(request, DETAIL, pk, message=words if added else none)


@open_to(RUN)
def agenda_item_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a topic."""
    briefing = queries.visible_briefing(actor=request.actor, pk=pk)
    _require_run(request, briefing)
    form = TopicForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_item(actor=request.actor, briefing=briefing, **form.cleaned_data)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return saved(request, DETAIL, pk)
    return page(request, "briefings/meeting/topic_form.html", form=form, **_about(briefing, _("Thêm nội dung")))


@open_to(RUN)
def agenda_item_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a topic."""
    item = agendas.visible_item(actor=request.actor, pk=pk)
    briefing = item.briefing
    _require_run(request, briefing)
    known = {name: getattr(item, name) for name in ("title", "minutes", "presenter", "text")}
    form = TopicForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_item(actor=request.actor, item=item, **form.cleaned_data)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return saved(request, DETAIL, briefing.pk)
    return page(request, "briefings/meeting/topic_form.html", form=form, **_about(briefing, _("Sửa nội dung")))


def _require_run(request: ActorRequest, briefing: Any) -> None:
    if not queries.runs(actor=request.actor, briefing=briefing):
        raise NotAllowed


def _about(briefing: Any, heading: str) -> dict[str, Any]:
    return {"briefing": briefing, "programme": briefing.activity.programme, "heading": heading}


@open_to(RUN)
@require_POST
def agenda_item_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a topic off."""
    item = agendas.visible_item(actor=request.actor, pk=pk)
    try:
        actions.remove_item(actor=request.actor, item=item)
    except Refused as refusal:
        return turned_down(request, refusal, DETAIL, item.briefing_id)
    return saved(request, DETAIL, item.briefing_id)


@open_to(RUN)
@require_POST
def agenda_item_move(request: ActorRequest, pk: UUID, where: str) -> HttpResponse:
    """One place up or down."""
    item = agendas.visible_item(actor=request.actor, pk=pk)
    if where not in ("up", "down"):
        raise Http404
    try:
        actions.move_item(actor=request.actor, item=item, up=where == "up")
    except Refused as refusal:
        return turned_down(request, refusal, DETAIL, item.briefing_id)
    return saved(request, DETAIL, item.briefing_id, message=_("Đã đổi thứ tự."))


@open_to(RUN)
@require_POST
def agenda_order(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The order after a topic was dragged."""
    briefing = queries.visible_briefing(actor=request.actor, pk=pk)
    try:
        order = [UUID(text) for text in request.POST.getlist("order")]
        actions.reorder_items(actor=request.actor, briefing=briefing, order=order)
    except ValueError:
        return JsonResponse({"error": _("Thứ tự gửi lên không đọc được. Hãy tải lại trang.")}, status=422)
    except Refused as refusal:
        return JsonResponse({"error": str(refusal)}, status=refusal.status)
    return JsonResponse({"ok": True})
