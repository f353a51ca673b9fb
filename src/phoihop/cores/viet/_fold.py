"""Folding for search, sorting by the Vietnamese alphabet, slugs."""

from __future__ import annotations

import re
import unicodedata

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # ngang huyền hỏi ngã sắc nặng
QUALITY = {"\u0302", "\u0306", "\u031b"}  # circumflex, breve, horn: they make other letters


def fold(text: str) -> str:
    """Lower case without diacritics, đ as d: a key to search by.

    >>> fold("Đường TRẦN Hưng Đạo")
    'duong tran hung dao'
    """
    bare = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return unicodedata.normalize("NFC", "".join(c for c in bare if not unicodedata.combining(c)))


def slug(text: str) -> str:
    """Folded, with hyphens between the words.

    >>> slug("Giao ban 6 tháng (lần 1)")
    'giao-ban-6-thang-lan-1'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def sort_key(text: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """A key that sorts words by the Vietnamese alphabet, and words of the same letters by their tones.

    >>> sorted(["đa", "da", "dá", "dà", "ăn", "an"], key=sort_key)
    ['an', 'ăn', 'da', 'dà', 'dá', 'đa']
    """
    return tuple(_word_key(word) for word in text.casefold().split())


def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters, tones = [], []
    for char in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", char)
        tone = next((mark for mark in parts[1:] if mark in TONES), "")
        letter = unicodedata.normalize("NFC", parts[0] + "".join(mark for mark in parts[1:] if mark in QUALITY))
        place = ALPHABET.find(letter)
        letters.append(place + 1000 if place >= 0 else ord(char) if char.isdigit() else 2000 + ord(char))
        tones.append(TONES[tone])
    return tuple(letters), tuple(tones)
