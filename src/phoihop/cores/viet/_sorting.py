"""Sorting by the Vietnamese alphabet."""

from __future__ import annotations

import unicodedata

SortKey = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # after none: huyền hỏi ngã sắc nặng
QUALITY = {"\u0302", "\u0306", "\u031b"}  # circumflex, breve, horn: they make other letters
DIGITS_FROM, LETTERS_FROM, OTHERS_FROM = 0, 1000, 2000


def sort_key(text: str) -> SortKey:
    """A key that sorts word by word as dictionaries do: by the letters, then by the tones of the word.

    >>> sorted(["đa", "da", "dá", "dà", "ăn", "an"], key=sort_key)
    ['an', 'ăn', 'da', 'dà', 'dá', 'đa']
    """
    return tuple(_word_key(word) for word in unicodedata.normalize("NFC", text.casefold()).split())


def person_sort_key(name: str) -> SortKey:
    """A key that sorts people as Vietnamese lists do: by the given name, which comes last, then by the rest.

    >>> sorted(["Trần Văn An", "Lê Thị Bình", "Đỗ Văn An"], key=person_sort_key)
    ['Đỗ Văn An', 'Trần Văn An', 'Lê Thị Bình']
    """
    words = sort_key(name)
    return words[-1:] + words[:-1]


def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters, tones = [], []
    for char in word:
        parts = unicodedata.normalize("NFD", char)
        marks = parts[1:]
        letter = unicodedata.normalize("NFC", parts[0] + "".join(mark for mark in marks if mark in QUALITY))
        letters.append(_rank(letter))
        tones.append(next((TONES[mark] for mark in marks if mark in TONES), 0))
    return tuple(letters), tuple(tones)


def _rank(letter: str) -> int:
    place = ALPHABET.find(letter)
    if place >= 0:
        return LETTERS_FROM + place
    if letter.isdecimal():
        return DIGITS_FROM + unicodedata.decimal(letter)
    return OTHERS_FROM + ord(letter[0])
