import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.cores.towerplan.coverage import Lists, cover_most
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.mip import Limits, ModelBuilder, solve
from phoihop.cores.towerplan.tests.coverage.regions import choices, grid, region, served
from phoihop.cores.towerplan.tests.orlib import THOROUGH

EXAMPLES = 1500 if THOROUGH else 60


@given(st.integers(0, 10**6), st.integers(1, 25), st.integers(1, 9), st.integers(0, 5), st.floats(0.05, 0.6))
@settings(max_examples=EXAMPLES, deadline=None)
def test_small_regions_match_trying_every_choice(seed, cells, points, k, share):
    people, reach = region(seed, cells, points, share)
    covered = np.random.default_rng(seed).random(cells) < 0.2
    best = max(people[served(reach, choice, cells) & ~covered].sum() for choice in choices(points, k))

    cover = cover_most(people, reach, k, covered=covered)

    assert cover.served == best
    assert cover.proven
    assert people[served(reach, cover.chosen, cells) & ~covered].sum() == best
    assert len(cover.chosen) <= k


@pytest.mark.parametrize("k", [5, 12, 20])
def test_a_region_too_large_to_try_matches_the_solver_alone(k):
    people, reach = grid(3, side=22, points=90, radius=2.5)
    cells = len(people)
    builder = ModelBuilder()
    built, open_ = builder.columns(np.zeros(90)), builder.columns(-people.astype(float), integer=False)
    builder.rows(
        cells,
        np.concatenate([reach.items, np.arange(cells)]),
        np.concatenate([built[reach.rows], open_]),
        np.concatenate([-np.ones(len(reach.items)), np.ones(cells)]),
        upper=0.0,
    )
    builder.rows(1, np.zeros(90, int), built, 1.0, upper=k)

    cover = cover_most(people, reach, k)

    assert cover.proven
    assert cover.served == round(-solve(builder.build()).objective)


def test_the_order_of_the_points_changes_nothing_but_the_numbers():
    people, reach = grid(5, side=20, points=60, radius=2.5)
    turn = np.random.default_rng(0).permutation(60)
    place = np.argsort(turn)
    shuffled = Lists.of_pairs(place[reach.rows], reach.items, 60)

    first, second = cover_most(people, reach, 8), cover_most(people, shuffled, 8)

    assert first.served == second.served


def test_a_short_limit_still_gives_a_choice_and_a_true_bound():
    people, reach = grid(7, side=30, points=120, radius=3.0)
    best = cover_most(people, reach, 15)

    hurried = cover_most(people, reach, 15, limits=Limits(seconds=0.0))

    assert hurried.served <= best.served <= hurried.bound
    assert hurried.served > 0.8 * best.served


def test_progress_is_told_and_falls_together():
    people, reach = grid(9, side=25, points=120, radius=2.5)
    heard = []

    cover = cover_most(people, reach, 20, on_progress=heard.append)

    assert heard
    assert all(found.objective <= cover.served <= found.bound for found in heard)


def test_more_points_than_are_useful_are_not_built():
    people, reach = np.array([3, 4]), Lists.of_pairs(np.array([0, 1]), np.array([0, 1]), 4)

    cover = cover_most(people, reach, 4)

    assert cover.chosen.tolist() == [0, 1]
    assert cover.missed.size == 0


def test_cells_that_no_point_reaches_are_listed():
    people, reach = np.array([3, 4, 5]), Lists.of_pairs(np.array([0, 1]), np.array([0, 1]), 2)

    cover = cover_most(people, reach, 1)

    assert cover.missed.tolist() == [0, 2]
    assert cover.hopeless.tolist() == [2]


@pytest.mark.parametrize(("people", "k"), [([1.5], 1), ([-1], 1), ([1], -1)])
def test_what_cannot_be_counted_is_refused(people, k):
    reach = Lists.of_pairs(np.array([0]), np.array([0]), 1)

    with pytest.raises(BadInput):
        cover_most(people, reach, k)


def test_nothing_is_answered():
    nowhere = Lists(np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.int32))

    cover = cover_most([1, 2], nowhere, 3)

    assert cover.served == 0
    assert cover.proven
    assert cover.hopeless.tolist() == [0, 1]
