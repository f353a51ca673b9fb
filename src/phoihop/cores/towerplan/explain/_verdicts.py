"""What an explanation says, as codes for a caller to translate."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from phoihop.cores.towerplan.explain._plane import ALL
from phoihop.cores.towerplan.model import Reason


class Obstacle(enum.StrEnum):
    """Why a need does not go on a mast."""

    TOO_LOW = "too_low"
    """It is lower than the antennas want."""
    NO_SLOT = "no_slot"
    """No place is free at that height or above."""
    TAKEN = "taken"
    """The places that were free are given to others by the plan."""
    WIND = "wind"
    """It cannot carry that equipment, or not together with what the plan puts there."""
    ALREADY_THERE = "already_there"
    """The operator has its one tenancy there, or the plan gives it to another need of the operator."""
    FULL = "full"
    """As many operators as may share a mast do, or will by the plan."""
    VETO = "veto"
    """Its owner, or one of those who build it, shares with the operator no mast."""
    DECLINED = "declined"
    """That very pairing has been declined."""
    AGREED = "agreed"
    """It is agreed among others, and takes nobody else."""


@dataclass(frozen=True, slots=True)
class MastVerdict:
    """A mast within the ring, and all that rules it out; nothing: it can be rented or joined.

    :param mast: id of an existing mast; of a new one the id of its first need
    :param new: whether the plan builds it
    """

    mast: str
    distance_m: float
    obstacles: tuple[Obstacle, ...]
    new: bool = False


@dataclass(frozen=True, slots=True)
class ClassVerdict:
    """Whether a new mast of a class can stand in the ring.

    :param fits: whether the class is built tall and strong enough
    :param zones: codes of the zones that keep it out of parts of the ring
    :param masts: ids of the masts whose spacing does, nearest first; a new one by its first need
    :param forbidden_share: share of the ring that zones take, 0 to 1
    :param spaced_share: share of the ring that spacing takes of what zones leave
    :param place: where it could stand, in the coordinates of the needs; none: nowhere
    """

    class_code: str
    fits: bool
    zones: tuple[str, ...]
    masts: tuple[str, ...]
    forbidden_share: float
    spaced_share: float
    place: tuple[float, float] | None

    @property
    def possible(self) -> bool:
        return self.fits and self.place is not None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a need is not served, or how it could be.

    :param masts: every mast in the ring, nearest first
    :param classes: every class of new mast
    """

    need: str
    masts: tuple[MastVerdict, ...]
    classes: tuple[ClassVerdict, ...]

    @property
    def possible(self) -> bool:
        """Whether something is left that serves it."""
        return any(not it.obstacles for it in self.masts) or any(it.possible for it in self.classes)

    @property
    def reason(self) -> Reason:
        """The same in one word, as a plan says it."""
        if self.possible:
            return Reason.CROWDED
        if all(it.forbidden_share >= ALL for it in self.classes):
            return Reason.ZONE
        return Reason.SPACING if all(it.place is None for it in self.classes) else Reason.HEIGHT


@dataclass(frozen=True, slots=True)
class Duty:
    """Whether sharing is compulsory for who wants to build at a place.

    :param compulsory: an existing mast is nearer than the spacing of every class that may stand there
    :param zone: code of the spacing zone
    :param spacing_m: the least spacing of a class that may stand there
    :param near: ids of the masts nearer than that and their distances, nearest first
    :param free_share: share of the ring where building apart is allowed; 0: wherever it moves, it must share
    :param place: the place of the ring where it could build apart that was found; none: nowhere
    """

    compulsory: bool
    zone: str
    spacing_m: float
    near: tuple[tuple[str, float], ...]
    free_share: float
    place: tuple[float, float] | None
