"""Vietnamese: numbers in words, folding, dates and numbers, lunar days, working days, administrative wording.

Errors, each with what was refused as ``value``:

    VietError (ValueError)      what was given cannot be read or does not exist
    ├── NotANumber              no number in Vietnamese writing
    ├── NotADate                no day in Vietnamese writing
    ├── NotAnInstant            no instant, or one that does not say its time zone
    ├── NotADocumentCode        no number and symbol of an administrative paper
    ├── NoSuchDocumentType      decree 30/2020 knows no such abbreviation
    └── NoSuchLunarDay          the lunar month has no such day, the year no such leap month, or it is out of reach
"""

from phoihop.cores.viet._dates import (
    date_in_words,
    format_date,
    padded_date,
    parse_date,
    time_in_words,
    weekday_in_words,
)
from phoihop.cores.viet._document_codes import (
    COPY_TYPES,
    DOCUMENT_TYPES,
    DocumentCode,
    document_code,
    document_heading,
    document_symbol,
    padded_number,
    parse_document_code,
)
from phoihop.cores.viet._errors import (
    NoSuchDocumentType,
    NoSuchLunarDay,
    NotADate,
    NotADocumentCode,
    NotAnInstant,
    NotANumber,
    VietError,
)
from phoihop.cores.viet._fold import fold, nfc, slug
from phoihop.cores.viet._instants import VIETNAM, format_moment, from_iso, moment_in_words, to_iso
from phoihop.cores.viet._lunar import LunarDay, leap_month, lunar_from_solar, lunar_year_name, solar_from_lunar, tet
from phoihop.cores.viet._numbers import format_number, format_percent, parse_number
from phoihop.cores.viet._sorting import SortKey, person_sort_key, sort_key
from phoihop.cores.viet._wording import closed, legal_bases, place_and_date
from phoihop.cores.viet._words import money_in_words, number_in_words
from phoihop.cores.viet._workdays import add_working_days, is_working_day, next_working_day, working_days_between

__all__ = [
    "COPY_TYPES",
    "DOCUMENT_TYPES",
    "VIETNAM",
    "DocumentCode",
    "LunarDay",
    "NoSuchDocumentType",
    "NoSuchLunarDay",
    "NotADate",
    "NotADocumentCode",
    "NotANumber",
    "NotAnInstant",
    "SortKey",
    "VietError",
    "add_working_days",
    "closed",
    "date_in_words",
    "document_code",
    "document_heading",
    "document_symbol",
    "fold",
    "format_date",
    "format_moment",
    "format_number",
    "format_percent",
    "from_iso",
    "is_working_day",
    "leap_month",
    "legal_bases",
    "lunar_from_solar",
    "lunar_year_name",
    "moment_in_words",
    "money_in_words",
    "next_working_day",
    "nfc",
    "number_in_words",
    "padded_date",
    "padded_number",
    "parse_date",
    "parse_document_code",
    "parse_number",
    "person_sort_key",
    "place_and_date",
    "slug",
    "solar_from_lunar",
    "sort_key",
    "tet",
    "time_in_words",
    "to_iso",
    "weekday_in_words",
    "working_days_between",
]
