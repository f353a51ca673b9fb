"""Small tables, written short."""

from __future__ import annotations

import os

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from phoihop.cores.disclosure import Contribution, Variable, build

THOROUGH = os.environ.get("PHOIHOP_THOROUGH") == "1"
FILLED = 6
"""Most figures that are not nothing."""
PLACE, PERIOD = Variable("place"), Variable("period")


def drawn(quick):
    """Settings that draw ``quick`` cases, 25 times as many in a thorough run."""
    return settings(
        max_examples=quick * 25 if THOROUGH else quick,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def by_place(**places):
    """``by_place(x={"A": 3}, y={"B": 4})``: contributions of one table."""
    return [
        Contribution(name, {"place": place}, float(value))
        for place, own in places.items()
        for name, value in own.items()
    ]


def table(**places):
    """A table of places with their total."""
    return build(by_place(**places), [PLACE], [["place"]])


def cell_of(problem, *key):
    """The cell with these coordinates."""
    return next(at for at, keys in enumerate(problem.keys) if key in keys)


def hidden_but(problem, *keys):
    """Everything hidden but these cells."""
    found = np.ones(len(problem), bool)
    found[[cell_of(problem, *key) for key in keys]] = False
    return found


def hiding(problem, *keys):
    """These cells hidden."""
    return ~hidden_but(problem, *keys)


@st.composite
def small_problems(draw, *, places=3, periods=1, names=3, most=2, signed=False):
    """Tables of whole numbers, small enough to try every world."""
    value = st.integers(-most if signed else 0, most)
    spots = [(name, place, period) for name in range(names) for place in range(places) for period in range(periods)]
    figures = dict.fromkeys(spots, 0)
    for spot in draw(st.lists(st.sampled_from(spots), max_size=FILLED, unique=True)):
        figures[spot] = draw(value)
    rows = [
        Contribution(f"E{name}", {"place": f"p{place}", "period": f"t{period}"}, float(figure))
        for (name, place, period), figure in figures.items()
    ]
    shape = draw(st.sampled_from([{}, {"p0": "up", "p1": "up"}])) if places > 2 else {}
    breakdown = [Variable("place", shape), PERIOD]
    return build(rows, breakdown, [["place", "period"]] if periods > 1 else [["place"]])
