"""Who may try to learn what from a publication."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from phoihop.cores.disclosure.errors import BadInput
from phoihop.cores.disclosure.problem import BoolArray, FloatArray, IntArray, Problem
from phoihop.cores.disclosure.rules import Rules

REST = -1
"""A target that is all contributors but the attackers together, instead of one of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Targets:
    """Who must not learn what: one entry each.

    ``need`` is how far, above and below the truth, the contribution must remain possible.
    """

    attacker: IntArray
    """Row of the attackers."""
    contributor: IntArray
    """Whose contribution; ``REST`` for all but the attackers."""
    cell: IntArray
    need: FloatArray

    def __len__(self) -> int:
        return len(self.need)

    def pick(self, places: IntArray | BoolArray) -> Targets:
        """Some of them."""
        return Targets(self.attacker[places], self.contributor[places], self.cell[places], self.need[places])


def strongest_groups(rules: Rules, contributors: int) -> int:
    """How many collude in the groups that know most: as many as asked, with one left to be attacked."""
    return max(0, min(rules.colluding, contributors - 1))


def attackers_of(problem: Problem, rules: Rules) -> BoolArray:
    """(attackers, contributors): the outsider first, then each contributor, then pairs where they are asked for."""
    many = len(problem.contributors)
    groups = [group for size in range(rules.colluding + 1) for group in itertools.combinations(range(many), size)]
    inside = np.zeros((len(groups), many), bool)
    for row, group in enumerate(groups):
        inside[row, list(group)] = True
    return inside


def caps(problem: Problem, rules: Rules) -> tuple[FloatArray, FloatArray]:
    """(atoms, contributors): how far above and below the truth a contribution is possible to whoever knows nothing
    but the prior: ``q·|x|`` above and, where values cannot be negative, at most ``x`` below.

    :raises BadInput: a negative value where the rules know none
    """
    if not rules.signed and (problem.amounts < 0).any():
        wrong = int(np.flatnonzero((problem.amounts < 0).any(axis=0))[0])
        raise BadInput("value.negative", problem.contributors[wrong])
    size = np.abs(problem.amounts)
    q = rules.prior_percent / 100
    return q * size, (q if rules.signed else min(q, 1.0)) * size


def needs(problem: Problem, rules: Rules) -> FloatArray:
    """(cells, contributors): ``p`` percent of each contribution, as far as the prior leaves room for it.

    Where values of both signs cancel in a sum, the sum of sizes counts, as everywhere.
    """
    size: FloatArray = problem.sums @ np.abs(problem.amounts)
    return rules.p * size


def targets_of(problem: Problem, rules: Rules, inside: BoolArray, rest: BoolArray) -> Targets:
    """Every target that counts.

    Whoever joins others knows no less than before, so of a contribution only the largest groups that leave its owner
    out are attackers.

    :param inside: (attackers, contributors)
    :param rest: (cells): not shown for their few or large contributors, so that all others together are a target too
    """
    need = needs(problem, rules)
    size = inside.sum(axis=1)
    strongest = size == strongest_groups(rules, inside.shape[1])
    cell, who = np.nonzero(need)
    row, at = np.nonzero(strongest[:, None] & ~inside[:, who])
    single = row, who[at], cell[at], need[cell[at], who[at]]
    others = (~inside).astype(float) @ need.T * rest
    row, at = np.nonzero(others)
    together = row, np.full(len(row), REST), at, others[row, at]
    return Targets(*(np.concatenate(pair) for pair in zip(single, together, strict=True)))
