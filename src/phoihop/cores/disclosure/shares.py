"""What a contributor may be told about itself beside the pooled figures."""

from __future__ import annotations

import numpy as np

from phoihop.cores.disclosure.problem import FloatArray, Problem
from phoihop.cores.disclosure.publication import Publication


def own_shares(problem: Problem, publication: Publication) -> FloatArray:
    """(cells, contributors): each one's own part of each figure, from 0 to 1; NaN where it may not be told.

    A share tells the figure to whoever knows its own, so it is told only where the audited publication shows the figure
    to everybody. Ranks are never told: they compare a contributor with others, and nobody's audit allows that.

    >>> from phoihop.cores.disclosure.problem import build
    >>> from phoihop.cores.disclosure.publication import suppressed
    >>> from phoihop.cores.disclosure.records import Contribution, Variable
    >>> rows = [Contribution("A", {"place": "x"}, 3.0), Contribution("B", {"place": "y"}, 1.0)]
    >>> problem = build(rows, [Variable("place")], [["place"]])
    >>> own_shares(problem, suppressed(problem, np.array([True, False, True])))[1].tolist()
    [0.75, 0.25]
    """
    values = problem.values
    told = publication.exact & problem.shown & (values != 0)
    found = np.full(problem.parts.shape, np.nan)
    found[told] = problem.parts[told] / values[told, None]
    return found
