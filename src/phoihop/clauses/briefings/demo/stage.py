"""Who plays in the demo, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from phoihop.base.access import Actor
from phoihop.papers.models import SigningRound
from phoihop.people.models import Party
from phoihop.programme.models import Programme


@dataclass(slots=True)
class Stage:
    """What the composer hands over; each part finds what the parts before built in the database.

    :param officer, director: the department's people at a moment
    :param focal: an enterprise's focal point at a moment
    """

    regulator: Party
    enterprises: list[Party]
    programme: Programme
    now: dt.datetime
    officer: Callable[[dt.datetime], Actor]
    director: Callable[[dt.datetime], Actor]
    focal: Callable[[Party, dt.datetime], Actor]
    sign: Callable[[SigningRound, Party, dt.datetime], None]  # with a party's certificate, at a moment
