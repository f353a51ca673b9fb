"""How a step answers: one form on a page of its own, so that a refusal keeps what was typed; or one button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse

from phoihop.base.access import ActorRequest
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved

DETAIL = "towers:sharing_detail"


def step_form(
    request: ActorRequest,
    pk: UUID,
    form: forms.Form,
    act: Callable[[], Any],
    heading: str,
    button: str,
    *,
    message: str = "",
    to: str = "",
    template: str = "towers/sharing/form.html",
    **context: Any,
) -> HttpResponse:
    """Show the form; once it is valid carry out ``act`` and go to the request's page."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, to or DETAIL, *(() if to else (pk,)), message=message)
    return page(request, template, form=form, heading=heading, button=button, pk=pk, **context)


def step_button(request: ActorRequest, pk: UUID, act: Callable[[], Any], message: str = "") -> HttpResponse:
    """Carry out ``act`` and go to the request's page, with what happened or why it did not."""
    try:
        act()
    except (NotVisible, NotAllowed):
        raise
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk, message=message)
