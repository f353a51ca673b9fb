"""Errors of this core."""


class VietError(ValueError):
    """What was given cannot be read or does not exist."""


class NotANumber(VietError):
    """No number in Vietnamese writing."""


class NotADate(VietError):
    """No day in Vietnamese writing."""


class NoSuchLunarDay(VietError):
    """The lunar month has no such day, or the year no such leap month."""
