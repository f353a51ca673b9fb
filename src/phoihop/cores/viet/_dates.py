"""Days and times as papers and forms write them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from phoihop.cores.viet._errors import NotADate

WRITTEN = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
IN_WORDS = re.compile(r"ngày\s+([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})(?![0-9])", re.IGNORECASE)
ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def format_date(day: dt.date) -> str:
    """dd/mm/yyyy.

    >>> format_date(dt.date(2010, 4, 8))
    '08/04/2010'
    """
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def parse_date(text: str) -> dt.date:
    """A day written 8/4/2010, 08-04-2010, 2010-04-08, or a line with ``ngày 08 tháng 4 năm 2010`` in it.

    :raises NotADate: it is none, or the calendar has no such day

    >>> parse_date("Hải Dương, ngày 08 tháng 4 năm 2010")
    datetime.date(2010, 4, 8)
    """
    bare = unicodedata.normalize("NFC", text).strip()
    if found := ISO.fullmatch(bare):
        year, month, day = found.groups()
    elif found := WRITTEN.fullmatch(bare):
        day, _, month, year = found.groups()
    elif found := IN_WORDS.search(bare):
        day, month, year = found.groups()
    else:
        raise NotADate(text)
    try:
        return dt.date(int(year), int(month), int(day))
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
    """How minutes begin.

    >>> date_in_words(dt.date(2010, 4, 8))
    'Hôm nay, ngày 08 tháng 4 năm 2010'
    """
    return f"Hôm nay, {padded_date(day)}"


def weekday_in_words(day: dt.date) -> str:
    """The day of the week.

    >>> weekday_in_words(dt.date(2010, 4, 8))
    'Thứ Năm'
    """
    return WEEKDAYS[day.weekday()]


def time_in_words(time: dt.time) -> str:
    """``08 giờ 30 phút``; the full hour without minutes.

    >>> time_in_words(dt.time(8, 30)), time_in_words(dt.time(14))
    ('08 giờ 30 phút', '14 giờ')
    """
    return f"{time.hour:02d} giờ {time.minute:02d} phút" if time.minute else f"{time.hour:02d} giờ"
