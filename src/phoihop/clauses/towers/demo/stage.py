"""Who plays in the demo, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from phoihop.base.access import Actor
from phoihop.clauses.towers.models import Mast
from phoihop.papers.models import SigningRound
from phoihop.people.models import Party
from phoihop.programme.models import Programme


@dataclass(slots=True)
class Stage:
    """What the composer hands over.

    :param operators: the enterprises with masts, the largest first
    :param officer: the department's officer at a moment
    :param focal: an enterprise's focal point at a moment
    """

    regulator: Party
    operators: list[Party]
    programme: Programme
    now: dt.datetime
    officer: Callable[[dt.datetime], Actor]
    focal: Callable[[Party, dt.datetime], Actor]
    sign: Callable[[SigningRound, Party, dt.datetime], None] | None = None  # with a party's certificate, at a moment
    masts: list[Mast] = field(default_factory=list)  # what the registry built, for the parts that follow
