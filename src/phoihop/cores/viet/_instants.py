"""Instants at Vietnam's UTC+7."""

from __future__ import annotations

import datetime as dt
import re

from phoihop.cores.viet._dates import format_date, padded_date, time_in_words
from phoihop.cores.viet._errors import NotAnInstant

VIETNAM = dt.timezone(dt.timedelta(hours=7), "UTC+7")

ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?([Zz]|[+-][0-9]{2}:?[0-9]{2})",
)


def to_iso(moment: dt.datetime) -> str:
    """ISO 8601 to the second, at +07:00, as decree 30/2020 asks for the time of signing.

    :raises NotAnInstant: it does not say its time zone

    >>> to_iso(dt.datetime(2026, 6, 21, 1, 30, tzinfo=dt.timezone.utc))
    '2026-06-21T08:30:00+07:00'
    """
    return _at_home(moment).isoformat(timespec="seconds")


def from_iso(text: str) -> dt.datetime:
    """An ISO 8601 instant with its offset, turned to UTC+7.

    :raises NotAnInstant: it is none, there is no such instant, or the offset is missing

    >>> from_iso("2026-06-21T01:30:00Z").isoformat()
    '2026-06-21T08:30:00+07:00'
    """
    bare = text.strip()
    if not ISO.fullmatch(bare):
        raise NotAnInstant(text)
    try:
        return dt.datetime.fromisoformat(bare.upper()).astimezone(VIETNAM)
    except (ValueError, OverflowError) as problem:
        raise NotAnInstant(text) from problem


def format_moment(moment: dt.datetime) -> str:
    """HH:MM dd/mm/yyyy at UTC+7.

    :raises NotAnInstant: it does not say its time zone

    >>> format_moment(dt.datetime(2026, 6, 21, 20, 30, tzinfo=dt.timezone.utc))
    '03:30 22/06/2026'
    """
    here = _at_home(moment)
    return f"{here.hour:02d}:{here.minute:02d} {format_date(here.date())}"


def moment_in_words(moment: dt.datetime) -> str:
    """Time and day at UTC+7 as invitations and minutes write them.

    :raises NotAnInstant: it does not say its time zone

    >>> moment_in_words(dt.datetime(2010, 4, 8, 1, 30, tzinfo=dt.timezone.utc))
    '08 giờ 30 phút, ngày 08 tháng 4 năm 2010'
    """
    here = _at_home(moment)
    return f"{time_in_words(here.time())}, {padded_date(here.date())}"


def _at_home(moment: dt.datetime) -> dt.datetime:
    if moment.utcoffset() is None:
        raise NotAnInstant(moment)
    return moment.astimezone(VIETNAM)
