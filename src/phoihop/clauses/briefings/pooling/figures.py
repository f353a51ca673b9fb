"""What parties reported, what was told before, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Place = tuple[str, str | None]
"""Code of the indicator, and of the value of a breakdown; None for its total."""
Sheet = Mapping[str, Mapping[Place, float]]
"""Party → place → figure; blanks are not there."""


@dataclass(frozen=True, slots=True)
class Told:
    """An earlier publication, with the figures behind it.

    :ivar sheet: what it was made of
    :ivar cells: what everybody read
    :ivar relation: of its period to the present one: ``same``, ``within`` (a part of it), ``around`` (holds it),
        or ``aside`` (they meet only through a third)
    """

    sheet: Sheet
    cells: Mapping[Place, float]
    relation: str = "same"


@dataclass(frozen=True, slots=True)
class PooledFigure:
    """One total; ``value`` is None where it is hidden.

    :ivar why: ``few``, ``dominated``, ``rival``, ``around``; ``before`` where what was told earlier forbids any word;
        ``uneven`` where a breakdown does not add up; ``linked`` where a rule ties it to more figures than can be kept
        apart. For the department alone.
    """

    place: Place
    value: float | None
    why: str = ""


@dataclass(slots=True)
class Pool:
    """Everything that came out.

    :ivar shares: (party, place) → part of the total, 0 to 1; only where the total is shown
    :ivar audits: kept as they are
    :ivar lost, whole: information hidden, and all there is, in the figures' own size
    """

    figures: list[PooledFigure] = field(default_factory=list)
    shares: dict[tuple[str, Place], float] = field(default_factory=dict)
    audits: list[dict[str, Any]] = field(default_factory=list)
    lost: float = 0.0
    whole: float = 0.0

    @property
    def passed(self) -> bool:
        """Nobody learns what they must not, of any figure."""
        return all(audit["passed"] for audit in self.audits)
