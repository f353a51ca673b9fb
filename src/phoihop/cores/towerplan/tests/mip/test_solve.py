import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.cores.towerplan.errors import SolverFailed
from phoihop.cores.towerplan.mip import Limits, Model, ModelBuilder, Status, solve
from phoihop.cores.towerplan.tests.mip.problems import covering, sides


def best_by_trying(model: Model) -> float:
    """The least cost among all choices of 0 and 1."""
    tried = [np.array(x, float) for x in itertools.product((0, 1), repeat=len(model.cost))]
    kept = [model.cost @ x for x in tried if (sides(model, x) >= model.row_lower).all()]
    return min(kept, default=math.inf)


@given(st.integers(0, 10_000), st.integers(1, 6), st.integers(3, 8))
@settings(max_examples=15, deadline=None)
def test_small_models_match_trying_everything(seed, rows, columns):
    model = covering(seed, rows, columns, each=2)

    answer = solve(model)

    assert answer.objective == pytest.approx(best_by_trying(model))
    assert (sides(model, answer.x) >= model.row_lower - 1e-6).all()


def test_the_relaxation_prices_rows_and_columns():
    model = covering(3, rows=20, columns=30, each=4)

    whole, relaxed = solve(model), solve(model, relax=True)

    assert relaxed.objective <= whole.objective
    assert relaxed.row_dual.sum() == pytest.approx(relaxed.objective, abs=model.cost.max())
    assert relaxed.reduced_cost.shape == model.cost.shape
    assert whole.row_dual.size == 0


def test_what_cannot_be_is_said():
    builder = ModelBuilder()
    builder.columns(np.ones(1))
    builder.rows(1, np.zeros(1, int), np.zeros(1, int), 1.0, lower=2.0)

    answer = solve(builder.build())

    assert answer.status is Status.INFEASIBLE
    assert not answer.found
    assert answer.gap == math.inf


def test_a_model_without_rows_is_solved():
    builder = ModelBuilder()
    builder.columns([-1.0, 2.0])

    answer = solve(builder.build())

    assert answer.objective == -1.0


def test_a_broken_model_is_refused():
    model = covering(1, rows=2, columns=3, each=2)
    broken = Model(
        model.cost, model.lower, model.upper, model.integer, model.row_start, model.index + 7, model.value,
        model.row_lower, model.row_upper,
    )  # fmt: skip

    with pytest.raises(SolverFailed):
        solve(broken)


def test_the_number_of_threads_may_change_between_runs():
    model = covering(5, rows=40, columns=80, each=6)

    values = {solve(model, Limits(threads=threads)).objective for threads in (1, 2, 1)}

    assert len(values) == 1


def test_a_run_can_be_stopped_and_tells_what_it_found():
    model = covering(7, rows=300, columns=2000, each=40)
    heard = []

    answer = solve(model, on_found=lambda found, x: heard.append((found, x)), stop=lambda: bool(heard))

    assert heard
    assert answer.status in (Status.FEASIBLE, Status.OPEN)
    assert answer.seconds < 30


def test_a_start_is_taken():
    model = covering(9, rows=30, columns=40, each=5)
    best = solve(model)

    again = solve(model, start=best.x)

    assert again.objective == best.objective


def test_a_solution_costs_what_is_said_whatever_it_began_with():
    for seed in range(40):
        model = covering(seed, rows=25, columns=30, each=3)

        answer = solve(model, start=np.ones(30))

        assert model.cost @ answer.x == pytest.approx(answer.objective)
        assert answer.objective == solve(model).objective
