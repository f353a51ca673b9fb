"""Which row is the heading, and which column is what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from phoihop.base.sheets.fields import Field
from phoihop.base.sheets.grid import Row, blank, text_of
from phoihop.cores.viet import fold

SEARCHED = 30  # rows from the top
BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
SIGNS = re.compile(r"[^0-9a-z]+")
GUESS_FROM = 0.6  # of the words of the heading


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading that was found."""

    at: int  # row among the first rows
    texts: tuple[str, ...]
    columns: dict[str, int]  # code of a field → place of its column
    guessed: frozenset[str]  # codes whose heading only resembled their names
    twice: Mapping[int, str]  # places of columns left aside → the code that an earlier one took


def key(text: str) -> str:
    """A heading as it is compared: folded, without signs; ``Chiều cao (m)`` is ``chieu cao``.

    >>> key("  CHIỀU_CAO (m)")
    'chieu cao'
    """
    folded = fold(" ".join(text.split()))
    return SIGNS.sub(" ", BRACKETS.sub(" ", folded)).strip() or SIGNS.sub(" ", folded).strip()


def find_heading(
    rows: Sequence[Row], fields: Sequence[Field], mapping: Mapping[str, str] | None = None
) -> Heading | None:
    """The row among the first that names the most fields; the earliest of equals; None where no row names any."""
    names = {key(name): field.code for field in reversed(fields) for name in field.names}
    given = {key(heading): code for heading, code in (mapping or {}).items()}
    plain = [_matched(at, row, names, given) for at, row in enumerate(rows[:SEARCHED])]
    most = max((len(heading.columns) for heading, _ in plain), default=0)
    if most:
        # Guessing is for the columns of a heading, not for finding it.
        heading, left = next(found for found in plain if len(found[0].columns) == most)
        return replace(heading, guessed=_guessed(left, names, heading.columns))
    guesses = [replace(heading, guessed=_guessed(left, names, heading.columns)) for heading, left in plain]
    return max((heading for heading in guesses if heading.guessed), key=lambda one: len(one.guessed), default=None)


def heading_score(rows: Sequence[Row], fields: Sequence[Field], mapping: Mapping[str, str] | None = None) -> float:
    """How many fields the best row means; a guess counts half."""
    heading = find_heading(rows, fields, mapping)
    return 0.0 if heading is None else len(heading.columns) - 0.5 * len(heading.guessed)


def _matched(
    at: int, row: Row, names: Mapping[str, str], given: Mapping[str, str]
) -> tuple[Heading, list[tuple[int, str]]]:
    """The columns of a row whose names are known, and places and keys of the others."""
    texts = tuple(text_of(cell) for cell in row)
    columns: dict[str, int] = {}
    twice: dict[int, str] = {}
    left = []
    for place, text in enumerate(texts):
        said = key(text)
        if blank(text) or not said:
            continue
        whole = SIGNS.sub(" ", fold(text)).strip()  # what stands in brackets may be all that matters: Tọa độ (X)
        code = given[said] if said in given else names.get(whole) or names.get(said)
        if code is None:
            left.append((place, said))
        elif code and code in columns:
            twice[place] = code
        elif code:
            columns[code] = place
    return Heading(at, texts, columns, frozenset(), twice), left


def _guessed(left: list[tuple[int, str]], names: Mapping[str, str], columns: dict[str, int]) -> frozenset[str]:
    """Columns whose heading holds all words of a name and not many others."""
    guessed = set()
    options = []
    for place, said in left:
        words = said.split()
        for name, code in names.items():
            share = len(name.split()) / len(words)
            if GUESS_FROM <= share < 1 and f" {name} " in f" {said} ":
                options.append((-share, place, code))
    taken = set(columns.values())
    for _share, place, code in sorted(options):
        if code not in columns and place not in taken:
            columns[code] = place
            guessed.add(code)
            taken.add(place)
    return frozenset(guessed)
