"""The Vietnamese lunar calendar: months begin on the day of the new moon at UTC+7, years on the second new moon after
the winter solstice as a rule; a year of thirteen months repeats the first one without a major solar term.

Formulas: J. Meeus, Astronomical Algorithms: mean new moon with its main periodic terms, apparent longitude of the sun.
China computes at UTC+8, so that its days sometimes differ (Tết 1985, 2007, 2030).
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from functools import lru_cache

from phoihop.cores.viet._errors import NoSuchLunarDay

UTC_OFFSET_DAYS = 7 / 24
FIRST_YEAR, LAST_YEAR = 1900, 2199
J1900, J2000 = 2415021.076998695, 2451545.0
SYNODIC_DAYS = 29.530588853
JDN_OF_ORDINAL_0 = 1721425


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar."""

    year: int
    month: int
    day: int
    is_leap: bool = False


@lru_cache(maxsize=4096)
def _new_moon_day(k: int) -> int:
    """Julian day number, at UTC+7, of the k-th new moon after that of 1 January 1900."""
    t = k / 1236.85
    radians = math.pi / 180
    jd = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2 - 0.000000155 * t**3
    jd += 0.00033 * math.sin((166.56 + 132.87 * t - 0.009173 * t**2) * radians)
    sun = (359.2242 + 29.10535608 * k - 0.0000333 * t**2 - 0.00000347 * t**3) * radians
    moon = (306.0253 + 385.81691806 * k + 0.0107306 * t**2 + 0.00001236 * t**3) * radians
    node = (21.2964 + 390.67050646 * k - 0.0016528 * t**2 - 0.00000239 * t**3) * radians
    terms = (
        (0.1734 - 0.000393 * t) * math.sin(sun) + 0.0021 * math.sin(2 * sun) - 0.4068 * math.sin(moon)
        + 0.0161 * math.sin(2 * moon) - 0.0004 * math.sin(3 * moon) + 0.0104 * math.sin(2 * node)
        - 0.0051 * math.sin(sun + moon) - 0.0074 * math.sin(sun - moon) + 0.0004 * math.sin(2 * node + sun)
        - 0.0004 * math.sin(2 * node - sun) - 0.0006 * math.sin(2 * node + moon) + 0.0010 * math.sin(2 * node - moon)
        + 0.0005 * math.sin(2 * moon + sun)
    )  # fmt: skip
    if t < -11:
        delta = 0.001 + 0.000839 * t + 0.0002261 * t**2 - 0.00000845 * t**3 - 0.000000081 * t**4
    else:
        delta = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return math.floor(jd + terms - delta + 0.5 + UTC_OFFSET_DAYS)


@lru_cache(maxsize=8192)
def _solar_term(day: int) -> int:
    """In which twelfth of the ecliptic (0–11, from the March equinox) the sun stands at the start of a day."""
    t = (day - 0.5 - UTC_OFFSET_DAYS - J2000) / 36525
    radians = math.pi / 180
    anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3) * radians
    mean = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    centre = (1.914600 - 0.004817 * t - 0.000014 * t**2) * math.sin(anomaly)
    centre += (0.019993 - 0.000101 * t) * math.sin(2 * anomaly) + 0.000290 * math.sin(3 * anomaly)
    return int((mean + centre) % 360 // 30)


def _jdn(day: dt.date) -> int:
    return day.toordinal() + JDN_OF_ORDINAL_0


def _date(jdn: int) -> dt.date:
    return dt.date.fromordinal(jdn - JDN_OF_ORDINAL_0)


@lru_cache(maxsize=512)
def _month_11(year: int) -> int:
    """The first day of the eleventh lunar month of a year, which holds the winter solstice."""
    offset = _jdn(dt.date(year, 12, 31)) - 2415021
    k = math.floor(offset / SYNODIC_DAYS)
    start = _new_moon_day(k)
    return _new_moon_day(k - 1) if _solar_term(start) >= 9 else start


def _leap_offset(month_11: int) -> int:
    """How many months after the eleventh the leap month comes."""
    k = math.floor((month_11 - J1900) / SYNODIC_DAYS + 0.5)
    last, offset = -1, 1
    term = _solar_term(_new_moon_day(k + offset))
    while term != last and offset < 14:
        last = term
        offset += 1
        term = _solar_term(_new_moon_day(k + offset))
    return offset - 1


def lunar_from_solar(day: dt.date) -> LunarDay:
    """The lunar day of a solar day.

    >>> lunar_from_solar(dt.date(2026, 2, 17))
    LunarDay(year=2026, month=1, day=1, is_leap=False)

    :raises NoSuchLunarDay: outside 1900–2199
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NoSuchLunarDay(f"lunar days are computed for {FIRST_YEAR}–{LAST_YEAR}")
    number = _jdn(day)
    k = math.floor((number - J1900) / SYNODIC_DAYS)
    start = _new_moon_day(k + 1)
    if start > number:
        start = _new_moon_day(k)
    a11, b11 = _month_11(day.year), _month_11(day.year)
    year = day.year
    if a11 >= start:
        a11 = _month_11(day.year - 1)
    else:
        year, b11 = day.year + 1, _month_11(day.year + 1)
    months = math.floor((start - a11) / 29)
    month, leap = months + 11, False
    if b11 - a11 > 365:
        offset = _leap_offset(a11)
        if months >= offset:
            month, leap = months + 10, months == offset
    if month > 12:
        month -= 12
    if month >= 11 and months < 4:
        year -= 1
    return LunarDay(year, month, number - start + 1, leap)


def solar_from_lunar(day: int, month: int, year: int, *, is_leap: bool = False) -> dt.date:
    """The solar day of a lunar day.

    >>> solar_from_lunar(1, 1, 2030), solar_from_lunar(10, 3, 2026)
    (datetime.date(2030, 2, 2), datetime.date(2026, 4, 26))

    :raises NoSuchLunarDay: the month has no such day, or the year no such leap month
    """
    if not (FIRST_YEAR <= year < LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 30):
        raise NoSuchLunarDay(f"{day}/{month}/{year}")
    a11, b11 = (_month_11(year - 1), _month_11(year)) if month < 11 else (_month_11(year), _month_11(year + 1))
    k = math.floor(0.5 + (a11 - J1900) / SYNODIC_DAYS)
    offset = (month - 11) % 12
    if b11 - a11 > 365:
        leap_offset = _leap_offset(a11)
        leap_month = (leap_offset - 2) % 12 or 12
        if is_leap and month != leap_month:
            raise NoSuchLunarDay(f"{day}/{month}/{year} has no leap month")
        if is_leap or offset >= leap_offset:
            offset += 1
    elif is_leap:
        raise NoSuchLunarDay(f"{day}/{month}/{year} has no leap month")
    found = _date(_new_moon_day(k + offset) + day - 1)
    if lunar_from_solar(found) != LunarDay(year, month, day, is_leap):
        raise NoSuchLunarDay(f"{day}/{month}/{year}")
    return found
