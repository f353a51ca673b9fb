"""A form on a page of its own, below its round."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from phoihop.base.access import ActorRequest
from phoihop.base.errors import Refused
from phoihop.base.forms import Form
from phoihop.base.ui import page, saved

TEMPLATE = "towers/joint/form.html"


def show_refusal(form: Form, refusal: Refused) -> None:
    """Say it at the field that it names, where the form has it."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))


def form_page(
    request: ActorRequest,
    form: Form,
    act: Callable[[dict[str, Any]], tuple[Any, ...]],
    *,
    template: str = TEMPLATE,
    message: str = "",
    **context: Any,
) -> HttpResponse:
    """Show a form and act on it.

    :param act: does it and returns where to go: the name of an address and its arguments
    """
    if request.method == "POST" and form.is_valid():
        try:
            name, *args = act(form.cleaned_data)
        except Refused as refusal:
            if refusal.status in (403, 404):
                raise
            show_refusal(form, refusal)
        else:
            return saved(request, name, *args, message=message)
    return page(request, template, form=form, **context)
