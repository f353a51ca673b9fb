"""Adding, changing, moving and removing items, by form or by drag."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.programme.actions import plan as actions
from phoihop.programme.forms.plan import ItemForm, MoveForm, RemoveForm
from phoihop.programme.queries import plan as queries

DAY = dt.timedelta(days=1)


def _date_asked(request: ActorRequest) -> str | None:
    """The day on which somebody clicked in the calendar."""
    try:
        return dt.date.fromisoformat(request.GET.get("date", "")[:10]).isoformat()
    except ValueError:
        return None


@open_to(holding(Permission.PLAN_WRITE))
def plan_item_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add an item; to a frozen plan with a reason."""
    plan = queries.visible_plan(actor=request.actor, pk=pk)
    _refuse_others(request, plan)
    choices = queries.item_choices(actor=request.actor, plan=plan)
    start = {"owner": plan.programme.lead_id, "starts_on": _date_asked(request), "participants": list(choices.parties)}
    form = ItemForm(request.POST or None, choices=choices, frozen=plan.status == "frozen", initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            item = actions.add_item(actor=request.actor, plan=plan, **form.cleaned_data)
        except (NotAllowed, NotVisible):
            raise
        except Refused as refusal:
            form.add_error(_own_field(form, refusal), str(refusal))
        else:
            return saved(
                request, "programme:plan_detail", pk, message=_("Đã thêm “%(title)s”.") % {"title": item.title}
            )
    return page(request, "programme/plan/item_form.html", plan=plan, form=form)


@open_to(holding(Permission.PLAN_WRITE))
def plan_item_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change an item; its targets are set below."""
    item = queries.visible_item(actor=request.actor, pk=pk)
    _refuse_others(request, item.plan)
    frozen = item.plan.status == "frozen"
    choices = queries.item_choices(actor=request.actor, plan=item.plan)
    form = ItemForm(request.POST or None, choices=choices, frozen=frozen, initial=_as_it_is(item))
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_item(actor=request.actor, item=item, **form.cleaned_data)
        except (NotAllowed, NotVisible):
            raise
        except Refused as refusal:
            form.add_error(_own_field(form, refusal), str(refusal))
        else:
            return saved(request, "programme:plan_detail", item.plan_id)
    return page(request, "programme/plan/item_form.html", plan=item.plan, item=item, form=form)


def _refuse_others(request: ActorRequest, plan: Any) -> None:
    """Another lead's officer sees this plan as a party at most, and may not open its forms."""
    if not request.actor.may(Permission.PLAN_WRITE, plan.programme.lead_id):
        raise NotAllowed


def _own_field(form: Any, refusal: Refused) -> str | None:
    return refusal.field if refusal.field in form.fields else None


def _as_it_is(item: Any) -> dict[str, Any]:
    names = ("title", "starts_on", "ends_on", "clause", "kind", "day_code", "place", "owner", "note")
    return {name: getattr(item, name) for name in names} | {"participants": list(item.participants.all())}


@open_to(holding(Permission.PLAN_WRITE))
@require_POST
def plan_item_move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Move an item to other days: a drop in the calendar or the bars, answered in JSON, or a form."""
    item = queries.visible_item(actor=request.actor, pk=pk)
    wants_json = "application/json" in request.headers.get("Accept", "")
    form = MoveForm(request.POST)
    try:
        if not form.is_valid():
            raise Refused(_("Ngày không hợp lệ. Hãy nhập dạng ngày/tháng/năm, ví dụ 08/04/2026."))
        said = form.cleaned_data
        ends_on = said["end"]
        if said["all_day"] and ends_on and ends_on > said["start"]:
            ends_on -= DAY
        actions.move_item(
            actor=request.actor, item=item, starts_on=said["start"], ends_on=ends_on, reason=said["reason"]
        )
    except Refused as refusal:
        if wants_json:
            return JsonResponse({"error": str(refusal)}, status=refusal.status)
        if refusal.status != Refused.status:
            raise
        return refused(request, refusal, "programme:plan_detail", item.plan_id)
    if wants_json:
        return JsonResponse({"ok": True})
    return saved(request, "programme:plan_detail", item.plan_id, message=_("Đã dời lịch."))


@open_to(holding(Permission.PLAN_WRITE))
def plan_item_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask, then take an item out; of a frozen plan with a reason."""
    item = queries.visible_item(actor=request.actor, pk=pk)
    _refuse_others(request, item.plan)
    form = RemoveForm(request.POST if request.method == "POST" else None, frozen=item.plan.status == "frozen")
    if request.method == "POST" and form.is_valid():
        try:
            actions.remove_item(actor=request.actor, item=item, **form.cleaned_data)
        except (NotAllowed, NotVisible):
            raise
        except Refused as refusal:
            form.add_error(_own_field(form, refusal), str(refusal))
        else:
            gone = _("Đã đưa “%(title)s” ra khỏi kế hoạch.") % {"title": item.title}
            return saved(request, "programme:plan_detail", item.plan_id, message=gone)
    return page(request, "programme/plan/item_remove.html", plan=item.plan, item=item, form=form)
