"""Telling people about a memorandum, each in their own language."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission
from phoihop.base.transitions import move
from phoihop.notices.actions import tell
from phoihop.programme.memorandum_rows import lead_of, party_ids
from phoihop.programme.models import MEMORANDUM_TRANSITIONS, Memorandum, MemorandumStatus


def address(memorandum: Memorandum) -> str:
    """The memorandum's page."""
    return reverse("programme:memorandum_detail", args=[memorandum.pk])


def tell_parties(actor: Actor, memorandum: Memorandum, text: Any, *, key: str, icon: str, url: str = "") -> None:
    """Tell every party but the lead; ``{title}`` in ``text`` becomes the memorandum's."""
    tell(
        actor=actor, users_of=party_ids(memorandum), permission=Permission.MEMORANDUM_ANSWER, icon=icon,
        text=format_lazy(text, title=memorandum.title), url=url or address(memorandum), key=f"memorandum.{key}",
    )  # fmt: skip


def tell_lead(actor: Actor, memorandum: Memorandum, text: Any, *, key: str, **words: Any) -> None:
    """Tell those at the lead who write memoranda."""
    tell(
        actor=actor, users_of=[lead_of(memorandum)], permission=Permission.MEMORANDUM_WRITE, icon="message",
        text=format_lazy(text, title=memorandum.title, **words), url=address(memorandum),
        key=f"memorandum.{key}:{actor.at.isoformat()}",
    )  # fmt: skip


def back_to_draft(actor: Actor, memorandum: Memorandum, reason: object, event: str = "recalled") -> None:
    """Bring a circulated memorandum, or one being signed, back to the desk, and tell every party why.

    :raises WrongState: it is a draft, in force or ended
    """
    move(memorandum, MemorandumStatus.DRAFT, MEMORANDUM_TRANSITIONS, paper=None, answer_by=None)
    after = {"reason": str(reason)}
    audit.record(actor, f"programme.memorandum.{event}", memorandum, party=lead_of(memorandum), after=after)
    text = gettext_lazy("Đưa về soạn thảo: {title}. Lý do: {reason}")
    tell(
        actor=actor, users_of=[lead_of(memorandum), *party_ids(memorandum)], icon="arrow-back-up",
        permission=Permission.MEMORANDUM_ANSWER, text=format_lazy(text, title=memorandum.title, reason=reason),
        url=address(memorandum), key=f"memorandum.back:{memorandum.pk}:{actor.at.isoformat()}",
    )  # fmt: skip
