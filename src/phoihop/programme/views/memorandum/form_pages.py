"""One form on one page: a refusal keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from phoihop.base.access import ActorRequest
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.programme.actions.memorandum import EditedMeanwhile
from phoihop.programme.comparing import Piece, compare_words

DETAIL = "programme:memorandum_detail"
EDIT = "programme:memorandum_edit"
PARTIES = "programme:memorandum_parties"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What somebody else saved meanwhile, against what was typed here."""

    label: Any
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page around a form."""

    title: str
    button: str
    back: str  # where a cancel and a save lead
    message: str = ""
    intro: str = ""
    style: str = "primary"
    action: str = ""  # where the form is sent; empty for the page itself


def address(name: str, pk: UUID, part: str = "") -> str:
    """A page, at one of its parts."""
    return reverse(name, args=[pk]) + (f"#{part}" if part else "")


def form_view(
    request: ActorRequest, form: forms.Form, sheet: Sheet, act: Callable[..., Any], *, memorandum: Any, **context: Any
) -> HttpResponse:
    """Show a form; on POST do ``act`` with what was typed and go back, or show the refusal with all that was typed."""
    conflicts: list[Conflict] = []
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            act(**form.cleaned_data)
        except (NotVisible, NotAllowed):
            raise
        except EditedMeanwhile as refusal:
            conflicts, status = _conflicts(form, refusal), refusal.status
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
            status = refusal.status
        else:
            return saved(request, sheet.back, message=sheet.message)
    return page(
        request, "programme/memorandum/form.html", form=form, sheet=sheet, memorandum=memorandum, conflicts=conflicts,
        status=status, **context,
    )  # fmt: skip


def _conflicts(form: forms.Form, refusal: EditedMeanwhile) -> list[Conflict]:
    """The differences; the form now carries the new mark, so that saving again is a decision made with open eyes."""
    typed = form.cleaned_data
    found = [
        Conflict(form.fields[name].label, compare_words(_text(current), _text(typed[name])))
        for name, current in refusal.current.items()
        if name in form.fields and current != typed[name]
    ]
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data["token"] = refusal.token  # type: ignore[index]
    form.add_error(None, str(refusal))
    return found


def _text(value: Any) -> str:
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)


def act_and_return(request: ActorRequest, act: Callable[[], Any], to: str, message: str = "") -> HttpResponse:
    """A button: do it and go back, or say why not."""
    try:
        act()
    except (NotVisible, NotAllowed):
        raise
    except Refused as refusal:
        return refused(request, refusal, to)
    return saved(request, to, message=message)
