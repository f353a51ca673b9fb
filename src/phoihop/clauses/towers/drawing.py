"""A mast as a picture: heights to scale, bands with room, antennas where they hang."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from phoihop.clauses.towers.models import Mast, SlotBand, Tenancy

TOP, GROUND = 20, 300  # y of the highest point and of the ground, in units of the picture
AXIS, MIDDLE = 34, 110  # x of the scale and of the mast
STEPS = (1, 2, 5, 10, 20, 50, 100)  # metres between two marks of the scale
MOST_MARKS = 6
LEAST_GAP = 13  # between two labels


@dataclass(frozen=True, slots=True)
class Mark:
    """A height of the scale."""

    y: float
    metres: int


@dataclass(frozen=True, slots=True)
class BandShape:
    """A band: full, or with room."""

    y: float
    height: float
    full: bool


@dataclass(frozen=True, slots=True)
class Antenna:
    """A tenant's antennas, and its name beside them, moved where two would touch."""

    y: float
    label_y: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything to draw, in units of a picture of 240 × 330."""

    steel: str  # points of the outline
    middle: int
    axis: int
    ground: int
    on_building: bool
    marks: list[Mark] = field(default_factory=list)
    bands: list[BandShape] = field(default_factory=list)
    antennas: list[Antenna] = field(default_factory=list)


def draw_mast(mast: Mast, tenancies: Iterable[Tenancy], bands: Iterable[SlotBand]) -> Drawing:
    """Draw a mast to scale.

    :param tenancies: current ones, as far as the reader may know
    """
    height = float(mast.height_m)
    scale = (GROUND - TOP) / height
    hung = [one for one in tenancies if one.antenna_height_m is not None]
    shapes = []
    for band in bands:
        taken = sum(band.from_m <= (one.antenna_height_m or 0) < band.to_m for one in hung)
        top = GROUND - float(band.to_m) * scale
        shapes.append(BandShape(round(top, 1), round(float(band.to_m - band.from_m) * scale, 1), taken >= band.slots))
    return Drawing(
        steel=f"{MIDDLE - 12},{GROUND} {MIDDLE - 3},{TOP} {MIDDLE + 3},{TOP} {MIDDLE + 12},{GROUND}",
        middle=MIDDLE,
        axis=AXIS,
        ground=GROUND,
        on_building=mast.mast_class.on_building,
        marks=_marks(height, scale),
        bands=shapes,
        antennas=_antennas(hung, scale),
    )


def _marks(height: float, scale: float) -> list[Mark]:
    step = next((step for step in STEPS if height / step <= MOST_MARKS), STEPS[-1])
    return [Mark(round(GROUND - metres * scale, 1), metres) for metres in range(0, int(height) + 1, step)]


def _antennas(hung: list[Tenancy], scale: float) -> list[Antenna]:
    """From top to bottom; a label that would touch the one above moves down."""
    found: list[Antenna] = []
    for one in sorted(hung, key=lambda one: -(one.antenna_height_m or 0)):
        y = GROUND - float(one.antenna_height_m or 0) * scale
        label_y = max(y, found[-1].label_y + LEAST_GAP) if found else y
        found.append(Antenna(round(y, 1), round(label_y, 1), one.operator.short_name))
    return found
