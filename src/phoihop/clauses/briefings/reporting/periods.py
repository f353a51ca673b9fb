"""Periods of reports and their codes: ``2026-05``, ``2026Q3``, ``2026H1``, ``2026``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
CODE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])|Q([1-4])|H([12]))?")
SOON_DAYS = 45  # a meeting this long before the end of a period is about that period


@dataclass(frozen=True, slots=True)
class Period:
    """One month, quarter, half-year or year: its kind, year, and number within the year from 1."""

    type: str
    year: int
    number: int = 1

    @property
    def code(self) -> str:
        """As rounds keep it."""
        ends = {"month": f"-{self.number:02d}", "quarter": f"Q{self.number}", "half": f"H{self.number}", "year": ""}
        return f"{self.year}{ends[self.type]}"

    @property
    def starts_on(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, (self.number - 1) * MONTHS[self.type] + 1, 1)

    @property
    def ends_on(self) -> dt.date:
        """Its last day."""
        return self.next.starts_on - dt.timedelta(days=1)

    @property
    def next(self) -> Period:
        """The one after."""
        last = self.number * MONTHS[self.type] == 12
        return Period(self.type, self.year + last, 1 if last else self.number + 1)

    @property
    def previous(self) -> Period:
        """The one before."""
        first = self.number == 1
        return Period(self.type, self.year - first, 12 // MONTHS[self.type] if first else self.number - 1)

    @property
    def last_year(self) -> Period:
        """The same one a year before."""
        return Period(self.type, self.year - 1, self.number)

    @property
    def label(self) -> str:
        """As people say it."""
        if self.type == "half":
            words = _("6 tháng đầu năm %(year)s") if self.number == 1 else _("6 tháng cuối năm %(year)s")
        else:
            words = {
                "month": _("tháng %(number)s năm %(year)s"), "quarter": _("quý %(number)s năm %(year)s"),
                "year": _("năm %(year)s"),
            }[self.type]  # fmt: skip
        return words % {"number": self.number, "year": self.year}


def period_with(type_: str, day: dt.date) -> Period:
    """The period in which a day lies."""
    return Period(type_, day.year, (day.month - 1) // MONTHS[type_] + 1)


def period_before_meeting(type_: str, day: dt.date) -> Period:
    """The period that a meeting on ``day`` is about: the one that ends soon, or ended last."""
    here = period_with(type_, day)
    return here if here.ends_on - day <= dt.timedelta(days=SOON_DAYS) else here.previous


def read_period(code: str) -> Period:
    """The period of a code.

    :raises ValueError: it is none

    >>> read_period("2026H1").ends_on, read_period("2026Q1").previous.code, read_period("2026-12").next.code
    (datetime.date(2026, 6, 30), '2025Q4', '2027-01')
    """
    found = CODE.fullmatch(code)
    if found is None:
        raise ValueError(code)
    year, month, quarter, half = found.groups()
    for type_, number in (("month", month), ("quarter", quarter), ("half", half)):
        if number:
            return Period(type_, int(year), int(number))
    return Period("year", int(year))
