"""Whole numbers and amounts as they are read aloud."""

from __future__ import annotations

from typing import Literal

ZeroTen = Literal["linh", "lẻ"]

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu")


def number_in_words(number: int, *, zero_ten: ZeroTen = "linh") -> str:
    """A whole number read aloud, of any size: above a billion the billions are read as a number of their own.

    :param zero_ten: the word for a zero among the tens; ``lẻ`` in the south

    >>> number_in_words(21), number_in_words(105), number_in_words(1_000_000_004)
    ('hai mươi mốt', 'một trăm linh năm', 'một tỷ không trăm linh bốn')
    >>> number_in_words(2010)  # a year
    'hai nghìn không trăm mười'
    >>> number_in_words(10**12)
    'một nghìn tỷ'
    """
    if number == 0:
        return DIGITS[0]
    words = ["âm"] if number < 0 else []
    words += _billions(abs(number))
    return " ".join(zero_ten if word == "linh" else word for word in words)


def money_in_words(amount_vnd: int) -> str:
    """An amount of đồng as papers write it, with a capital.

    >>> money_in_words(1_200_000)
    'Một triệu hai trăm nghìn đồng'
    """
    words = f"{number_in_words(amount_vnd)} đồng"
    return words[0].upper() + words[1:]


def _billions(number: int) -> list[str]:
    high, low = divmod(number, 10**9)
    words = [*_billions(high), "tỷ"] if high else []
    return words + _below_billion(low, whole=bool(high))


def _below_billion(number: int, *, whole: bool) -> list[str]:
    words: list[str] = []
    for power in (2, 1, 0):
        part = number // 1000**power % 1000
        if part:
            words += [*_group(part, whole=whole or bool(words)), SCALES[power]]
    return [word for word in words if word]


def _group(number: int, *, whole: bool) -> list[str]:
    """Three digits; ``whole`` reads the hundreds even where they are zero, for something stands before them."""
    hundred, rest = divmod(number, 100)
    ten, one = divmod(rest, 10)
    if hundred or whole:
        return [DIGITS[hundred], "trăm", *_tens(ten, one)]
    return _tens(ten, one) if ten else [DIGITS[one]]


def _tens(ten: int, one: int) -> list[str]:
    if ten == 0:
        return ["linh", DIGITS[one]] if one else []
    words = ["mười"] if ten == 1 else [DIGITS[ten], "mươi"]
    if one == 5:
        return [*words, "lăm"]
    if one == 1 and ten > 1:
        return [*words, "mốt"]
    if one == 4 and ten > 1:
        return [*words, "tư"]
    return [*words, DIGITS[one]] if one else words
