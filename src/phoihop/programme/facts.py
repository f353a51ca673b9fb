"""What the product already knows of a party, so that nobody types it again.

An app registers a fact once at start-up; a form names it by its code, and a report is filled in with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from phoihop.base.access import Actor

Ask = Callable[[Actor, UUID, dt.date, dt.date], "Decimal | None"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of one party and period that can be asked of the product.

    :param code: lower-case and stable: ``towers.shared_masts``
    :param ask: called with the actor, the party, first and last day; None where nothing is known. It answers only what
        the actor may see.
    """

    code: str
    label: Any
    unit: Any
    ask: Ask


@dataclass(frozen=True, slots=True)
class Site:
    """A place of a party that others of its rows may name: a mast, a post office."""

    label: str
    name: str
    source_label: str
    source_id: UUID
    latitude: float | None = None
    longitude: float | None = None


SiteSource = Callable[[Actor, UUID, str], Iterable[Site]]  # the party, and what its name begins with or contains
_facts: dict[str, Fact] = {}
_sites: list[SiteSource] = []


def register_fact(fact: Fact) -> None:
    """Add a fact.

    :raises ValueError: its code is taken
    """
    if fact.code in _facts:
        raise ValueError(f"the fact {fact.code} is registered already")
    _facts[fact.code] = fact


def all_facts() -> Sequence[Fact]:
    """Every fact, by code."""
    return [_facts[code] for code in sorted(_facts)]


def fact_of(code: str) -> Fact | None:
    """The fact with ``code``, or None where the app that knew it was removed."""
    return _facts.get(code)


def register_sites(source: SiteSource) -> None:
    """Add a source of the places of a party."""
    _sites.append(source)


def sites(*, actor: Actor, party_id: UUID, like: str) -> list[Site]:
    """Places of a party whose name contains ``like``, of all apps; only what the actor may see."""
    return [site for source in _sites for site in source(actor, party_id, like)]
