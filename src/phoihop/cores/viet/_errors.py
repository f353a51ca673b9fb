"""Errors of this core; what was refused is ``value``, the words for people are the caller's."""

from __future__ import annotations


class VietError(ValueError):
    """What was given cannot be read or does not exist."""

    def __init__(self, value: object) -> None:
        super().__init__(f"{type(self).__name__}: {value!r}")
        self.value = value


class NotANumber(VietError):
    """No number in Vietnamese writing."""


class NotADate(VietError):
    """No day in Vietnamese writing."""


class NotAnInstant(VietError):
    """No instant, or one that does not say its time zone."""


class NotADocumentCode(VietError):
    """No number and symbol of an administrative paper."""


class NoSuchDocumentType(VietError):
    """Decree 30/2020 knows no such abbreviation."""


class NoSuchLunarDay(VietError):
    """The lunar month has no such day, the year no such leap month, or the year is out of reach."""
