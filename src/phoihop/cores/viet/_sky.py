"""New moons and the sun's longitude, as far as a calendar needs them.

Source: Jean Meeus, *Astronomical Algorithms*, 2nd edition, chapters 25 (Sun) and 49 (phases of the Moon). Instants are
Julian days; the books' uniform time (TT) is turned into civil time here, so that callers see civil instants alone.
From 1899 to 2200 new moons are right within 20 s and the sun's longitude within 0.011° (a quarter of an hour); the
calendar built on them is the one that the Moshier ephemeris gives.
"""

from __future__ import annotations

from bisect import bisect_right
from math import radians, sin
from typing import Final

J2000: Final = 2451545.0
SYNODIC_MONTH_DAYS: Final = 29.530588861
CENTURY_DAYS: Final = 36525.0
DAY_S: Final = 86400.0

# TT minus UT in seconds: observed to 2020, then the forecast of Stephenson, Morrison and Hohenkerk (2016).
_DELTA_T: Final = (
    (1890, -3.9),
    (1900, -2.0),
    (1910, 11.1),
    (1920, 21.6),
    (1930, 24.4),
    (1940, 24.4),
    (1950, 28.9),
    (1960, 33.1),
    (1970, 40.2),
    (1980, 50.5),
    (1990, 56.9),
    (2000, 63.8),
    (2010, 66.1),
    (2020, 69.4),
    (2050, 74.6),
    (2100, 93.2),
    (2150, 121.7),
    (2200, 163.0),
)

# Terms of a new moon: days, power of the eccentricity, multiples of M (Sun), M' (Moon), F (latitude), Ω (node).
_NEW_MOON: Final = (
    (-0.40720, 0, 0, 1, 0, 0),
    (0.17241, 1, 1, 0, 0, 0),
    (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0),
    (0.00739, 1, -1, 1, 0, 0),
    (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0),
    (-0.00111, 0, 0, 1, -2, 0),
    (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0),
    (-0.00042, 0, 0, 3, 0, 0),
    (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0),
    (-0.00024, 1, -1, 2, 0, 0),
    (-0.00017, 0, 0, 0, 0, 1),
    (-0.00007, 0, 2, 1, 0, 0),
    (0.00004, 0, 0, 2, -2, 0),
    (0.00004, 0, 3, 0, 0, 0),
    (0.00003, 0, 1, 1, -2, 0),
    (0.00003, 0, 0, 2, 2, 0),
    (-0.00003, 0, 1, 1, 2, 0),
    (0.00003, 0, -1, 1, 2, 0),
    (-0.00002, 0, -1, 1, -2, 0),
    (-0.00002, 0, 1, 3, 0, 0),
    (0.00002, 0, 0, 4, 0, 0),
)

# Pulls of the planets: days, degrees at k = 0, degrees a month.
_PLANETS: Final = (
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
    (0.000023, 331.55, 3.592518),
)

# New moons nearer to midnight at UTC+7 than the series is exact: seconds to add, by the Moshier ephemeris.
_SETTLED_S: Final = {-402: 9.0}  # 7 July 1967, 17:00:06 UT


def month_near(julian_day: float) -> int:
    """The count k of the mean new moon nearest to an instant; 0 is the one of 6 January 2000."""
    return round((julian_day - 2451550.09766) / SYNODIC_MONTH_DAYS)


def new_moon(k: int) -> float:
    """The civil instant (UT) of the new moon k, as a Julian day.

    >>> round(new_moon(-283), 3)  # 18 February 1977, 3:37 (Meeus, example 49.a)
    2443192.651
    """
    t = k / 1236.85
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    mean = 2451550.09766 + SYNODIC_MONTH_DAYS * k + 0.00015437 * t**2 - 0.000000150 * t**3 + 0.00000000073 * t**4
    sun = 2.5534 + 29.10535670 * k - 0.0000014 * t**2 - 0.00000011 * t**3
    moon = 201.5643 + 385.81693528 * k + 0.0107582 * t**2 + 0.00001238 * t**3 - 0.000000058 * t**4
    latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t**2 - 0.00000227 * t**3 + 0.000000011 * t**4
    node = 124.7746 - 1.56375588 * k + 0.0020672 * t**2 + 0.00000215 * t**3
    terms = sum(
        days * e**power * sin(radians(of_sun * sun + of_moon * moon + of_latitude * latitude + of_node * node))
        for days, power, of_sun, of_moon, of_latitude, of_node in _NEW_MOON
    )
    quadratic = -0.009173 * t**2  # belongs to the first pull alone
    planets = sum(
        days * sin(radians(start + rate * k + (quadratic if index == 0 else 0.0)))
        for index, (days, start, rate) in enumerate(_PLANETS)
    )
    uniform = mean + terms + planets
    return uniform + (_SETTLED_S.get(k, 0.0) - _delta_t_s(uniform)) / DAY_S


def sun_longitude_deg(julian_day: float) -> float:
    """The sun's apparent longitude at a civil instant (UT), in [0, 360).

    >>> round(sun_longitude_deg(2448908.5), 2)  # 13 October 1992 (Meeus, example 25.a)
    199.91
    """
    t = (julian_day + _delta_t_s(julian_day) / DAY_S - J2000) / CENTURY_DAYS
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t**2
    anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t**2)
    centre = (
        (1.914602 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    node = radians(125.04 - 1934.136 * t)
    return (mean + centre - 0.00569 - 0.00478 * sin(node)) % 360.0


def _delta_t_s(julian_day: float) -> float:
    year = 2000 + (julian_day - J2000) / 365.25
    index = min(max(bisect_right(_DELTA_T, (year,)), 1), len(_DELTA_T) - 1)
    (year0, before), (year1, after) = _DELTA_T[index - 1 : index + 1]
    return before + (after - before) * (year - year0) / (year1 - year0)
