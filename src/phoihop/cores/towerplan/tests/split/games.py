"""Games for the tests of splits."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import strategies as st

from phoihop.cores.towerplan.split import Game


def by_max(needs):
    """The table of a mast that costs what its dearest user needs (the game of an airport's runway)."""
    return np.array([max((need for bit, need in enumerate(needs) if mask >> bit & 1), default=0)
                     for mask in range(1 << len(needs))])  # fmt: skip


def named(costs):
    """A game of a table, operators a, b, c…"""
    return Game.from_table("abcdefghijkl"[: len(costs).bit_length() - 1], costs)


def bankruptcy(estate, claims):
    """What a group cannot be kept from: the others' claims come first. Its nucleolus is the Talmud's division."""
    everyone = (1 << len(claims)) - 1
    owed = [sum(claim for bit, claim in enumerate(claims) if mask >> bit & 1) for mask in range(everyone + 1)]
    return np.array([0, *(min(estate, owed[mask]) for mask in range(1, everyone + 1))])


@st.composite
def tables(draw, low=1, high=4):
    """Any table of costs."""
    size = draw(st.integers(low, high))
    costs = draw(st.lists(st.integers(0, 40), min_size=(1 << size) - 1, max_size=(1 << size) - 1))
    return np.array([0, *costs])


def excesses(costs, shares):
    """Sorted, worst first: what each group pays above what it pays alone."""
    size = len(shares)
    found = [sum((share for bit, share in enumerate(shares) if mask >> bit & 1), Fraction(0)) - int(costs[mask])
             for mask in range(1, (1 << size) - 1)]  # fmt: skip
    return sorted(found, reverse=True)
