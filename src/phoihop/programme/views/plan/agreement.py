"""The round of agreement and what was amended after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.programme.actions import plan as actions
from phoihop.programme.forms.plan import AnswerForm, ProposeForm
from phoihop.programme.queries import plan as queries
from phoihop.programme.views.plan.pages import plan_page


def _press(request: ActorRequest, pk: UUID, act: Callable[..., Any], done: str) -> HttpResponse:
    """Carry out a button of the plan's page."""
    plan = queries.visible_plan(actor=request.actor, pk=pk)
    try:
        act(actor=request.actor, plan=plan)
    except (NotAllowed, NotVisible):
        raise
    except Refused as refusal:
        return refused(request, refusal, "programme:plan_detail", pk)
    return saved(request, "programme:plan_detail", pk, message=done)


@open_to(holding(Permission.PLAN_WRITE))
@require_POST
def plan_propose(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Send a draft to the parties."""
    plan = queries.visible_plan(actor=request.actor, pk=pk)
    form = ProposeForm(request.POST)
    if form.is_valid():
        try:
            actions.propose_plan(actor=request.actor, plan=plan, **form.cleaned_data)
        except (NotAllowed, NotVisible):
            raise
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, "programme:plan_detail", pk, message=_("Đã gửi kế hoạch để các bên cho ý kiến."))
    return plan_page(request, plan, "table", propose_form=form, form=form)


@open_to(holding(Permission.PLAN_WRITE))
@require_POST
def plan_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a proposed plan back."""
    return _press(request, pk, actions.withdraw_plan, _("Đã rút kế hoạch về. Các ý kiến đã nhận không còn tính."))


@open_to(holding(Permission.PLAN_WRITE))
@require_POST
def plan_freeze(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Freeze a plan for which nobody is awaited any more."""
    return _press(request, pk, actions.freeze_plan, _("Đã chốt kế hoạch và mở các hoạt động."))


@open_to(holding(Permission.PLAN_WRITE))
@require_POST
def plan_remind(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Remind the parties that have not agreed."""
    plan = queries.visible_plan(actor=request.actor, pk=pk)
    try:
        told = actions.remind_parties(actor=request.actor, plan=plan)
    except (NotAllowed, NotVisible):
        raise
    except Refused as refusal:
        return refused(request, refusal, "programme:plan_detail", pk)
    words = ngettext("Đã nhắc %(count)s người.", "Đã nhắc %(count)s người.", told) % {"count": told}
    return saved(request, "programme:plan_detail", pk, message=words)


@open_to(holding(Permission.PLAN_AGREE))
@require_POST
def plan_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Agree for one's party, or say what must change."""
    plan = queries.visible_plan(actor=request.actor, pk=pk)
    parties = queries.answering_parties(actor=request.actor, plan=plan)
    if not parties:
        raise NotAllowed
    form = AnswerForm(request.POST, parties=parties)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.answer_plan(
                actor=request.actor, plan=plan, party=said["party"], agrees=said["agrees"] == "yes", note=said["note"]
            )
        except (NotAllowed, NotVisible):
            raise
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, "programme:plan_detail", pk, message=_("Đã ghi nhận ý kiến của đơn vị."))
    return plan_page(request, plan, "table", answer_form=form, form=form)


@open_to(SEATED)
@require_GET
def plan_amendments(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Every change after the parties agreed, with its reason."""
    plan = queries.visible_plan(actor=request.actor, pk=pk)
    found = queries.amendments(actor=request.actor, plan=plan)
    return page(request, "programme/plan/amendments.html", plan=plan, amendments=found)
