"""Where the chosen new masts stand, so that they keep their spacing from each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.near import near
from phoihop.cores.towerplan.planning.sites import Sites, all_sites, site_spacing
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points

MOST_STEPS = 20_000
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Mast:
    """A group on a new mast of one class, wherever it stands."""

    members: tuple[int, ...]
    class_number: int


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """Where one could stand: ``at`` (3,) measures, ``xy`` (2,) is the place, ``keep_m`` its spacing."""

    xy: FloatArray
    at: FloatArray
    keep_m: float


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """All points where one mast could stand; arrays have one entry a point, the roomiest first."""

    xy: FloatArray
    at: FloatArray
    keep_m: FloatArray

    def __len__(self) -> int:
        return len(self.keep_m)

    def spot(self, row: int) -> Spot:
        """One of them."""
        return Spot(self.xy[row], self.at[row], float(self.keep_m[row]))


def apart(options: Options, spot: Spot) -> Flags:
    """Which points keep the spacing from a spot, theirs and its own."""
    delta = options.at - spot.at
    distance = np.sqrt((delta * delta).sum(axis=1))
    result: Flags = distance >= np.maximum(options.keep_m, spot.keep_m)
    return result


def options_of(ground: Ground, sites: Sites, masts: Sequence[Mast]) -> list[Options]:
    """For each mast every point of ``sites`` where it may stand."""
    by_first = sites.covers.turned(len(ground.needs))
    return [_options(ground, sites, mast, by_first[mast.members[0]].astype(np.int64)) for mast in masts]


def _options(ground: Ground, sites: Sites, mast: Mast, rows: IntArray) -> Options:
    rows = rows[sites.allowed[rows, mast.class_number]]
    members = set(mast.members)
    rows = np.array([row for row in rows.tolist() if members <= set(sites.covers[row].tolist())], dtype=np.int64)
    keep = site_spacing(ground)[sites.zone[rows], mast.class_number]
    order = np.lexsort([rows, -_room(ground, mast, sites.spots.at[rows])])
    rows = rows[order]
    return Options(sites.spots.points.xy[rows], sites.spots.at[rows], keep[order])


def _room(ground: Ground, mast: Mast, at: FloatArray) -> FloatArray:
    """How far inside every ring each point is, to the millimetre."""
    room = np.full(len(at), np.inf)
    for member in mast.members:
        distance = np.linalg.norm(at - ground.rings.at[member], axis=1)
        room = np.minimum(room, ground.needs.radius_m[member] - distance)
    return np.round(room, 3)


def middle(ground: Ground, mast: Mast, options: Options) -> Spot:
    """The roomiest point: the best option, or the middle of all where that is roomier and allowed."""
    best = options.spot(0)
    centre = Points(options.xy.mean(axis=0, keepdims=True), ground.frame.geographic)
    spots = ground.frame.spots(centre)
    if _room(ground, mast, spots.at)[0] <= _room(ground, mast, best.at[None, :])[0]:
        return best
    keep = float(site_spacing(ground)[ground.zones.spacing_zone(centre)[0], mast.class_number])
    nothing, concealed_only = ground.zones.closed(centre)
    if nothing[0] or (concealed_only[0] and not ground.prices.concealed[mast.class_number]):
        return best
    if keep > 0 and near(spots, np.array([keep]), ground.obstacles).starts[-1] > 0:
        return best
    return Spot(centre.xy[0], spots.at[0], keep)


def neighbourhood(ground: Ground, masts: list[Mast]) -> Sites:
    """Every candidate point of all rings that touch those of the masts' members."""
    members = np.unique([need for mast in masts for need in mast.members])
    rings, radius = ground.rings, ground.needs.radius_m
    touching = near(rings[members], radius[members], rings, radius).items
    rows = np.unique(touching).astype(np.int64)
    return all_sites(ground, rows[ground.open[rows]])


def arrange(options: list[Options]) -> list[Spot] | None:
    """A spot for each so that all keep their spacing, or None where there is none.

    :raises TooManySteps: neither was found in reasonable time
    """
    alive = [np.ones(len(option), dtype=bool) for option in options]
    steps = [0]
    placed: dict[int, Spot] = {}
    if _place(options, alive, placed, steps):
        return [placed[number] for number in range(len(options))]
    return None


class TooManySteps(Exception):
    """The search for spots was given up."""


def _place(options: list[Options], alive: list[Flags], placed: dict[int, Spot], steps: list[int]) -> bool:
    left = [number for number in range(len(options)) if number not in placed]
    if not left:
        return True
    number = min(left, key=lambda n: (int(alive[n].sum()), n))
    for row in np.flatnonzero(alive[number]).tolist():
        steps[0] += 1
        if steps[0] > MOST_STEPS:
            raise TooManySteps
        spot = options[number].spot(row)
        rest = list(alive)
        for other in left:
            if other != number:
                rest[other] = alive[other] & apart(options[other], spot)
        if all(rest[other].any() for other in left if other != number):
            placed[number] = spot
            if _place(options, rest, placed, steps):
                return True
            del placed[number]
    return False
