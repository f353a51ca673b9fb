"""Pages where something is typed: what was refused stays beside the typed text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import ActorRequest, Permission, holding
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.forms import Form
from phoihop.base.ui import page, refused, saved

DESK = holding(Permission.FORM_WRITE)
STEPS = {"up": -1, "down": 1}


def form_page(
    request: ActorRequest, form: Form, act: Callable[[dict[str, Any]], object], *, heading: str, back: str,
    template: str = "briefings/forms/form.html", **shown: Any,
) -> HttpResponse:  # fmt: skip
    """A page with one form; after saving it goes on to ``back``, or to the address that ``act`` answers."""
    if request.method == "POST" and form.is_valid():
        try:
            to = act(form.cleaned_data)
        except (NotAllowed, NotVisible):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, to if isinstance(to, str) else back)
    return page(request, template, form=form, heading=heading, back=back, **shown)


def press(request: ActorRequest, act: Callable[[], object], to: str, message: str) -> HttpResponse:
    """A button that was pressed: done, or told why not, back where it was."""
    try:
        act()
    except (NotAllowed, NotVisible):
        raise
    except Refused as refusal:
        return refused(request, refusal, to)
    return saved(request, to, message=message)


def step_of(direction: str) -> int:
    """-1 or 1.

    :raises NotVisible: the address names neither
    """
    if direction not in STEPS:
        raise NotVisible
    return STEPS[direction]


def posted_order(request: ActorRequest) -> list[UUID]:
    """The order that dragging sends.

    :raises Refused: it is none
    """
    try:
        return [UUID(text) for text in request.POST.getlist("order")]
    except ValueError:
        raise Refused(_("Thứ tự gửi lên không đọc được. Hãy tải lại trang rồi thử lại.")) from None


def version_address(pk: UUID, place: str = "") -> str:
    """The page of a version, at one of its rows."""
    return reverse("briefings:form_version", args=[pk]) + (f"#{place}" if place else "")
