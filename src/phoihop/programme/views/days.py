"""Pages of named days."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.programme.actions import days as actions
from phoihop.programme.forms.days import DayForm
from phoihop.programme.queries import days as queries

FIRST, LAST = 1900, 2199


def asked_year(request: ActorRequest) -> int:
    """The year of ``?year=``; this year where it is missing or none."""
    asked = request.GET.get("year", "")
    return int(asked) if asked.isdecimal() and FIRST <= int(asked) <= LAST else request.actor.today.year


@open_to(SEATED)
@require_GET
def day_list(request: ActorRequest) -> HttpResponse:
    """The named days of a year, month by month, as one regulator keeps them."""
    actor, year = request.actor, asked_year(request)
    calendars = queries.calendars(actor=actor)
    chosen = next((one for one in calendars if str(one.pk) == request.GET.get("calendar")), None)
    chosen = chosen or next(iter(calendars), None)
    lead_id = chosen.pk if chosen else None
    return page(
        request, "programme/days/list.html", year=year, calendars=calendars, chosen=chosen,
        months=queries.year_of_days(actor=actor, lead_id=lead_id, year=year),
        may_edit=lead_id is not None and actor.may(Permission.DAYS_EDIT, lead_id),
    )  # fmt: skip


def _keepers(request: ActorRequest) -> list[tuple[str, str]]:
    return [(str(party.pk), party.name) for party in queries.editable_calendars(actor=request.actor)]


def _columns(form: DayForm) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name != "keeper_id"}


@open_to(holding(Permission.DAYS_EDIT))
def day_new(request: ActorRequest) -> HttpResponse:
    """Add a day; ``?instead=`` names the national day whose place it takes."""
    instead = _instead(request)
    start = {} if instead is None else {name: getattr(instead, name) for name in actions.FIELDS}
    form = DayForm(request.POST or None, keepers=_keepers(request), initial=start or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.add_day(
                actor=request.actor, keeper_id=UUID(form.cleaned_data["keeper_id"]),
                code=instead.code if instead else "", **_columns(form),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, "programme:day_list", message=_("Đã thêm “%(name)s”.") % {"name": row.name_vi})
    return page(request, "programme/days/form.html", form=form, instead=instead)


def _instead(request: ActorRequest) -> Any:
    try:
        return queries.visible_day(actor=request.actor, pk=UUID(request.GET.get("instead", "")))
    except (ValueError, NotVisible):
        return None


@open_to(holding(Permission.DAYS_EDIT))
def day_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a day of one's own calendar."""
    row = queries.editable_day(actor=request.actor, pk=pk)
    keepers = [(str(row.keeper_id), str(row.keeper or ""))]
    start = {name: getattr(row, name) for name in actions.FIELDS}
    form = DayForm(request.POST or None, keepers=keepers, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_day(actor=request.actor, row=row, **_columns(form))
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, "programme:day_list")
    return page(request, "programme/days/form.html", form=form, row=row)


@open_to(holding(Permission.DAYS_EDIT))
@require_POST
def day_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a day out of one's own calendar."""
    row = queries.editable_day(actor=request.actor, pk=pk)
    try:
        actions.remove_day(actor=request.actor, row=row)
    except actions.NationalDay as refusal:
        return refused(request, refusal, "programme:day_list")
    return saved(request, "programme:day_list", message=_("Đã gỡ “%(name)s”.") % {"name": row.name_vi})
