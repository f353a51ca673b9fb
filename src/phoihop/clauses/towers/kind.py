"""What the sharing of towers registers at start-up: its kind, and who may open its files.

Each area adds its own line to ``register_all``.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.events import label_events
from phoihop.clauses.towers.events import EVENTS
from phoihop.notices.sources import Due
from phoihop.programme import kinds
from phoihop.programme.kinds import Document, Figure, Kind
from phoihop.programme.models import Activity


def _open(actor: Actor, activity: Activity) -> None:
    """The registry is there before any activity."""


def _missing(actor: Actor) -> Iterable[Due]:
    return ()


def _outcomes(actor: Actor, activity: Activity) -> Iterable[Figure]:
    return ()


def _documents(actor: Actor, activity: Activity) -> Iterable[Document]:
    return ()


TOWERS = Kind(
    code="towers",
    label=_("Dùng chung hạ tầng viễn thông"),
    icon="building-broadcast-tower",
    urls="phoihop.clauses.towers.urls",
    open=_open,
    missing=_missing,
    outcomes=_outcomes,
    documents=_documents,
)


def register_all() -> None:
    """Called once by ``TowersConfig.ready``."""
    kinds.register(TOWERS)
    label_events(EVENTS)
