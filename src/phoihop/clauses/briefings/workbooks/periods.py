"""Periods as people write them: 6 tháng đầu năm 2026, Quý III/2026, 05/2026, 2026S1, 2026-01-01/P6M."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from phoihop.clauses.briefings.reporting.periods import MONTHS, Period, read_period
from phoihop.cores.viet import fold

_YEAR = r"(?:nam\s*)?((?:19|20)\d\d)\b"
_JOIN = r"[\s,./-]*"
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
HALF = re.compile(rf"\b(?:6|sau)\s*(?:t|thang)\s*(dau|cuoi)?{_JOIN}{_YEAR}|\bnua\s*(dau|cuoi){_JOIN}{_YEAR}")
QUARTER = re.compile(rf"\bq(?:uy)?\s*(iv|iii|ii|i|[1-4]){_JOIN}{_YEAR}")
MONTH = re.compile(rf"\b(?:thang|t)\s*(\d\d?){_JOIN}{_YEAR}")
SHORT_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/-]((?:19|20)\d\d)")
RANGE = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})\D{1,20}?(\d\d?)[/.-](\d\d?)[/.-](\d{4})")
YEAR = re.compile(rf"\bnam\s*{_YEAR}|^{_YEAR}$")
DHIS2 = re.compile(r"(\d{4})(?:s([12])|q([1-4])|(0[1-9]|1[0-2]))?")
ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:t00:00(?::00)?)?/(?:p(?:(\d\d?)m|(1)y)|(\d{4}-\d\d-\d\d)(?:t[\d:]+)?)")


def period_said(text: str) -> Period | None:
    """The one period that a text speaks of; None where it speaks of none or of several.

    >>> period_said("6 tháng đầu năm 2026").code, period_said("Quý III/2026").code, period_said("T5/2026").code
    ('2026H1', '2026Q3', '2026-05')
    """
    found = set(_said(" ".join(fold(text).split())))
    return found.pop() if len(found) == 1 else None


def _said(text: str) -> Iterator[Period]:
    whole = _coded(text)
    if whole is not None:
        yield whole
        return
    ranges = [period for found in RANGE.finditer(text) if (period := _between_days(*map(int, found.groups())))]
    if ranges:
        yield from ranges
        return
    rest = text
    for pattern, read in ((HALF, _half), (QUARTER, _quarter), (MONTH, _month)):
        for found in pattern.finditer(rest):
            period = read(found)
            if period is not None:
                yield period
        rest = pattern.sub(" ", rest)
    short = SHORT_MONTH.fullmatch(rest.strip())
    if short:
        yield Period("month", int(short[2]), int(short[1]))
        return
    for found in YEAR.finditer(rest):
        yield Period("year", int(found[1] or found[2]))


def _half(found: re.Match[str]) -> Period:
    half, year = (found[1], found[2]) if found[2] else (found[3], found[4])
    return Period("half", int(year), 2 if half == "cuoi" else 1)


def _quarter(found: re.Match[str]) -> Period:
    return Period("quarter", int(found[2]), ROMAN[found[1]])


def _month(found: re.Match[str]) -> Period | None:
    number = int(found[1])
    return Period("month", int(found[2]), number) if 1 <= number <= 12 else None


def _coded(text: str) -> Period | None:
    try:
        return read_period(text.upper())
    except ValueError:
        pass
    return from_dhis2(text) or from_iso(text)


def from_dhis2(text: str) -> Period | None:
    """``2026S1``, ``2026Q3``, ``202605``, ``2026``.

    >>> from_dhis2("2026S2").code, from_dhis2("202605").code
    ('2026H2', '2026-05')
    """
    found = DHIS2.fullmatch(text.strip().lower())
    if found is None:
        return None
    year, half, quarter, month = found.groups()
    for type_, number in (("half", half), ("quarter", quarter), ("month", month)):
        if number:
            return Period(type_, int(year), int(number))
    return Period("year", int(year))


def to_dhis2(period: Period) -> str:
    """As DHIS2 names it.

    >>> to_dhis2(Period("half", 2026, 1)), to_dhis2(Period("month", 2026, 5))
    ('2026S1', '202605')
    """
    return period.code.replace("H", "S").replace("-", "")


def from_iso(text: str) -> Period | None:
    """An interval of ISO 8601: ``2026-01-01/P6M`` or ``2026-01-01/2026-06-30``.

    >>> from_iso("2026-07-01/P6M").code, from_iso("2026-01-01/2026-12-31").code, from_iso("2026-02-01/P6M")
    ('2026H2', '2026', None)
    """
    found = ISO.fullmatch(text.strip().lower())
    if found is None:
        return None
    try:
        start = dt.date.fromisoformat(found[1])
        if found[4]:
            return _between(start, dt.date.fromisoformat(found[4]))
    except ValueError:
        return None
    months = 12 if found[3] else int(found[2])
    type_ = next((type_ for type_, length in MONTHS.items() if length == months), None)
    if type_ is None or start.day != 1 or (start.month - 1) % months:
        return None
    return Period(type_, start.year, (start.month - 1) // months + 1)


def to_iso(period: Period) -> str:
    """As ADX names it.

    >>> to_iso(Period("half", 2026, 1)), to_iso(Period("year", 2025))
    ('2026-01-01/P6M', '2025-01-01/P1Y')
    """
    length = "P1Y" if period.type == "year" else f"P{MONTHS[period.type]}M"
    return f"{period.starts_on.isoformat()}/{length}"


def _between_days(d1: int, m1: int, y1: int, d2: int, m2: int, y2: int) -> Period | None:
    try:
        return _between(dt.date(y1, m1, d1), dt.date(y2, m2, d2))
    except ValueError:
        return None


def _between(start: dt.date, end: dt.date) -> Period | None:
    for type_, months in MONTHS.items():
        period = Period(type_, start.year, (start.month - 1) // months + 1)
        if (period.starts_on, period.ends_on) == (start, end):
            return period
    return None
