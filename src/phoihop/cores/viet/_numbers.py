"""Numbers as they are written (1.923,5) and as they are read aloud."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from phoihop.cores.viet._errors import NotANumber

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu")
GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?")


def format_number(value: Decimal | int, places: int | None = None) -> str:
    """Grouped by points, with a decimal comma; without ``places`` needless zeros are dropped.

    >>> format_number(1923), format_number(Decimal("92.20"))
    ('1.923', '92,2')
    """
    amount = Decimal(value)
    if places is not None:
        text = f"{amount:,.{places}f}"
    else:
        text = f"{amount:,f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def parse_number(text: str) -> Decimal:
    """A number written the Vietnamese way; a lone point before three digits groups, otherwise it is a decimal point.

    >>> parse_number("1.923,5"), parse_number("92,2"), parse_number("1.923")
    (Decimal('1923.5'), Decimal('92.2'), Decimal('1923'))

    :raises NotANumber: it is none
    """
    bare = re.sub(r"\s", "", text)
    if GROUPED.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif PLAIN.fullmatch(bare):
        bare = bare.replace(",", ".")
    else:
        raise NotANumber(text)
    try:
        return Decimal(bare)
    except InvalidOperation as problem:
        raise NotANumber(text) from problem


def _tens(ten: int, one: int) -> list[str]:
    if ten == 0:
        return ["linh", DIGITS[one]] if one else []
    words = ["mười"] if ten == 1 else [DIGITS[ten], "mươi"]
    if one == 1 and ten > 1:
        return [*words, "mốt"]
    if one == 5:
        return [*words, "lăm"]
    if one == 4 and ten > 1:
        return [*words, "tư"]
    return [*words, DIGITS[one]] if one else words


def _group(number: int, whole: bool) -> list[str]:
    """A group of three digits; ``whole`` reads the hundreds even where they are zero."""
    hundred, rest = divmod(number, 100)
    if hundred or whole:
        return [DIGITS[hundred], "trăm", *_tens(rest // 10, rest % 10)]
    if rest < 10:
        return [DIGITS[rest]] if rest else []
    return _tens(rest // 10, rest % 10)


def _below_billion(number: int, whole: bool) -> list[str]:
    words: list[str] = []
    for power in (2, 1, 0):
        part = number // 1000**power % 1000
        if part:
            words += [*_group(part, whole or bool(words)), SCALES[power]]
    return [word for word in words if word]


def number_in_words(number: int) -> str:
    """A whole number read aloud.

    >>> number_in_words(21), number_in_words(105), number_in_words(1_000_000_004)
    ('hai mươi mốt', 'một trăm linh năm', 'một tỷ không trăm linh bốn')
    """
    if number == 0:
        return DIGITS[0]
    sign = ["âm"] if number < 0 else []
    return " ".join([*sign, *_billions(abs(number), False)])


def _billions(number: int, whole: bool) -> list[str]:
    high, low = divmod(number, 10**9)
    words = [*_billions(high, whole), "tỷ"] if high else []
    return [*words, *_below_billion(low, whole or bool(high))] if low else words


def money_in_words(amount_vnd: int) -> str:
    """An amount of đồng as papers write it, with a capital.

    >>> money_in_words(1_200_000)
    'Một triệu hai trăm nghìn đồng'
    """
    words = f"{number_in_words(amount_vnd)} đồng"
    return words[0].upper() + words[1:]
