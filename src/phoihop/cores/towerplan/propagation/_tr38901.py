"""3GPP TR 38.901 (release 16 on): path loss, chance of a line of sight and shadowing from 0.5 to 100 GHz."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.points import FloatArray

LIGHT_M_S = 299_792_458.0
STREET_M, ROOF_M = 20.0, 5.0
"""Width of streets and height of buildings in the country, by default."""
NOT_EFFECTIVE_M = 1.0
"""Height of the surroundings in towns. Above 13 m the report draws it by lot; here it stays 1 m."""


class Scene(enum.StrEnum):
    """Macro and micro cells in towns and macro cells in the country."""

    UMA = "UMa"
    UMI = "UMi"
    RMA = "RMa"


@dataclass(frozen=True, slots=True)
class Range:
    """What a scene was measured for."""

    nearest_m: float
    furthest_m: float
    furthest_hidden_m: float
    base_m: tuple[float, float]
    mobile_m: tuple[float, float]
    shadow_db: tuple[float, float]
    """Standard deviation with and without a line of sight; RMa has 6 beyond the break point."""


RANGES = {
    Scene.UMA: Range(10.0, 5000.0, 5000.0, (25.0, 25.0), (1.5, 22.5), (4.0, 6.0)),
    Scene.UMI: Range(10.0, 5000.0, 5000.0, (10.0, 10.0), (1.5, 22.5), (4.0, 7.82)),
    Scene.RMA: Range(10.0, 10_000.0, 5000.0, (10.0, 150.0), (1.0, 10.0), (4.0, 8.0)),
}


def path_loss(
    scene: Scene,
    distance_m: npt.ArrayLike,
    frequency_ghz: npt.ArrayLike,
    base_m: npt.ArrayLike,
    mobile_m: npt.ArrayLike = 1.5,
    *,
    sight: bool | None = None,
    street_m: float = STREET_M,
    roof_m: float = ROOF_M,
) -> FloatArray:
    """Median path loss in dB. Arguments spread against each other as arrays do.

    :param distance_m: along the ground; below 10 m counts as 10 m
    :param sight: with a line of sight, without one, or (None) the mean of both in dB by the chance of each
    :param street_m: width of streets, RMa alone
    :param roof_m: height of buildings, RMa alone

    Valid as ``RANGES`` says; the formulas are given outside too. Source: TR 38.901, table 7.4.1-1. The first value is
    from the documentation of MATLAB's ``nrPathLoss``, the others are those that the simulator ns-3 checks itself by.

    >>> far = 1000 * 2**0.5
    >>> loss = path_loss(Scene.RMA, far, 3.5, 30.0, 1.5, sight=True, street_m=25.0, roof_m=7.0)
    >>> round(float(loss), 4)
    110.1615
    >>> [round(float(x), 1) for x in path_loss(Scene.UMA, [100.0, 1000.0], 5.0, 25.0, sight=False)]
    [106.1, 144.8]
    >>> [round(float(x), 1) for x in path_loss(Scene.UMI, [10.0, 100.0], 5.0, 10.0, sight=True)]
    [69.9, 88.4]
    """
    ground = np.maximum(np.asarray(distance_m, float), 10.0)
    frequency, base, mobile = (np.asarray(x, float) for x in (frequency_ghz, base_m, mobile_m))
    if scene is Scene.RMA:
        seen = _rural_seen(ground, frequency, base, mobile, roof_m)
        hidden: FloatArray = np.maximum(seen, _rural_hidden(ground, frequency, base, mobile, street_m, roof_m))
    else:
        seen = _urban_seen(scene, ground, frequency, base, mobile)
        hidden = np.maximum(seen, _urban_hidden(scene, ground, frequency, base, mobile))
    if sight is not None:
        return seen if sight else hidden
    chance = sight_chance(scene, ground, mobile)
    mean: FloatArray = chance * seen + (1.0 - chance) * hidden
    return mean


def sight_chance(scene: Scene, distance_m: npt.ArrayLike, mobile_m: npt.ArrayLike = 1.5) -> FloatArray:
    """The chance of a line of sight outdoors, 0 to 1. Source: TR 38.901, table 7.4.2-1.

    >>> [round(float(sight_chance(scene, 100.0)), 4) for scene in Scene]
    [0.3477, 0.231, 0.9139]
    >>> [float(sight_chance(scene, 10.0)) for scene in Scene]
    [1.0, 1.0, 1.0]
    """
    ground, mobile = np.asarray(distance_m, float), np.asarray(mobile_m, float)
    if scene is Scene.RMA:
        rural: FloatArray = np.minimum(1.0, np.exp(-(ground - 10.0) / 1000.0))
        return rural
    far = np.maximum(ground, 18.0)
    chance = 18.0 / far + np.exp(-far / (63.0 if scene is Scene.UMA else 36.0)) * (1.0 - 18.0 / far)
    if scene is Scene.UMA:
        high = np.clip((mobile - 13.0) / 10.0, 0.0, 1.0) ** 1.5
        chance = chance * (1.0 + high * 1.25 * (far / 100.0) ** 3 * np.exp(-far / 150.0))
    capped: FloatArray = np.minimum(1.0, chance)
    return capped


def _spatial(ground: FloatArray, base: FloatArray, mobile: FloatArray) -> FloatArray:
    return np.hypot(ground, base - mobile)


def _urban_seen(
    scene: Scene, ground: FloatArray, frequency: FloatArray, base: FloatArray, mobile: FloatArray
) -> FloatArray:
    first, slope, turn = (28.0, 22.0, 9.0) if scene is Scene.UMA else (32.4, 21.0, 9.5)
    far = _spatial(ground, base, mobile)
    break_m = 4.0 * (base - NOT_EFFECTIVE_M) * (mobile - NOT_EFFECTIVE_M) * frequency * 1e9 / LIGHT_M_S
    carrier = first + 20.0 * np.log10(frequency)
    near = carrier + slope * np.log10(far)
    beyond = carrier + 40.0 * np.log10(far) - turn * np.log10(break_m**2 + (base - mobile) ** 2)
    return np.where(ground <= break_m, near, beyond)


def _urban_hidden(
    scene: Scene, ground: FloatArray, frequency: FloatArray, base: FloatArray, mobile: FloatArray
) -> FloatArray:
    far, raised = np.log10(_spatial(ground, base, mobile)), mobile - 1.5
    if scene is Scene.UMA:
        macro: FloatArray = 13.54 + 39.08 * far + 20.0 * np.log10(frequency) - 0.6 * raised
        return macro
    micro: FloatArray = 22.4 + 35.3 * far + 21.3 * np.log10(frequency) - 0.3 * raised
    return micro


def _rural_seen(
    ground: FloatArray, frequency: FloatArray, base: FloatArray, mobile: FloatArray, roof_m: float
) -> FloatArray:
    def near(far: FloatArray) -> FloatArray:
        loss: FloatArray = (
            20.0 * np.log10(40.0 * np.pi * far * frequency / 3.0)
            + min(0.03 * roof_m**1.72, 10.0) * np.log10(far)
            - min(0.044 * roof_m**1.72, 14.77)
            + 0.002 * np.log10(roof_m) * far
        )
        return loss

    far = _spatial(ground, base, mobile)
    break_m = 2.0 * np.pi * base * mobile * frequency * 1e9 / LIGHT_M_S
    return np.where(ground <= break_m, near(far), near(break_m) + 40.0 * np.log10(far / break_m))


def _rural_hidden(
    ground: FloatArray, frequency: FloatArray, base: FloatArray, mobile: FloatArray, street_m: float, roof_m: float
) -> FloatArray:
    far = _spatial(ground, base, mobile)
    loss: FloatArray = (
        161.04
        - 7.1 * np.log10(street_m)
        + 7.5 * np.log10(roof_m)
        - (24.37 - 3.7 * (roof_m / base) ** 2) * np.log10(base)
        + (43.42 - 3.1 * np.log10(base)) * (np.log10(far) - 3.0)
        + 20.0 * np.log10(frequency)
        - (3.2 * np.log10(11.75 * mobile) ** 2 - 4.97)
    )
    return loss
