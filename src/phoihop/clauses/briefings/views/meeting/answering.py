"""Refusals of buttons."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.forms import Form
from phoihop.base.ui import refused


def turned_down(request: HttpRequest, refusal: Refused, to: str, *args: Any) -> HttpResponse:
    """Tell why on the page the person came from; what they may not do, or not see, is an answer of its own."""
    if isinstance(refusal, NotAllowed | NotVisible):
        raise refusal
    return refused(request, refusal, to, *args)


def show_refusal(form: Form, refusal: Refused) -> None:
    """Say it at the field that it names, where the form has it."""
    if isinstance(refusal, NotAllowed | NotVisible):
        raise refusal
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
