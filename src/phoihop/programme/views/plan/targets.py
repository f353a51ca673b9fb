"""Targets of items."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.programme.actions import plan as actions
from phoihop.programme.forms.plan import TargetForm, TargetRemoveForm
from phoihop.programme.queries import plan as queries


@open_to(holding(Permission.PLAN_WRITE))
def plan_target_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Set a target of an item; the same label, unit and party is replaced."""
    item = queries.visible_item(actor=request.actor, pk=pk)
    if not request.actor.may(Permission.PLAN_WRITE, item.plan.programme.lead_id):
        raise NotAllowed
    parties = queries.target_parties(actor=request.actor, plan=item.plan)
    form = TargetForm(request.POST or None, parties=parties, frozen=item.plan.status == "frozen")
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_target(actor=request.actor, item=item, **form.cleaned_data)
        except (NotAllowed, NotVisible):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, "programme:plan_item_edit", pk)
    return page(request, "programme/plan/target_form.html", plan=item.plan, item=item, form=form)


@open_to(holding(Permission.PLAN_WRITE))
@require_POST
def plan_target_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a target back; of a frozen plan with a reason."""
    target = queries.visible_target(actor=request.actor, pk=pk)
    form = TargetRemoveForm(request.POST)
    form.is_valid()  # a missing reason is refused by the action, where the plan asks for one
    try:
        actions.remove_target(actor=request.actor, target=target, reason=form.cleaned_data.get("reason", ""))
    except (NotAllowed, NotVisible):
        raise
    except Refused as refusal:
        return refused(request, refusal, "programme:plan_item_edit", target.item_id)
    return saved(request, "programme:plan_item_edit", target.item_id, message=_("Đã gỡ chỉ tiêu."))
