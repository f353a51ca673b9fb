"""Vietnamese: numbers in words, folding, dates and numbers, lunar days, working days, administrative wording.

Errors:

    VietError               what was given cannot be read or does not exist
    ├── NotANumber          no number in Vietnamese writing
    ├── NotADate            no day in Vietnamese writing
    └── NoSuchLunarDay      the lunar month has no such day, or the year no such leap month
"""

from phoihop.cores.viet._admin import DOCUMENT_TYPES, closed, document_code, legal_bases, place_and_date
from phoihop.cores.viet._dates import date_in_words, format_date, padded_date, parse_date, time_in_words
from phoihop.cores.viet._errors import NoSuchLunarDay, NotADate, NotANumber, VietError
from phoihop.cores.viet._fold import fold, slug, sort_key
from phoihop.cores.viet._lunar import LunarDay, lunar_from_solar, solar_from_lunar
from phoihop.cores.viet._numbers import format_number, money_in_words, number_in_words, parse_number
from phoihop.cores.viet._workdays import add_working_days, is_working_day, working_days_between

__all__ = [
    "DOCUMENT_TYPES",
    "LunarDay",
    "NoSuchLunarDay",
    "NotADate",
    "NotANumber",
    "VietError",
    "add_working_days",
    "closed",
    "date_in_words",
    "document_code",
    "fold",
    "format_date",
    "format_number",
    "is_working_day",
    "legal_bases",
    "lunar_from_solar",
    "money_in_words",
    "number_in_words",
    "padded_date",
    "parse_date",
    "parse_number",
    "place_and_date",
    "slug",
    "solar_from_lunar",
    "sort_key",
    "time_in_words",
    "working_days_between",
]
