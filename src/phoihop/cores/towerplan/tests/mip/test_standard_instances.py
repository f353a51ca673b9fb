import numpy as np
import pytest

from phoihop.cores.towerplan.mip import INTEGRAL, Limits, ModelBuilder, Status, solve
from phoihop.cores.towerplan.tests import orlib

COVERINGS = ["scp41", "scp42", "scp43", "scp44", "scp45", "scp46", "scp51", "scp52", "scp53"]
LOCATIONS = ["cap61", "cap62", "cap63", "cap64", "cap71", "cap72", "cap73", "cap74"]


@pytest.mark.parametrize("name", orlib.instances(["scp41", "scp46", "scp53"], COVERINGS))
def test_set_covering_reaches_its_optimum(name):
    given = orlib.covering(name)
    builder = ModelBuilder()
    builder.columns(given.cost)
    builder.rows(given.rows, given.row, given.column, 1.0, lower=1.0)

    answer = solve(builder.build(), Limits(absolute_gap=INTEGRAL))

    assert answer.status is Status.OPTIMAL
    assert round(answer.objective) == given.optimum
    assert answer.bound > given.optimum - 1


@pytest.mark.parametrize("name", orlib.instances(["cap61", "cap64", "cap74"], LOCATIONS))
def test_capacitated_location_reaches_its_optimum(name):
    given = orlib.location(name)
    customers, facilities = given.serve.shape
    customer, facility = (part.ravel() for part in np.indices(given.serve.shape))
    builder = ModelBuilder()
    opened = builder.columns(given.cost)
    share = builder.columns(given.serve.ravel(), integer=False)
    pairs = np.arange(share.size)
    builder.rows(customers, customer, share, 1.0, lower=1.0, upper=1.0)
    builder.rows(
        facilities,
        np.concatenate([facility, np.arange(facilities)]),
        np.concatenate([share, opened]),
        np.concatenate([given.demand[customer], -given.capacity]),
        upper=0.0,
    )
    twice = np.concatenate([share, opened[facility]])
    builder.rows(share.size, np.tile(pairs, 2), twice, np.repeat([1.0, -1.0], share.size), upper=0.0)

    answer = solve(builder.build())

    assert answer.status is Status.OPTIMAL
    assert answer.objective == pytest.approx(given.optimum, abs=0.01)
