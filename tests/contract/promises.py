"""What every registered kind promises, asked of one kind at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from django.utils import translation

from phoihop.base.access import Actor
from phoihop.notices.sources import Due
from phoihop.programme.kinds import Document, Figure, Kind
from phoihop.programme.models import Activity

ROOT = Path(__file__).resolve().parents[2]
ICONS = frozenset((ROOT / "frontend/icons.txt").read_text(encoding="utf-8").split())


def _label(kind: Kind, language: str) -> str:
    with translation.override(language):
        return str(kind.label)


def facts(kind: Kind, folder: Path = ROOT / "docs/kinds") -> Iterator[str]:
    """What is wrong with the facts a kind states of itself."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,29}", kind.code):
        yield "code: lower-case letters, digits and _, at most 30"
    if not _label(kind, "vi"):
        yield "label: empty in Vietnamese"
    if _label(kind, "en") == _label(kind, "vi"):
        yield "label: not translated into English"
    if kind.icon not in ICONS:
        yield "icon: not in frontend/icons.txt"
    if kind.urls and not getattr(import_module(kind.urls), "urlpatterns", None):
        yield "urls: no addresses there"
    page = folder / f"{kind.code}.md"
    if not page.exists() or len(page.read_text(encoding="utf-8").split()) < 20:
        yield f"docs: docs/kinds/{kind.code}.md does not describe it"


def deeds(kind: Kind, actor: Actor, activity: Activity, rows: object) -> Iterator[str]:
    """What is wrong with what a kind does for an activity.

    :param rows: a function that counts every row of the database, to see whether opening twice makes more
    """
    kind.open(actor, activity)
    once = rows()  # type: ignore[operator]
    kind.open(actor, activity)
    if rows() != once:  # type: ignore[operator]
        yield "open: makes rows again when it is repeated"
    for name, given, wanted in (
        ("missing", kind.missing(actor), Due),
        ("outcomes", kind.outcomes(actor, activity), Figure),
        ("documents", kind.documents(actor, activity), Document),
    ):
        if any(not isinstance(one, wanted) for one in given):
            yield f"{name}: gives something else than {wanted.__name__}"
