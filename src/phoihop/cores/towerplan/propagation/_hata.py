"""Okumura-Hata and COST-231 Hata: median path loss of macro cells from measurements in Tokyo."""

from __future__ import annotations

import enum

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.points import FloatArray

LARGE_CITY_MHZ = 300.0
"""Hata gives one correction of a large city up to 200 MHz and one from 400 MHz; between them the nearer one is used."""


class Area(enum.StrEnum):
    """What stands around the mobile."""

    LARGE_CITY = "large city"
    SMALL_CITY = "small city"
    SUBURB = "suburb"
    OPEN = "open"


def _mobile(frequency_mhz: FloatArray, mobile_m: FloatArray, *, large: bool) -> FloatArray:
    """Hata's a(h_m) in dB."""
    log_f = np.log10(frequency_mhz)
    if not large:
        return (1.1 * log_f - 0.7) * mobile_m - (1.56 * log_f - 0.8)
    low = 8.29 * np.log10(1.54 * mobile_m) ** 2 - 1.1
    high = 3.2 * np.log10(11.75 * mobile_m) ** 2 - 4.97
    return np.where(frequency_mhz < LARGE_CITY_MHZ, low, high)


def _far(distance_km: FloatArray, base_m: FloatArray) -> FloatArray:
    lowered: FloatArray = -13.82 * np.log10(base_m) + (44.9 - 6.55 * np.log10(base_m)) * np.log10(distance_km)
    return lowered


def okumura_hata(
    distance_km: npt.ArrayLike,
    frequency_mhz: npt.ArrayLike,
    base_m: npt.ArrayLike,
    mobile_m: npt.ArrayLike = 1.5,
    area: Area = Area.SMALL_CITY,
) -> FloatArray:
    """Median path loss in dB of the lower bands. Arguments spread against each other as arrays do.

    ``69.55 + 26.16 log f - 13.82 log h_b - a(h_m) + (44.9 - 6.55 log h_b) log d``, less
    ``2 log²(f / 28) + 5.4`` in suburbs and ``4.78 log² f - 18.33 log f + 40.94`` in the open.

    Valid for 150 to 1500 MHz, 1 to 20 km, base 30 to 200 m, mobile 1 to 10 m; the formula is given outside too.
    Source: Hata, IEEE Transactions on Vehicular Technology 29 (1980). The values are those that the simulator ns-3
    checks itself by.

    >>> [round(float(okumura_hata(2.0, 869.0, 30.0, 1.0, area)), 2) for area in (Area.LARGE_CITY, Area.SMALL_CITY)]
    [137.93, 137.88]
    >>> round(float(okumura_hata(2.0, 869.0, 30.0, 1.0, Area.SUBURB)), 2)
    128.03
    """
    distance, frequency, base, mobile = (np.asarray(x, float) for x in (distance_km, frequency_mhz, base_m, mobile_m))
    log_f = np.log10(frequency)
    town: FloatArray = 69.55 + 26.16 * log_f + _far(distance, base)
    town = town - _mobile(frequency, mobile, large=area is Area.LARGE_CITY)
    if area is Area.SUBURB:
        town = town - 2.0 * np.log10(frequency / 28.0) ** 2 - 5.4
    if area is Area.OPEN:
        town = town - 4.78 * log_f**2 + 18.33 * log_f - 40.94
    return town


def cost231_hata(
    distance_km: npt.ArrayLike,
    frequency_mhz: npt.ArrayLike,
    base_m: npt.ArrayLike,
    mobile_m: npt.ArrayLike = 1.5,
    *,
    metropolitan: bool = False,
) -> FloatArray:
    """Median path loss in dB around 1800 MHz; a metropolitan centre adds 3 dB.

    ``46.3 + 33.9 log f - 13.82 log h_b - a(h_m) + (44.9 - 6.55 log h_b) log d + C``

    Valid for 1500 to 2000 MHz, 1 to 20 km, base 30 to 200 m, mobile 1 to 10 m; the formula is given outside too.
    Source: COST 231 final report (1999), section 4.4.1. The value is one that the simulator ns-3 checks itself by.

    >>> round(float(cost231_hata(2.0, 2114.0, 30.0, 1.0)), 2)
    150.64
    """
    distance, frequency, base, mobile = (np.asarray(x, float) for x in (distance_km, frequency_mhz, base_m, mobile_m))
    town: FloatArray = (
        46.3 + 33.9 * np.log10(frequency) + _far(distance, base) - _mobile(frequency, mobile, large=False)
    )
    return town + 3.0 if metropolitan else town
