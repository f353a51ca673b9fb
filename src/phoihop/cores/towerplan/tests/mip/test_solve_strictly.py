import time

import numpy as np

from phoihop.cores.towerplan.mip import Limits, Status, solve, solve_strictly
from phoihop.cores.towerplan.tests.mip.problems import covering, sides


def test_the_limit_holds_where_the_solver_overruns_it():
    model = covering(1, rows=400, columns=6000, each=600)
    began = time.perf_counter()

    answer = solve_strictly(model, Limits(seconds=2.2), start=np.ones(6000))

    assert time.perf_counter() - began < 5.0
    assert answer.status is Status.FEASIBLE
    assert (sides(model, answer.x) >= 1 - 1e-6).all()
    assert answer.bound <= answer.objective


def test_an_answer_before_the_limit_is_the_same_as_in_this_process():
    model = covering(2, rows=30, columns=60, each=5)

    answer = solve_strictly(model, Limits(seconds=60))

    assert answer.status is Status.OPTIMAL
    assert answer.objective == solve(model).objective


def test_it_stops_when_told_to():
    model = covering(1, rows=400, columns=6000, each=600)
    began = time.perf_counter()

    answer = solve_strictly(model, Limits(seconds=60), stop=lambda: time.perf_counter() - began > 1.0)

    assert time.perf_counter() - began < 10.0
    assert answer.status in (Status.FEASIBLE, Status.OPEN)
