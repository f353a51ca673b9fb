"""Shapley's split against its definition, exact and sampled."""

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.towerplan.split import BadGame, Game, TooManyOperators, sampled_shapley, shapley, shapley_many
from phoihop.cores.towerplan.tests.examples import drawn
from phoihop.cores.towerplan.tests.split.games import by_max, named, tables


def by_definition(costs):
    size = len(costs).bit_length() - 1
    orders = list(permutations(range(size)))
    shares = [Fraction(0)] * size
    for order in orders:
        mask = 0
        for operator in order:
            shares[operator] += Fraction(int(costs[mask | 1 << operator] - costs[mask]), len(orders))
            mask |= 1 << operator
    return tuple(shares)


@drawn(25)
@given(tables(high=5))
def test_it_is_the_average_over_all_orders(costs):
    assert shapley(named(costs)) == by_definition(costs)


@drawn(25)
@given(st.lists(st.integers(0, 10**12), min_size=8, max_size=8))
def test_a_runway_of_eight_is_shared_step_by_step(needs):
    order = sorted(range(8), key=lambda at: needs[at])
    steps = [needs[at] - (needs[order[rank - 1]] if rank else 0) for rank, at in enumerate(order)]
    expected = [Fraction(0)] * 8
    for rank, at in enumerate(order):
        expected[at] = sum((Fraction(steps[k], 8 - k) for k in range(rank + 1)), Fraction(0))

    assert list(shapley(named(by_max(needs)))) == expected


@drawn(25)
@given(st.lists(tables(low=3, high=3), min_size=1, max_size=5))
def test_many_masts_at_once_add_up_to_the_dong(rows):
    split = shapley_many(np.array(rows))

    assert (split.sum(axis=1) == [row[-1] for row in rows]).all()
    exact = np.array([[float(share) for share in by_definition(row)] for row in rows])
    assert (np.abs(split - exact) < 1).all()


@pytest.mark.parametrize("costs", [np.zeros((2, 3), dtype=int), np.ones((1, 4), dtype=int), np.zeros((1, 4))])
def test_many_masts_that_are_no_tables_are_refused(costs):
    with pytest.raises(BadGame):
        shapley_many(costs)


def test_nine_are_too_many_to_be_exact():
    with pytest.raises(TooManyOperators):
        shapley(Game(tuple("abcdefghi"), lambda masks: masks))


def test_samples_come_near_and_know_how_near():
    needs = np.arange(1, 13) * 1_000_000
    game = Game(tuple("abcdefghijkl"), lambda masks: by_max(needs)[masks])
    exact = np.cumsum(np.full(12, 1_000_000) / np.arange(12, 0, -1))

    shares, errors = sampled_shapley(game, samples=4_000, seed=7)

    assert sum(shares) == 12_000_000
    off = np.abs(np.array([float(share) for share in shares]) - exact)
    assert (off <= 4 * np.array(errors)).all()
    assert max(errors) < 60_000


def test_the_same_seed_samples_the_same():
    game = Game(tuple("abcdefghij"), lambda masks: np.bitwise_count(masks).astype(np.int64) ** 2)

    first, second = (sampled_shapley(game, samples=50, seed=3) for _ in range(2))

    assert first == second
    assert first != sampled_shapley(game, samples=50, seed=4)
    assert first[1] == pytest.approx([np.std(_draws(game), ddof=1) / 50**0.5 for _ in range(10)], rel=0.5)


def _draws(game):
    """What one operator adds when it comes at each place of ten."""
    places = np.arange(10)
    return (places + 1) ** 2 - places**2


@pytest.mark.parametrize("samples", [0, 1])
def test_an_error_needs_two_samples(samples):
    with pytest.raises(ValueError, match=str(samples)):
        sampled_shapley(named([0, 1]), samples=samples, seed=0)
