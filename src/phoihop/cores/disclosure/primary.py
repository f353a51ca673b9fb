"""Which figures may not be shown on their own account."""

from __future__ import annotations

import enum

import numpy as np

from phoihop.cores.disclosure.attackers import strongest_groups
from phoihop.cores.disclosure.problem import BoolArray, FloatArray, Problem
from phoihop.cores.disclosure.rules import Rules


class Reason(enum.StrEnum):
    """Why a figure is not shown; the first that holds."""

    FEW = "few"
    """Fewer contributors than the minimum."""
    DOMINATED = "dominated"
    """Its n largest contributors make more than k percent."""
    RIVAL = "rival"
    """A rival, or those who collude, would come within p percent of another's contribution."""
    AROUND = "around"
    """Shown, it would let others be derived: secondary."""


def reasons(problem: Problem, rules: Rules) -> tuple[Reason | None, ...]:
    """Of each cell why it may not be shown, or None; cells where nobody contributed may.

    Contributions count by their size, whatever their sign.

    >>> from phoihop.cores.disclosure.problem import build
    >>> from phoihop.cores.disclosure.records import Contribution, Variable
    >>> rows = [Contribution(name, {"place": "x"}, value) for name, value in (("A", 90.0), ("B", 8.0), ("C", 2.0))]
    >>> [str(it) for it in reasons(build(rows, [Variable("place")], [["place"]]), Rules())]
    ['rival']
    """
    sizes = -np.sort(-np.abs(problem.parts), axis=1)
    total, many = sizes.sum(axis=1), (sizes > 0).sum(axis=1)
    few = (many > 0) & (many < rules.minimum)
    dominated = np.zeros(len(problem), bool)
    for n, k in rules.dominance:
        dominated |= (total > 0) & (sizes[:, :n].sum(axis=1) > k / 100 * total)
    rival = rival_of(sizes, rules, len(problem.contributors))
    return tuple(_first(*it) for it in zip(few.tolist(), dominated.tolist(), rival.tolist(), strict=True))


def rival_of(sizes: FloatArray, rules: Rules, contributors: int) -> BoolArray:
    """(cells): the pq-rule for the largest contributor and those next to it who collude.

    With ``x₁ ≥ x₂ ≥ …`` and ``m`` colluding, unsafe where ``q · (x₍ₘ₊₂₎ + x₍ₘ₊₃₎ + …) < p · x₁``;
    q counts up to 100 percent where values cannot be negative.

    :param sizes: (cells, contributors), largest first
    """
    colluding = strongest_groups(rules, contributors)
    rest: FloatArray = sizes[:, 1 + colluding :].sum(axis=1)
    largest = sizes[:, 0] if sizes.shape[1] else np.zeros(len(sizes))
    unsafe: BoolArray = rest * rules.room_percent < rules.p_percent * largest * (1 - 1e-12)
    return unsafe


def _first(few: bool, dominated: bool, rival: bool) -> Reason | None:
    for holds, reason in ((few, Reason.FEW), (dominated, Reason.DOMINATED), (rival, Reason.RIVAL)):
        if holds:
            return reason
    return None
