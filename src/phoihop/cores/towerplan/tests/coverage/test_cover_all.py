import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.cores.towerplan.coverage import Lists, cover_all
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.mip import Limits, ModelBuilder, solve
from phoihop.cores.towerplan.tests import orlib
from phoihop.cores.towerplan.tests.coverage.regions import choices, grid, region, served

EXAMPLES = 1500 if orlib.THOROUGH else 60
ALL = ["scp41", "scp42", "scp43", "scp44", "scp45", "scp46", "scp51", "scp52", "scp53"]


@given(st.integers(0, 10**6), st.integers(1, 25), st.integers(1, 9), st.booleans(), st.floats(0.05, 0.6))
@settings(max_examples=EXAMPLES, deadline=None)
def test_small_regions_match_trying_every_choice(seed, cells, points, priced, share):
    _, reach = region(seed, cells, points, share)
    cost = np.random.default_rng(seed).integers(1, 6, points) if priced else np.ones(points, int)
    possible = served(reach, range(points), cells)
    enough = [c for c in choices(points, points) if (served(reach, c, cells) == possible).all()]
    best = min(cost[list(choice)].sum() for choice in enough)

    cover = cover_all(reach, cells, cost=cost)

    assert cover.goal == best
    assert cover.proven
    assert (served(reach, cover.chosen, cells) == possible).all()
    assert cover.hopeless.tolist() == np.flatnonzero(~possible).tolist()


@pytest.mark.parametrize("name", orlib.instances(["scp41", "scp46", "scp53"], ALL))
def test_standard_instances_reach_their_optimum(name):
    given_ = orlib.covering(name)
    reach = Lists.of_pairs(given_.column, given_.row, len(given_.cost))

    cover = cover_all(reach, given_.rows, cost=given_.cost)

    assert cover.proven
    assert cover.goal == given_.optimum
    assert served(reach, cover.chosen, given_.rows).all()


def test_a_region_too_large_to_try_matches_the_solver_alone():
    people, reach = grid(2, side=20, points=120, radius=3.0)
    possible = served(reach, range(120), len(people))
    builder = ModelBuilder()
    built = builder.columns(np.ones(120))
    builder.rows(len(people), reach.items.astype(int), built[reach.rows], 1.0, lower=possible.astype(float))

    cover = cover_all(reach, len(people))

    assert cover.proven
    assert cover.goal == round(solve(builder.build()).objective)


def test_cells_that_are_served_need_nobody():
    reach = Lists.of_pairs(np.array([0, 1]), np.array([0, 1]), 2)

    cover = cover_all(reach, 2, people=[7, 8], covered=np.array([True, False]))

    assert cover.chosen.tolist() == [1]
    assert cover.served == 8


def test_a_short_limit_still_serves_all_with_a_true_bound():
    people, reach = grid(4, side=40, points=500, radius=4.0)

    cover = cover_all(reach, len(people), limits=Limits(seconds=0.0))

    assert (served(reach, cover.chosen, len(people)) == served(reach, range(500), len(people))).all()
    assert 0 < cover.bound <= cover.goal


def test_nothing_to_serve_costs_nothing():
    cover = cover_all(Lists(np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.int32)), 0)

    assert cover.goal == 0
    assert cover.proven


def test_a_free_point_is_refused():
    with pytest.raises(BadInput):
        cover_all(Lists.of_pairs(np.array([0]), np.array([0]), 1), 1, cost=[0])
