"""Spot checks over real ground: the Longley-Rice model along a profile taken from a grid of heights."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from phoihop.cores.towerplan.errors import BadInput, TowerPlanError
from phoihop.cores.towerplan.points import FloatArray, Points, distances

INSTALL = 'the model needs the library itmlogic: install it with  pip install "phoihop[terrain]"'
EARTH_CURVATURE = 157e-9
"""One over the radius of the Earth, in 1/m, as the model's authors have it."""
DB = 8.685890
POINT_TO_POINT = 10
BROADCAST = 1
EDGE = 1e-6


class NoTerrainModel(TowerPlanError):
    """The library that holds the model is not installed; the message says how to."""


@dataclass(frozen=True, slots=True, eq=False)
class Heights:
    """A grid of heights above the sea, such as an SRTM tile or an ESRI grid.

    :param values_m: shape (rows, columns), metres; nan where unknown
    :param transform: (x0, dx, 0, y0, 0, dy): the middle of the cell (row, column) is at ``x0 + column · dx`` and
        ``y0 + row · dy``; ``dy`` is negative where the first row is the northernmost
    """

    values_m: FloatArray
    transform: tuple[float, float, float, float, float, float]

    def at(self, points: Points) -> FloatArray:
        """Heights between the middles of cells, bilinear; nan outside the grid.

        >>> grid = Heights(np.array([[0.0, 10.0], [20.0, 30.0]]), (0.0, 1.0, 0.0, 0.0, 0.0, 1.0))
        >>> grid.at(Points(np.array([[0.5, 0.5], [1.0, 0.0], [9.0, 0.0]]))).tolist()
        [15.0, 10.0, nan]
        """
        x0, dx, _, y0, _, dy = self.transform
        rows, columns = self.values_m.shape
        across, down = (points.xy[:, 0] - x0) / dx, (points.xy[:, 1] - y0) / dy
        # A place on the edge stays inside whatever its last bit became.
        inside = (across > -EDGE) & (across < columns - 1 + EDGE) & (down > -EDGE) & (down < rows - 1 + EDGE)
        column = np.clip(np.floor(across), 0, max(columns - 2, 0)).astype(np.int64)
        row = np.clip(np.floor(down), 0, max(rows - 2, 0)).astype(np.int64)
        right, below = np.minimum(column + 1, columns - 1), np.minimum(row + 1, rows - 1)
        u, v = across - column, down - row
        top = self.values_m[row, column] * (1 - u) + self.values_m[row, right] * u
        bottom = self.values_m[below, column] * (1 - u) + self.values_m[below, right] * u
        return np.where(inside, top * (1 - v) + bottom * v, np.nan)


def profile(grid: Heights, start: Points, end: Points, step_m: float = 90.0) -> tuple[FloatArray, float]:
    """Heights at even steps from one place to another, and the distance in metres.

    :raises BadInput: the way leaves the grid or crosses cells without a height
    """
    metres = float(distances(start, end)[0])
    steps = max(2, math.ceil(metres / step_m))
    along = np.linspace(0.0, 1.0, steps + 1)[:, None]
    heights = grid.at(Points(start.xy * (1 - along) + end.xy * along, start.geographic))
    if np.isnan(heights).any():
        raise BadInput("profile.no_height", np.flatnonzero(np.isnan(heights)).tolist())
    return heights, metres


@dataclass(frozen=True, slots=True)
class Air:
    """Ground and climate of the model.

    The defaults for climate and refractivity are assumptions for the coast of northern Vietnam.
    """

    permittivity: float = 15.0
    conductivity: float = 0.005
    """S/m."""
    refractivity: float = 360.0
    """N-units at the surface."""
    climate: int = 3
    """1 equatorial, 2 continental subtropical, 3 maritime subtropical, 4 desert, 5 continental temperate, 6 and 7
    maritime temperate over land and over sea."""
    vertical: bool = True
    """Polarisation."""


@dataclass(frozen=True, slots=True)
class TerrainLoss:
    """What the model says."""

    loss_db: float
    free_space_db: float
    sight: bool
    """Whether the ends see each other over the ground."""
    caution: int
    """0 fine, 1 nearly out of range, 2 and more outside: not to be relied on."""


def longley_rice(
    profile_m: FloatArray,
    distance_m: float,
    frequency_mhz: float,
    base_m: float,
    mobile_m: float = 1.5,
    *,
    air: Air | None = None,
    reliability: float = 0.5,
    confidence: float = 0.5,
) -> TerrainLoss:
    """Path loss in dB over a profile that is exceeded in at most ``1 - reliability`` of the time.

    Valid for 20 to 20,000 MHz, antennas 0.5 to 3000 m above the ground, 1 to 2000 km. Source: Hufford, Longley and
    Kissick, NTIA Report 82-100, as in the library itmlogic.

    :param profile_m: heights of the ground at even steps, both ends included
    :param reliability: share of the time, 0 to 1
    :param confidence: share of such situations, 0 to 1
    :raises NoTerrainModel: the library is not installed
    """
    model = _library()
    air = air or Air()
    if len(profile_m) < 3 or distance_m <= 0:
        raise BadInput("profile.too_short")
    steps = len(profile_m) - 1
    wave = frequency_mhz / 47.7
    ground = complex(air.permittivity, 376.62 * air.conductivity / wave)
    impedance = np.sqrt(ground - 1.0)
    curvature = EARTH_CURVATURE * (1.0 - 0.04665 * math.exp(air.refractivity / 179.3))
    state: dict[str, Any] = {
        "eps": air.permittivity, "sgm": air.conductivity, "ipol": int(air.vertical), "fmhz": frequency_mhz,
        "hg": [base_m, mobile_m], "klim": air.climate, "ens0": air.refractivity, "ens": air.refractivity,
        "d": distance_m / 1000.0, "lvar": 5, "gma": EARTH_CURVATURE, "gme": curvature, "kwx": 0, "wn": wave,
        "pfl": [steps, distance_m / steps, *(float(height) for height in profile_m)], "klimx": 0,
        "zgnd": impedance / ground if air.vertical else impedance, "mdvarx": POINT_TO_POINT + BROADCAST,
    }  # fmt: skip
    state = model.qlrpfl(state)
    free = DB * math.log(2.0 * state["wn"] * state["dist"])
    time_quantile, place_quantile = model.qerfi([reliability, confidence])
    excess, state = model.avar(time_quantile, 0.0, place_quantile, state)
    return TerrainLoss(
        loss_db=float(free + excess),
        free_space_db=float(free),
        sight=_sees(profile_m, distance_m, base_m, mobile_m, curvature),
        caution=int(state["kwx"]),
    )


def _sees(profile_m: FloatArray, distance_m: float, base_m: float, mobile_m: float, curvature: float) -> bool:
    """Whether nothing on the curved ground rises above the straight line between the antennas."""
    along = np.linspace(0.0, distance_m, len(profile_m))
    line = np.interp(along, (0.0, distance_m), (profile_m[0] + base_m, profile_m[-1] + mobile_m))
    return bool((profile_m + along * (distance_m - along) * curvature / 2 <= line).all())


def _library() -> Any:
    """The three functions of the library that make up its point-to-point mode."""
    try:
        from itmlogic.misc.qerfi import qerfi  # noqa: PLC0415  (an extra)
        from itmlogic.preparatory_subroutines.qlrpfl import qlrpfl  # noqa: PLC0415
        from itmlogic.statistics.avar import avar  # noqa: PLC0415
    except ImportError as missing:
        raise NoTerrainModel(INSTALL) from missing
    library = ModuleType("longley_rice")
    library.__dict__.update(qerfi=qerfi, qlrpfl=qlrpfl, avar=avar)
    return library
