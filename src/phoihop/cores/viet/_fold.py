"""Folding for search, slugs."""

from __future__ import annotations

import re
import unicodedata

COMPOSED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
PLAIN = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd"
QUICK = str.maketrans(COMPOSED + COMPOSED.upper(), PLAIN * 2)


def nfc(text: str) -> str:
    """The text in composed form, in which all text of this house is kept."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without diacritics, đ as d: a key to search by. Folding twice changes nothing.

    Composed Vietnamese keeps its length, so that a place in the key is the same place in the text.

    >>> fold("Đường TRẦN Hưng Đạo")
    'duong tran hung dao'
    """
    quick = text.translate(QUICK)
    if quick.isascii():
        return quick.lower()
    return _foreign(text)


def slug(text: str) -> str:
    """Folded, with hyphens between the words.

    >>> slug("Giao ban 6 tháng (lần 1)")
    'giao-ban-6-thang-lan-1'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def _foreign(text: str) -> str:
    """Text with other signs than ours: until nothing changes, for a lower case may bring marks of its own."""
    while True:
        bare = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
        folded = unicodedata.normalize("NFC", "".join(sign for sign in bare if not unicodedata.combining(sign)))
        if folded == text:
            return folded
        text = folded
