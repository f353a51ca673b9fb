"""The set words of administrative papers, in Vietnamese and English.

They follow the language of the paper, not of the reader, so they are data here and not catalogue entries.
Source: decree 30/2020/NĐ-CP, appendices I and III.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

Language = Literal["vi", "en"]

# Abbreviation → name in Vietnamese, in English. The decree calls BGN "bản ghi nhớ"; parties write "biên bản ghi nhớ".
TYPES: dict[str, tuple[str, str]] = {
    "BGN": ("Biên bản ghi nhớ", "Memorandum"),
    "BB": ("Biên bản", "Minutes"),
    "BC": ("Báo cáo", "Report"),
    "BTT": ("Bản thỏa thuận", "Agreement"),
    "CĐ": ("Công điện", "Official telegram"),
    "CT": ("Chỉ thị", "Directive"),
    "CTr": ("Chương trình", "Programme"),
    "CV": ("", ""),
    "DA": ("Dự án", "Project"),
    "GGT": ("Giấy giới thiệu", "Letter of introduction"),
    "GM": ("Giấy mời", "Invitation"),
    "GNP": ("Giấy nghỉ phép", "Leave permit"),
    "GUQ": ("Giấy ủy quyền", "Power of attorney"),
    "HD": ("Hướng dẫn", "Guidance"),
    "HĐ": ("Hợp đồng", "Contract"),
    "KH": ("Kế hoạch", "Plan"),
    "NQ": ("Nghị quyết", "Resolution"),
    "PA": ("Phương án", "Proposal"),
    "PB": ("Phiếu báo", "Notice slip"),
    "PC": ("Phiếu chuyển", "Transfer slip"),
    "PG": ("Phiếu gửi", "Dispatch slip"),
    "QC": ("Quy chế", "Statute"),
    "QĐ": ("Quyết định", "Decision"),
    "QyĐ": ("Quy định", "Regulation"),
    "TB": ("Thông báo", "Notice"),
    "TC": ("Thông cáo", "Communiqué"),
    "TTr": ("Tờ trình", "Submission"),
    "ĐA": ("Đề án", "Scheme"),
}

WORDS: dict[str, tuple[str, str]] = {
    "nation": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    "motto": ("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    "number": ("Số: ", "No.: "),
    "subject": ("V/v ", "Re: "),
    "to": ("Kính gửi:", "To:"),
    "recipients": ("Nơi nhận:", "Recipients:"),
    "archive": ("Lưu: ", "Archive: "),
    "appendix": ("Phụ lục", "Appendix"),
    "attached": ("Kèm theo", "Attached to"),
    "part": ("Phần", "Part"),
    "chapter": ("Chương", "Chapter"),
    "article": ("Điều", "Article"),
    "verify": ("Kiểm tra văn bản tại", "Check this paper at"),
    "TM": ("TM.", "ON BEHALF OF"),
    "KT": ("KT.", "FOR"),
    "TL": ("TL.", "BY ORDER OF"),
    "TUQ": ("TUQ.", "AUTHORISED BY"),
    "Q": ("Q.", "ACTING"),
}

# Points go by the Vietnamese alphabet: đ has a place of its own; f, j, w, z and vowels with marks have none.
VIETNAMESE_POINTS = "abcdđeghiklmnopqrstuvxy"
ENGLISH_POINTS = "abcdefghijklmnopqrstuvwxyz"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
GAP = "\N{NO-BREAK SPACE}" * 8  # room to write a number by hand


def word(key: str, language: Language) -> str:
    """A set word in the language of the paper."""
    return WORDS[key][language == "en"]


def type_name(code: str, language: Language) -> str:
    """The name of a type; empty for a letter."""
    return TYPES[code][language == "en"]


def padded_number(number: int | None) -> str:
    """The number as papers write it: two digits under ten, a gap before it is given."""
    return GAP if number is None else f"{number:02d}"


def date_words(day: date | None, language: Language) -> str:
    """The date in words; days under 10 and months 1 and 2 get a zero, so that no digit can be put before them.

    >>> date_words(date(2010, 4, 8), "vi")
    'ngày 08 tháng 4 năm 2010'
    """
    if language == "en":
        return "" if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if day is None:
        return f"ngày{GAP}tháng{GAP}năm{GAP}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def roman(number: int) -> str:
    """The number in Roman numerals.

    >>> roman(14)
    'XIV'
    """
    text = ""
    for value, sign in ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def point_letter(number: int, language: Language) -> str:
    """The letter of a point: a, b, c, d, đ, e … in Vietnamese; after the last letter aa, bb, …."""
    letters = VIETNAMESE_POINTS if language == "vi" else ENGLISH_POINTS
    turn, index = divmod(number - 1, len(letters))
    return letters[index] * (turn + 1)
