"""The same place under two names: near one another, and called alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from phoihop.cores.viet import fold
from phoihop.people.places import distance_m

Key = TypeVar("Key")
CERTAIN_M = 30.0  # so near, whatever they are called
LIKELY_M = 150.0  # so near, if they are called alike
ALIKE = 0.6
CELL = 0.002  # degrees; a little over LIKELY_M everywhere in the country


@dataclass(frozen=True, slots=True)
class Spot(Generic[Key]):
    """A named position."""

    key: Key
    latitude: float
    longitude: float
    name: str


class Spots(Generic[Key]):
    """Finds the spots around a position without looking at all of them."""

    def __init__(self, spots: Iterable[Spot[Key]] = ()) -> None:
        self.cells: defaultdict[tuple[int, int], list[Spot[Key]]] = defaultdict(list)
        for spot in spots:
            self.add(spot)

    def add(self, spot: Spot[Key]) -> None:
        """Take note of a spot."""
        self.cells[_cell(spot.latitude, spot.longitude)].append(spot)

    def same_as(self, latitude: float, longitude: float, name: str) -> tuple[Spot[Key], float] | None:
        """The nearest spot that may be the same place, and its distance in metres."""
        found = [
            (distance, spot)
            for spot in self._around(latitude, longitude)
            if (distance := distance_m(latitude, longitude, spot.latitude, spot.longitude)) <= CERTAIN_M
            or (distance <= LIKELY_M and alike(name, spot.name))
        ]
        if not found:
            return None
        distance, spot = min(found, key=lambda one: one[0])
        return spot, distance

    def _around(self, latitude: float, longitude: float) -> Iterator[Spot[Key]]:
        row, column = _cell(latitude, longitude)
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                yield from self.cells.get((row + north, column + east), ())


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude // CELL), int(longitude // CELL)


def alike(name: str, other: str) -> bool:
    """Whether two names mean the same, but for diacritics, capitals and a few letters.

    >>> alike("Trạm Nam Sách 1", "NAM SACH 01"), alike("Trạm Nam Sách 1", "Thanh Hà")
    (True, False)
    """
    first, second = fold(name), fold(other)
    return bool(first and second) and SequenceMatcher(None, first, second).ratio() >= ALIKE
