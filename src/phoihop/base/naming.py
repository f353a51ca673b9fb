"""What parties are called. The ground floor keeps only their identifiers; the app that knows them lends their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from phoihop.base.access import Actor


class PartyNames(Protocol):
    """A query of the app that knows parties."""

    def __call__(self, *, actor: Actor) -> Mapping[UUID, str]: ...


_known: list[PartyNames] = []


def register_party_names(names: PartyNames) -> None:
    """Say how to find the names of the parties that a person may see.

    :raises ValueError: somebody said so already
    """
    if _known:
        raise ValueError("the names of parties are registered already")
    _known.append(names)


def party_names(actor: Actor) -> Mapping[UUID, str]:
    """The names of the parties that ``actor`` may see; none where no app knows parties."""
    return _known[0](actor=actor) if _known else {}
