"""Attackers by linear programmes against attackers who try every world, on tables small enough for that.

In tables of one or two variables the corners of what is possible are whole numbers, so both must agree exactly.
"""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.disclosure import Publication, Rules, audit, derive, protect, suppressed
from phoihop.cores.disclosure.tests.oracle import known, worlds
from phoihop.cores.disclosure.tests.tables import cell_of, drawn, small_problems

RULES = [
    Rules(p_percent=50),
    Rules(p_percent=100, minimum=2, colluding=2),
    Rules(minimum=1, dominance=((1, 60.0),)),
    Rules(p_percent=50, prior_percent=200, minimum=2),
]


def groups(problem, rules):
    many = len(problem.contributors)
    for size in range(rules.colluding + 1):
        yield from itertools.combinations(range(many), size)


def leaks(problem, publication, rules):
    """Contributions of others that some group places within p percent, by trying every world."""
    for group in groups(problem, rules):
        inside = np.isin(np.arange(len(problem.contributors)), group)
        found = worlds(problem, publication, rules, inside)
        for cell, who in zip(*np.nonzero(problem.parts), strict=True):
            if inside[who]:
                continue
            low, high = known(problem, found, who, cell)
            truth, need = problem.parts[cell, who], rules.p * abs(problem.parts[cell, who])
            if low > truth - need + 1e-6 or high < truth + need - 1e-6:
                yield group, who, cell


@drawn(25)
@given(st.data())
def test_the_derived_interval_is_the_one_of_all_worlds(data):
    problem, rules = data.draw(small_problems()), Rules()
    hidden = np.array(data.draw(st.lists(st.booleans(), min_size=len(problem), max_size=len(problem))))
    publication = suppressed(problem, hidden)
    group = data.draw(st.sampled_from(list(groups(problem, rules))))
    inside = np.isin(np.arange(len(problem.contributors)), group)
    possible = worlds(problem, publication, rules, inside)

    for found in derive(problem, publication, rules, [problem.contributors[it] for it in group]):
        cell = next(at for at, keys in enumerate(problem.keys) if found.cell in keys)
        who = None if found.contributor is None else problem.contributors.index(found.contributor)

        assert (found.low, found.high) == pytest.approx(known(problem, possible, who, cell))


@drawn(25)
@given(st.data())
def test_figures_told_as_intervals_are_read_as_such(data):
    problem, rules = data.draw(small_problems()), Rules()
    slack = st.sampled_from([0, 1, 2, np.inf])
    low = problem.values - np.array([data.draw(slack) for _ in range(len(problem))])
    high = problem.values + np.array([data.draw(slack) for _ in range(len(problem))])
    publication = Publication(low, high)
    inside = np.arange(len(problem.contributors)) == 0
    possible = worlds(problem, publication, rules, inside)

    for found in derive(problem, publication, rules, problem.contributors[:1]):
        who = None if found.contributor is None else problem.contributors.index(found.contributor)
        expected = known(problem, possible, who, cell_of(problem, *found.cell))

        assert (found.low, found.high) == pytest.approx(expected)


@drawn(15)
@given(st.data())
@pytest.mark.parametrize("rules", RULES)
def test_the_audit_finds_what_trying_every_world_finds(rules, data):
    problem = data.draw(small_problems())
    hidden = np.array(data.draw(st.lists(st.booleans(), min_size=len(problem), max_size=len(problem))))
    publication = suppressed(problem, hidden)

    report = audit(problem, publication, rules)

    wrong = {(who, cell) for _, who, cell in leaks(problem, publication, rules)}
    told = {
        (problem.contributors.index(it.interval.contributor), cell_of(problem, *it.interval.cell))
        for it in report.findings
        if it.interval.contributor is not None
    }
    assert told == wrong


@drawn(12)
@given(st.data())
@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("shape", [{"places": 3}, {"places": 2, "periods": 2, "most": 2}])
def test_a_protected_table_gives_nothing_away(rules, shape, data):
    problem = data.draw(small_problems(**shape))

    kept = protect(problem, rules)

    assert kept.proven
    assert audit(problem, kept.publication, rules).passed
    assert list(leaks(problem, kept.publication, rules)) == []


@drawn(8)
@given(st.data())
def test_a_protected_table_with_negative_values_gives_nothing_away(data):
    problem, rules = data.draw(small_problems(signed=True, most=2)), Rules(p_percent=100, signed=True)

    kept = protect(problem, rules)

    assert audit(problem, kept.publication, rules).passed
    assert list(leaks(problem, kept.publication, rules)) == []


@drawn(4)
@given(st.data())
@pytest.mark.parametrize("rules", RULES)
def test_nothing_cheaper_would_do(rules, data):
    problem = data.draw(small_problems())
    weights = np.array([data.draw(st.integers(1, 9)) for _ in range(len(problem))], float)

    kept = protect(problem, rules, weights=weights)

    for hidden in itertools.product((False, True), repeat=len(problem)):
        cheaper = float(weights @ hidden) < kept.lost - 1e-6
        assert not (cheaper and audit(problem, suppressed(problem, np.array(hidden)), rules).passed)
