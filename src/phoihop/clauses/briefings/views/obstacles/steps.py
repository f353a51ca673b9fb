"""The steps of the enterprise and of the department."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import refused
from phoihop.clauses.briefings.actions.obstacles import closing, handling, raising, together
from phoihop.clauses.briefings.forms.obstacles import (
    AnswerForm,
    FollowForm,
    MergeForm,
    OpenForm,
    ReasonForm,
    TriageForm,
)
from phoihop.clauses.briefings.queries.obstacles import detail
from phoihop.clauses.briefings.queries.obstacles import rows as queries
from phoihop.clauses.briefings.views.obstacles.answering import step_button, step_form

DESK = holding(Permission.OBSTACLE_HANDLE)
RAISERS = holding(Permission.OBSTACLE_RAISE)


@open_to(DESK)
def obstacle_triage(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Topic, urgency, owner, day."""
    actor = request.actor
    row = queries.handled_obstacle(actor=actor, pk=pk)
    form = TriageForm(
        request.POST or None,
        obstacle=row,
        topics=queries.topics(actor=actor),
        owners=queries.owner_choices(actor=actor),
    )

    def act() -> object:
        kept = form.cleaned_data
        owner = queries.owner(actor=actor, pk=kept["owner"])
        return handling.triage(actor=actor, obstacle=row, **(kept | {"owner": owner}))

    return step_form(request, row, form, act, _("Phân loại, giao xử lý"), _("Lưu"))


@open_to(DESK)
@require_POST
def obstacle_take(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Begin to deal with it."""
    row = queries.handled_obstacle(actor=request.actor, pk=pk)
    return step_button(request, row, lambda: handling.take(actor=request.actor, obstacle=row))


@open_to(DESK)
def obstacle_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The answer."""
    actor = request.actor
    row = queries.handled_obstacle(actor=actor, pk=pk)
    others = detail.others_along(actor=actor, obstacle=row)
    form = AnswerForm(request.POST or None, others=bool(others))
    return step_form(
        request, row, form, lambda: handling.answer(actor=actor, obstacle=row, **form.cleaned_data),
        _("Trả lời vướng mắc"), _("Gửi trả lời"), message=_("Đã gửi trả lời. Doanh nghiệp xác nhận kết quả."),
        template="briefings/obstacles/answer.html", others=others,
        forwards=detail.forwards(actor=actor, obstacle=row, stand=detail.stand_of(actor=actor, obstacle=row)),
    )  # fmt: skip


@open_to(DESK)
def obstacle_merge(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose what it is dealt with together with."""
    actor, text = request.actor, request.GET.get("q", "")[:200]
    row = queries.handled_obstacle(actor=actor, pk=pk)
    found = detail.merge_candidates(actor=actor, obstacle=row, text=text)
    form = MergeForm(request.POST or None, candidates=found)
    return step_form(
        request, row, form, lambda: together.merge(actor=actor, obstacle=row, into=form.cleaned_data["into"]),
        _("Gộp vướng mắc trùng"), _("Xử lý chung"), template="briefings/obstacles/merge.html", candidates=found, q=text,
    )  # fmt: skip


@open_to(DESK)
@require_POST
def obstacle_split(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Deal with it alone again."""
    row = queries.handled_obstacle(actor=request.actor, pk=pk)
    return step_button(request, row, lambda: together.split(actor=request.actor, obstacle=row))


@open_to(RAISERS)
@require_POST
def obstacle_confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Solved."""
    row = queries.visible_obstacle(actor=request.actor, pk=pk)
    return step_button(
        request,
        row,
        lambda: closing.confirm(actor=request.actor, obstacle=row),
        _("Đã xác nhận vướng mắc được tháo gỡ."),
    )


@open_to(RAISERS)
def obstacle_reopen(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Not solved."""
    row = queries.visible_obstacle(actor=request.actor, pk=pk)
    form = ReasonForm(request.POST or None)
    return step_form(
        request, row, form, lambda: closing.reopen(actor=request.actor, obstacle=row, **form.cleaned_data),
        _("Mở lại vướng mắc"), _("Mở lại"), hint=_("Ghi rõ điều gì chưa được giải quyết; Sở trả lời lại từ đầu."),
    )  # fmt: skip


@open_to(RAISERS)
def obstacle_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """No longer in the way, or raised by mistake."""
    row = queries.visible_obstacle(actor=request.actor, pk=pk)
    form = ReasonForm(request.POST or None)
    return step_form(
        request, row, form, lambda: raising.withdraw(actor=request.actor, obstacle=row, **form.cleaned_data),
        _("Rút vướng mắc"), _("Rút"),
    )  # fmt: skip


@open_to(RAISERS)
def obstacle_open(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let all parties read it; there is no way back."""
    row = queries.visible_obstacle(actor=request.actor, pk=pk)
    form = OpenForm(request.POST or None)
    hint = _("Mọi bên trong chương trình sẽ đọc được mô tả, kiến nghị, vị trí, trả lời. Không đóng lại được.")
    return step_form(
        request, row, form, lambda: raising.open_to_all(actor=request.actor, obstacle=row, **form.cleaned_data),
        _("Mở cho mọi bên cùng xem"), _("Mở"), hint=hint,
    )  # fmt: skip


@open_to(RAISERS)
@require_POST
def obstacle_follow(request: ActorRequest, pk: UUID) -> HttpResponse:
    """We have this too, or no longer."""
    actor = request.actor
    row = queries.visible_obstacle(actor=actor, pk=pk)
    party = detail.third_party(actor=actor, obstacle=row)
    form = FollowForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    if "stop" in request.POST:
        return step_button(request, row, lambda: raising.unfollow(actor=actor, obstacle=row, party=party))
    return step_button(request, row, lambda: raising.follow(actor=actor, obstacle=row, party=party, note=note))


@open_to(DESK)
@require_POST
def obstacle_move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A card was dropped in a column: begin at once, or go to the form that the step needs."""
    row = queries.handled_obstacle(actor=request.actor, pk=pk)
    forms = {"forwarded": "briefings:obstacle_forward", "answered": "briefings:obstacle_answer"}
    to = request.POST.get("to", "")
    if to in forms:
        return HttpResponseRedirect(reverse(forms[to], args=[row.pk]))
    if to != "working":
        refusal = Refused(_("Sở không tự chuyển sang trạng thái này: doanh nghiệp nêu và xác nhận."))
        return refused(request, refusal, "briefings:obstacle_board")
    return step_button(request, row, lambda: handling.take(actor=request.actor, obstacle=row), to_board=True)
