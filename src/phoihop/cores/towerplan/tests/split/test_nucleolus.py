"""The nucleolus against what is known of it: the Talmud, two operators, a search over all whole splits, and balance."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.towerplan.split import Game, TooManyOperators, least_excess_vnd, nucleolus
from phoihop.cores.towerplan.tests.examples import drawn
from phoihop.cores.towerplan.tests.split.games import bankruptcy, by_max, excesses, named, tables


@pytest.mark.parametrize(
    ("estate", "shares"),
    [
        (600, (100, 200, 300)),
        (300, (50, 100, 150)),
        (200, (50, 75, 75)),
        (100, (Fraction(100, 3),) * 3),
        (450, (50, 150, 250)),
    ],
)
def test_it_divides_an_estate_as_the_talmud_does(estate, shares):
    assert nucleolus(named(bankruptcy(estate, [100, 200, 300]))) == shares


@drawn(25)
@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 60))
def test_two_share_what_they_save_in_halves(first, second, both):
    shares = nucleolus(named([0, first, second, both]))

    saved = Fraction(first + second - both, 2)
    assert shares == (first - saved, second - saved)


@drawn(25)
@given(tables(low=3, high=3))
def test_no_whole_split_of_three_makes_the_unhappy_happier(costs):
    costs = costs * 6
    game = named(costs)
    total, own = game.total_vnd, game.alone_vnd()
    ours = excesses(costs, nucleolus(game))

    bounded = own.sum() >= total
    steps = range(-60, 241, 20)
    for first, second in product(steps, steps):
        shares = (first, second, total - first - second)
        if not bounded or all(share <= cost for share, cost in zip(shares, own, strict=True)):
            assert ours <= excesses(costs, shares)


@drawn(25)
@given(tables(low=4, high=5))
def test_a_little_moved_the_unhappy_are_less_happy(costs):
    game = named(costs)
    shares, own = nucleolus(game), game.alone_vnd()
    ours = excesses(costs, shares)

    bounded = own.sum() >= game.total_vnd
    assert sum(shares) == game.total_vnd
    assert not bounded or all(share <= cost for share, cost in zip(shares, own, strict=True))
    for giver, taker, step in product(range(game.size), range(game.size), (Fraction(1, 1000), Fraction(1, 2), 5)):
        moved = list(shares)
        moved[giver] -= step
        moved[taker] += step
        if giver != taker and (not bounded or moved[taker] <= own[taker]):
            assert ours < excesses(costs, moved)


def test_a_large_mast_in_real_money_is_exact():
    needs = [420_000_000, 560_000_001, 560_000_001, 700_000_003, 730_000_000, 810_000_007, 900_000_000, 950_000_000]

    shares = nucleolus(named(by_max(needs)))

    assert sum(shares) == 950_000_000
    assert shares[1] == shares[2]
    assert excesses(by_max(needs), shares)[0] < 0


def test_the_least_excess_tells_whether_the_core_is_empty():
    assert least_excess_vnd(named([0, 2, 2, 3, 2, 3, 3, 5])) == Fraction(1, 3)
    assert least_excess_vnd(named([0, 2, 2, 3, 2, 3, 3, 4])) == Fraction(-1, 3)
    assert least_excess_vnd(named([0, 2])) == 0


@drawn(25)
@given(tables(low=3, high=4))
def test_it_lies_in_the_core_where_there_is_one(costs):
    game = named(costs)

    assert (least_excess_vnd(game) <= 0) == (excesses(costs, nucleolus(game))[0] <= 0)


def test_eleven_are_too_many():
    game = Game(tuple("abcdefghijk"), np.asarray)

    with pytest.raises(TooManyOperators):
        nucleolus(game)
    with pytest.raises(TooManyOperators):
        least_excess_vnd(game)
