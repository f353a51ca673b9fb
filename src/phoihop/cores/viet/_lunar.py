"""The Vietnamese lunar calendar, reckoned at UTC+7 throughout.

Rules: a month begins on the day of a new moon; the eleventh month holds the winter solstice; where thirteen months lie
from one eleventh month to the next, the first of them in which the sun enters no new sign is a leap month and repeats
the number before it. China reckons at UTC+8, so its days sometimes differ (Tết 1985, 2007, 2030). The past is reckoned
by the same rules, though Vietnam has kept them since 1968 only: a day before that could have been named otherwise.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import floor
from typing import Final

from phoihop.cores.viet._errors import NoSuchLunarDay
from phoihop.cores.viet._sky import month_near, new_moon, sun_longitude_deg

FIRST_LUNAR_YEAR: Final = 1899
LAST_LUNAR_YEAR: Final = 2199

_ZONE_DAYS: Final = 7 / 24
_ORDINAL_TO_JULIAN: Final = 1721424.5
_STEMS: Final = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES: Final = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar.

    :param year: the lunar year, named after the calendar year in which it begins
    :param month: 1–12; a leap month bears the number of the month before it
    """

    year: int
    month: int
    day: int
    is_leap: bool = False

    def __str__(self) -> str:
        """As people write it: ``10/3 âm lịch``, ``1/6 nhuận âm lịch``."""
        return f"{self.day}/{self.month}{' nhuận' if self.is_leap else ''} âm lịch"


@dataclass(frozen=True, slots=True)
class _Month:
    year: int
    month: int
    is_leap: bool
    starts_on: dt.date
    length_days: int


def lunar_from_solar(day: dt.date) -> LunarDay:
    """The lunar date of a calendar day.

    :raises NoSuchLunarDay: outside the lunar years 1899–2199

    >>> lunar_from_solar(dt.date(2026, 4, 26))
    LunarDay(year=2026, month=3, day=10, is_leap=False)
    >>> str(lunar_from_solar(dt.date(2025, 7, 25)))
    '1/6 nhuận âm lịch'
    """
    if FIRST_LUNAR_YEAR <= day.year <= LAST_LUNAR_YEAR + 1:
        for year in (day.year, day.year - 1):
            for month in _months(year) if FIRST_LUNAR_YEAR <= year <= LAST_LUNAR_YEAR else ():
                offset = (day - month.starts_on).days
                if 0 <= offset < month.length_days:
                    return LunarDay(month.year, month.month, offset + 1, month.is_leap)
    raise NoSuchLunarDay(day.isoformat())


def solar_from_lunar(day: int, month: int, year: int, *, is_leap: bool = False) -> dt.date:
    """The calendar day of a lunar date.

    :raises NoSuchLunarDay: the month has no such day, the year no such month, or the year is not within 1899–2199

    >>> solar_from_lunar(10, 3, 2026)
    datetime.date(2026, 4, 26)
    """
    if FIRST_LUNAR_YEAR <= year <= LAST_LUNAR_YEAR:
        for one in _months(year):
            if (one.month, one.is_leap) == (month, is_leap) and 1 <= day <= one.length_days:
                return one.starts_on + dt.timedelta(days=day - 1)
    raise NoSuchLunarDay(f"{day}/{month}{' nhuận' if is_leap else ''}/{year}")


def tet(year: int) -> dt.date:
    """The first day of a lunar year.

    :raises NoSuchLunarDay: the year is not within 1899–2199

    >>> tet(2030)  # in China a day later
    datetime.date(2030, 2, 2)
    """
    return solar_from_lunar(1, 1, year)


def leap_month(year: int) -> int | None:
    """The number that a leap month repeats in a lunar year; None in a year of twelve months.

    :raises NoSuchLunarDay: the year is not within 1899–2199

    >>> leap_month(2025), leap_month(2026)
    (6, None)
    """
    if not FIRST_LUNAR_YEAR <= year <= LAST_LUNAR_YEAR:
        raise NoSuchLunarDay(str(year))
    return next((one.month for one in _months(year) if one.is_leap), None)


def lunar_year_name(year: int) -> str:
    """The name of a lunar year in the cycle of sixty.

    >>> lunar_year_name(2026)
    'Bính Ngọ'
    """
    return f"{_STEMS[(year - 4) % 10]} {_BRANCHES[(year - 4) % 12]}"


@lru_cache(maxsize=512)
def _months(year: int) -> tuple[_Month, ...]:
    """The months of a lunar year: those from the first to the tenth end one cycle, the last two begin the next."""
    return tuple(one for cycle in (year, year + 1) for one in _cycle(cycle) if one.year == year)


@lru_cache(maxsize=512)
def _cycle(year: int) -> tuple[_Month, ...]:
    """The months from the eleventh of ``year - 1`` until before the eleventh of ``year``."""
    first, last = _eleventh(year - 1), _eleventh(year)
    starts = [_starts_on(k) for k in range(first, last + 1)]
    leap = None
    if last - first == 13:
        leap = next(index for index in range(1, 13) if _sign(starts[index]) == _sign(starts[index + 1]))
    months = []
    for index, (start, following) in enumerate(pairwise(starts)):
        count = index if leap is None or index < leap else index - 1
        number = (count + 10) % 12 + 1
        months.append(
            _Month(year - 1 if count < 2 else year, number, index == leap, start, (following - start).days),
        )
    return tuple(months)


def _eleventh(year: int) -> int:
    """The count of the new moon that begins the eleventh month: the last one not after the day of the solstice."""
    solstice_on = next(
        day for day in (dt.date(year, 12, number) for number in range(20, 25)) if _sign(day + dt.timedelta(days=1)) == 9
    )
    k = month_near(solstice_on.toordinal() + _ORDINAL_TO_JULIAN)
    return max(near for near in (k - 1, k, k + 1) if _starts_on(near) <= solstice_on)


def _starts_on(k: int) -> dt.date:
    return dt.date.fromordinal(floor(new_moon(k) + _ZONE_DAYS - _ORDINAL_TO_JULIAN))


def _sign(day: dt.date) -> int:
    """Which twelfth of its circle the sun is in as the day begins; 9 begins with the winter solstice."""
    return floor(sun_longitude_deg(day.toordinal() + _ORDINAL_TO_JULIAN - _ZONE_DAYS) / 30)
