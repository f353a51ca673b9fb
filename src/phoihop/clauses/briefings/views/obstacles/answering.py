"""How a step answers: one form on a page of its own, so that a refusal keeps what was typed; or one button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse

from phoihop.base.access import ActorRequest
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved

DETAIL = "briefings:obstacle_detail"


def step_form(
    request: ActorRequest,
    row: Any,
    form: forms.Form,
    act: Callable[[], Any],
    heading: str,
    button: str,
    *,
    message: str = "",
    hint: str = "",
    template: str = "briefings/obstacles/form.html",
    **context: Any,
) -> HttpResponse:
    """Show the form; once it is valid carry out ``act`` and go to the obstacle's page."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, row.pk, message=message)
    return page(request, template, form=form, heading=heading, button=button, row=row, hint=hint, **context)


def step_button(
    request: ActorRequest, row: Any, act: Callable[[], Any], message: str = "", *, to_board: bool = False
) -> HttpResponse:
    """Carry out ``act`` and go to the obstacle's page, or to the board, with what happened or why it did not."""
    to = ("briefings:obstacle_board",) if to_board else (DETAIL, row.pk)
    try:
        act()
    except (NotVisible, NotAllowed):
        raise
    except Refused as refusal:
        return refused(request, refusal, *to)
    return saved(request, *to, message=message)
