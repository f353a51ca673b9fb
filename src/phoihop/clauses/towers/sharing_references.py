"""What the map lends to requests: which mast stands behind a reference that it disclosed to a party."""

from __future__ import annotations

from collections.abc import Callable

from phoihop.base.access import Actor
from phoihop.clauses.towers.models import Mast

Find = Callable[[Actor, str], Mast | None]
_known: list[Find] = []


def register_disclosed(find: Find) -> None:
    """Say how to find the mast behind a reference; ``None`` for one that was not disclosed to the actor's parties.

    :raises ValueError: somebody said so already
    """
    if _known:
        raise ValueError("references of disclosed masts are registered already")
    _known.append(find)


def mast_of_reference(actor: Actor, reference: str) -> Mast | None:
    """The mast, if it was disclosed to one of the actor's parties."""
    return next((mast for find in _known if (mast := find(actor, reference)) is not None), None)
