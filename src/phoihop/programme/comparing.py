"""Comparing two revisions: clauses aligned by identity, texts word by word.

Plain Python, no Django: two contents of :mod:`phoihop.programme.revising` in, frozen dataclasses out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

Change = Literal["same", "added", "removed", "changed", "moved"]
PieceKind = Literal["same", "added", "removed"]
Step = tuple[str, int, int, int, int]  # of difflib: what to do with left[i1:i2] and right[j1:j2]
TOKEN = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
SHORT_ISLAND = 1  # so few unchanged words between two changes are read more easily as part of them
TEXTS = ("heading", "text", "lead_duty", "party_duty")
FACTS = ("kind", "cadence", "months", "days")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, came or went."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class TextDiff:
    """One text before and after; ``name`` is a field of a clause, or the code of a section."""

    name: str
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether anything came or went."""
        return any(piece.kind != "same" for piece in self.pieces)

    @property
    def old(self) -> tuple[Piece, ...]:
        """The left side."""
        return tuple(piece for piece in self.pieces if piece.kind != "added")

    @property
    def new(self) -> tuple[Piece, ...]:
        """The right side."""
        return tuple(piece for piece in self.pieces if piece.kind != "removed")


@dataclass(frozen=True, slots=True)
class FactDiff:
    """One fact of a clause before and after."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class ClauseDiff:
    """A clause in both, or in one of them.

    :param old_place: and ``new_place``: its number, from 1; None where it is not
    """

    id: str
    heading: str
    change: Change
    old_place: int | None
    new_place: int | None
    texts: tuple[TextDiff, ...]
    facts: tuple[FactDiff, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that two revisions share and do not share."""

    title: TextDiff
    term: FactDiff | None
    sections: tuple[TextDiff, ...]
    clauses: tuple[ClauseDiff, ...]
    parties: TextDiff

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        texts = (self.title, self.parties, *self.sections)
        touched = any(text.changed for text in texts) or any(clause.change != "same" for clause in self.clauses)
        return not touched and self.term is None

    @property
    def counts(self) -> dict[Change, int]:
        """How many clauses of each change."""
        found: dict[Change, int] = {"added": 0, "removed": 0, "changed": 0, "moved": 0, "same": 0}
        for clause in self.clauses:
            found[clause.change] += 1
        return found


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that lead from ``old`` to ``new``; spaces at the end of a word belong to it.

    >>> [(piece.kind, piece.text) for piece in compare_words("một hai ba", "một bốn ba")]
    [('same', 'một '), ('removed', 'hai '), ('added', 'bốn '), ('same', 'ba')]
    """
    left, right = TOKEN.findall(old), TOKEN.findall(new)
    matcher = SequenceMatcher(None, [_key(t) for t in left], [_key(t) for t in right], autojunk=False)
    pieces: list[Piece] = []
    removed, added = "", ""
    for tag, i1, i2, j1, j2 in _joined(matcher.get_opcodes(), left):
        if tag == "equal":
            pieces += _changes(removed, added)
            removed, added = "", ""
            pieces.append(Piece("same", "".join(right[j1:j2])))
        else:
            removed += "".join(left[i1:i2])
            added += "".join(right[j1:j2])
    return tuple(pieces + _changes(removed, added))


def compare(old: Mapping[str, Any], new: Mapping[str, Any], sections: Sequence[str]) -> Comparison:
    """Compare two contents; a clause is the same one where its id is, or where it was renewed from that id.

    :param sections: the codes, in the order in which they stand
    """
    terms = ((c["starts_on"], c["ends_on"]) for c in (old, new))
    before, after = terms
    return Comparison(
        title=TextDiff("title", compare_words(old["title"], new["title"])),
        term=FactDiff("term", before, after) if before != after else None,
        sections=tuple(
            TextDiff(code, compare_words(old["sections"].get(code, ""), new["sections"].get(code, "")))
            for code in sections
        ),
        clauses=_clauses(old["clauses"], new["clauses"]),
        parties=TextDiff("parties", compare_words(_parties(old), _parties(new))),
    )


def _key(token: str) -> str:
    """Words are the same whatever space follows; a new line is a difference."""
    return token.rstrip() + ("\n" if "\n" in token else "")


def _changes(removed: str, added: str) -> list[Piece]:
    return [piece for piece in (Piece("removed", removed), Piece("added", added)) if piece.text]


def _joined(opcodes: Sequence[Step], left: Sequence[str]) -> list[Step]:
    """Lone unchanged words between two changes become part of them; at the ends they stay."""
    last = len(opcodes) - 1
    return [
        ("replace", i1, i2, j1, j2)
        if tag == "equal" and 0 < index < last and i2 - i1 <= SHORT_ISLAND and not any("\n" in t for t in left[i1:i2])
        else (tag, i1, i2, j1, j2)
        for index, (tag, i1, i2, j1, j2) in enumerate(opcodes)
    ]


def _parties(content: Mapping[str, Any]) -> str:
    lines = []
    for number, row in enumerate(content["parties"], start=1):
        signer = ", ".join(part for part in (row["signer_name"], row["signer_position"]) if part)
        lines.append(f"{number}. {row['name']}" + (f" – {signer}" if signer else ""))
    return "\n".join(lines)


def _clauses(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> tuple[ClauseDiff, ...]:
    """In the new order; what was removed stands where it stood."""
    places = {row["id"]: place for place, row in enumerate(old, start=1)}
    pairs: list[tuple[Mapping[str, Any] | None, Mapping[str, Any]]] = []
    for row in new:
        known = next((key for key in (row["id"], row["origin"]) if key in places), None)
        pairs.append((old[places[known] - 1] if known else None, row))
    kept = [before["id"] for before, _row in pairs if before]
    steady = _in_order([places[key] for key in kept])
    found = []
    for place, (before, row) in enumerate(pairs, start=1):
        old_place = places[before["id"]] if before else None
        found.append(_clause(before, row, old_place, place, moved=old_place is not None and old_place not in steady))
    for place, row in enumerate(old, start=1):
        if row["id"] not in kept:
            found.insert(_position(found, place), _clause(row, None, place, None, moved=False))
    return tuple(found)


def _position(found: Sequence[ClauseDiff], place: int) -> int:
    """Behind the last clause that stood before it."""
    before = [index for index, diff in enumerate(found) if diff.old_place is not None and diff.old_place < place]
    return before[-1] + 1 if before else 0


def _in_order(places: Sequence[int]) -> frozenset[int]:
    """The longest run of places that grow: the fewest clauses then count as moved."""
    best: list[tuple[int, ...]] = []
    for index, place in enumerate(places):
        shorter = [run for run, last in zip(best, places[:index], strict=True) if last < place]
        longest = _longest(shorter)
        best.append((*longest, place))
    return frozenset(_longest(best))


def _clause(
    old: Mapping[str, Any] | None,
    new: Mapping[str, Any] | None,
    old_place: int | None,
    new_place: int | None,
    *,
    moved: bool,
) -> ClauseDiff:
    row = new or old or {}
    before, after = old or {}, new or {}
    texts = tuple(TextDiff(name, compare_words(before.get(name, ""), after.get(name, ""))) for name in TEXTS)
    facts = tuple(
        FactDiff(name, before.get(name), after.get(name))
        for name in FACTS
        if (before.get(name) or None) != (after.get(name) or None)
    )
    change: Change = "same"
    if old is None or new is None:
        change = "added" if old is None else "removed"
    elif facts or any(text.changed for text in texts):
        change = "changed"
    elif moved:
        change = "moved"
    return ClauseDiff(row["id"], row["heading"], change, old_place, new_place, texts, facts)


def _longest(runs: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return max(runs, key=len) if runs else ()
