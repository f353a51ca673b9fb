"""The registry of kinds: how each clause of a memorandum plugs its sort of activity into the spine.

A kind is a frozen description, registered once in ``AppConfig.ready()``. Menus, addresses, calendar, what is due,
reports and the contract tests go through this registry; nothing else needs to know which kinds there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.notices.sources import Due

if TYPE_CHECKING:
    from phoihop.papers.rendering import Appendix
    from phoihop.programme.models import Activity


class DuplicateKind(Exception):
    """Two apps claimed one code; the program must not start."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An outcome that a kind counted from its own rows."""

    label: str
    unit: str
    value: Decimal
    party_id: UUID | None = None  # None: of all parties together, no secret of any
    source_label: str = ""
    source_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A paper or page that belongs to an activity."""

    title: str
    url: str
    icon: str = "file-text"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of a kind in the navigation."""

    label: str
    url: str
    icon: str


def _no_menu(actor: Actor) -> Iterable[Entry]:
    return ()


def _no_annexes(actor: Actor, activity: Activity) -> Iterable[Appendix]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of activity.

    :param code: lower-case identifier, kept in clauses and activities
    :param label: its name, translatable
    :param icon: a name of the icon sprite
    :param urls: dotted path of a URLconf, or empty where the kind has no pages of its own
    :param open: makes the kind's own rows when an activity opens; safe to repeat
    :param missing: what ``actor``'s parties owe, and are owed, in activities of this kind
    :param outcomes: figures counted from the kind's rows for one activity
    :param documents: papers and pages to show with an activity, as far as ``actor`` may see them
    :param menu: the kind's own pages in the navigation; asks nothing of the database, for it stands on every page
    :param annexes: what goes with every party's invitation on paper: nothing that one of them may not read
    """

    code: str
    label: Any
    icon: str
    urls: str
    open: Callable[[Actor, Activity], None]
    missing: Callable[[Actor], Iterable[Due]]
    outcomes: Callable[[Actor, Activity], Iterable[Figure]]
    documents: Callable[[Actor, Activity], Iterable[Document]]
    menu: Callable[[Actor], Iterable[Entry]] = _no_menu
    annexes: Callable[[Actor, Activity], Iterable[Appendix]] = _no_annexes


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind.

    :raises DuplicateKind: its code is taken
    """
    if kind.code in _kinds:
        raise DuplicateKind(kind.code)
    _kinds[kind.code] = kind


def all_kinds() -> tuple[Kind, ...]:
    """Every kind, in order of registration; the plain one first."""
    return tuple(_kinds.values())


def kind_of(code: str) -> Kind:
    """The kind with ``code``; an activity whose app was removed is shown as a plain one."""
    return _kinds.get(code) or _kinds["plain"]


def choices() -> list[tuple[str, Any]]:
    """For a select box."""
    return [(kind.code, kind.label) for kind in _kinds.values()]
