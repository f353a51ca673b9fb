"""What an attacker could derive, by trying every world of whole numbers. Knows nothing of the core's programmes."""

from __future__ import annotations

import itertools

import numpy as np


def worlds(problem, publication, rules, inside):
    """Every world that the attackers cannot tell from the true one: (worlds, atoms, contributors).

    They know their own figures, the figures that are told or were known, and others' figures within the prior.
    """
    amounts = problem.amounts
    q = rules.prior_percent / 100
    open_ = [(atom, who) for who in np.flatnonzero(~inside) for atom in np.flatnonzero(amounts[:, who])]
    ranges = [_range(amounts[place], q, rules.signed) for place in open_]
    every = np.array(list(itertools.product(*ranges)), float)
    found = np.repeat(amounts[None], len(every), axis=0)
    for column, (atom, who) in enumerate(open_):
        found[:, atom, who] = every[:, column]
    sums = found.sum(axis=2) @ problem.members.T
    low = np.maximum(problem.low, publication.low)
    high = np.minimum(problem.high, publication.high)
    return found[((sums >= low - 1e-9) & (sums <= high + 1e-9)).all(axis=1)]


def _range(value, q, signed):
    least = value - q * abs(value) if signed else max(0, value - q * abs(value))
    return range(int(np.ceil(least)), int(np.floor(value + q * abs(value))) + 1)


def known(problem, found, who, cell):
    """Least and greatest contribution of ``who`` (None: the whole figure) to a cell, in any world of ``found``."""
    part = found[:, problem.members[cell]].sum(axis=1)
    part = part.sum(axis=1) if who is None else part[:, who]
    return part.min(), part.max()
