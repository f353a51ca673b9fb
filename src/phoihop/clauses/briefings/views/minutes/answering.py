"""How a step of the minutes answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse

from phoihop.base.access import ActorRequest
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved

DETAIL = "briefings:minutes_detail"


def step_form(
    request: ActorRequest, briefing: UUID, form: forms.Form, act: Callable[[], Any], heading: str, button: str,
    message: str = "", **context: Any,
) -> HttpResponse:  # fmt: skip
    """Show the form; once it is valid carry out ``act`` and go to the minutes."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
            context["refusal"] = refusal
        else:
            return saved(request, DETAIL, briefing, message=message)
    return page(
        request, "briefings/minutes/form.html", form=form, heading=heading, button=button, pk=briefing, **context
    )


def step_button(
    request: ActorRequest,
    briefing: UUID,
    act: Callable[[], Any],
    message: str = "",
    to: Callable[[Any], Any] | None = None,
) -> HttpResponse:
    """Carry out ``act`` and go to the minutes, with what happened or why it did not."""
    try:
        made = act()
    except (NotVisible, NotAllowed):
        raise
    except Refused as refusal:
        return refused(request, refusal, DETAIL, briefing)
    if to is not None:
        return saved(request, *to(made), message=message)
    return saved(request, DETAIL, briefing, message=message)
