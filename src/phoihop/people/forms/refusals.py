"""Showing a refusal where the person typed."""

from __future__ import annotations

from django.forms import BaseForm

from phoihop.base.errors import NotAllowed, NotVisible, Refused


def show(refusal: Refused, form: BaseForm) -> None:
    """Put a refusal beside the field it speaks of; what is no matter of the form stays a page of its own.

    :raises NotAllowed: it was one
    :raises NotVisible: it was one
    """
    if isinstance(refusal, NotAllowed | NotVisible):
        raise refusal
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
