"""Disclosure: which rivals were shown what, for which area and purpose, within which limits."""

from phoihop.clauses.towers.models.disclosure.answers import DisclosedCell, DisclosedMast, Extent
from phoihop.clauses.towers.models.disclosure.asks import Disclosure, Purpose, ShownMast
from phoihop.clauses.towers.models.disclosure.limits import DisclosurePeriod, DisclosureTerms

__all__ = [
    "DisclosedCell",
    "DisclosedMast",
    "Disclosure",
    "DisclosurePeriod",
    "DisclosureTerms",
    "Extent",
    "Purpose",
    "ShownMast",
]
