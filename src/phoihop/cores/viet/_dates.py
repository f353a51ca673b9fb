"""Days and times as papers and forms write them."""

from __future__ import annotations

import datetime as dt
import re

from phoihop.cores.viet._errors import NotADate

WRITTEN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
IN_WORDS = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)


def format_date(day: dt.date) -> str:
    """dd/mm/yyyy."""
    return f"{day:%d/%m/%Y}"


def parse_date(text: str) -> dt.date:
    """A day written 8/4/2010, 08-04-2010, 2010-04-08 or ``ngày 08 tháng 4 năm 2010``.

    :raises NotADate: it is none
    """
    bare = text.strip()
    found = WRITTEN.fullmatch(bare) or IN_WORDS.search(bare)
    try:
        if found:
            day, month, year = (int(part) for part in found.groups())
            return dt.date(year, month, day)
        return dt.date.fromisoformat(bare)
    except ValueError as problem:
        raise NotADate(text) from problem


def padded_date(day: dt.date) -> str:
    """Days under 10 and months 1 and 2 padded, as decree 30/2020 asks, so that no digit can be put before them.

    >>> padded_date(dt.date(2010, 4, 8)), padded_date(dt.date(2026, 2, 17))
    ('ngày 08 tháng 4 năm 2010', 'ngày 17 tháng 02 năm 2026')
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def date_in_words(day: dt.date) -> str:
    """How minutes begin: ``Hôm nay, ngày …``."""
    return f"Hôm nay, {padded_date(day)}"


def time_in_words(time: dt.time) -> str:
    """``08 giờ 30 phút``; the full hour without minutes.

    >>> time_in_words(dt.time(8, 30)), time_in_words(dt.time(14))
    ('08 giờ 30 phút', '14 giờ')
    """
    return f"{time.hour:02d} giờ {time.minute:02d} phút" if time.minute else f"{time.hour:02d} giờ"
