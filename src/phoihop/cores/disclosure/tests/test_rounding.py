import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.disclosure import BadInput, Contribution, Rules, Variable, audit, build, controlled_rounding
from phoihop.cores.disclosure.tests.tables import drawn, small_problems, table


@drawn(15)
@given(small_problems(places=3, periods=2, most=9), st.sampled_from([1.0, 3.0, 5.0]))
def test_rounded_figures_are_near_whole_and_add_up(problem, base):
    found = controlled_rounding(problem, base)

    steps = found.values / base
    assert found.steps == 0
    assert np.allclose(steps, np.round(steps))
    assert (np.abs(found.values - problem.values) < base + 1e-9).all()
    exact = np.isclose(problem.values % base, 0)
    assert np.allclose(found.values[exact], problem.values[exact])
    assert np.allclose(problem.members @ found.values[_atoms(problem)], found.values)


def _atoms(problem):
    alone = np.flatnonzero(problem.members.sum(axis=1) == 1)
    return alone[np.argsort(problem.members[alone].argmax(axis=1))]


def test_nothing_is_nearer_to_the_truth():
    found = controlled_rounding(table(x={"A": 14}, y={"A": 14}, z={"A": 14}), 10.0)

    assert found.moved == pytest.approx(found.bound) == pytest.approx(0.4 + 0.4 + 0.6 + 0.2)


def test_a_reader_learns_no_more_than_one_base():
    problem = table(x={"A": 140, "B": 60, "C": 33}, y={"A": 90, "B": 210, "C": 77})

    assert audit(problem, controlled_rounding(problem, 100.0).publication, Rules()).passed
    assert not audit(problem, controlled_rounding(problem, 1.0).publication, Rules(minimum=5)).passed


def test_a_table_of_three_variables_may_need_more_room():
    kinds = [Variable(name) for name in "abc"]
    rows = [
        Contribution("E", {"a": a, "b": b, "c": c}, float((ord(a) * 7 + ord(b) * 5 + ord(c) * 3) % 4))
        for a in "xyz" for b in "xyz" for c in "xyz"
    ]  # fmt: skip
    problem = build(rows, kinds, [["a", "b"], ["b", "c"], ["a", "c"]])

    found = controlled_rounding(problem, 2.0)

    assert (np.abs(found.values - problem.values)[problem.shown] <= 2.0 * (1 + found.steps)).all()


@pytest.mark.parametrize("base", [0.0, -5.0, float("nan"), float("inf")])
def test_a_base_must_be_above_zero(base):
    with pytest.raises(BadInput):
        controlled_rounding(table(x={"A": 1}), base)
