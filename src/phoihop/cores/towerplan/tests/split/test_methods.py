"""The splits by name: exact sums, proportions, and groups that would rather be alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.towerplan.split import (
    BadWeights,
    Complaint,
    Game,
    Method,
    all_splits,
    complaints,
    in_core,
    split_cost,
)
from phoihop.cores.towerplan.tests.examples import drawn
from phoihop.cores.towerplan.tests.split.games import by_max, named, tables

WEIGHTS = {Method.HEIGHT: (30, 36, 42), Method.LOAD: (1.5, 2.25, 0)}
MAST = named([0, 600, 650, 700, 700, 800, 820, 901])


@drawn(25)
@given(tables(low=3, high=3))
def test_every_split_adds_up_to_the_dong(costs):
    game = named(np.maximum(costs, [0, 1, 0, 0, 0, 0, 0, 0]))

    splits = all_splits(game, weights=WEIGHTS)

    assert [split.method for split in splits] == list(Method)
    assert {split.total_vnd for split in splits} == {game.total_vnd}


@pytest.mark.parametrize(
    ("method", "shares"),
    [
        (Method.EQUAL, (301, 300, 300)),
        (Method.HEIGHT, (250, 300, 351)),
        (Method.LOAD, (360, 541, 0)),
        (Method.ALONE, (277, 300, 324)),
        (Method.SHAPLEY, (252, 287, 362)),
        (Method.NUCLEOLUS, (254, 274, 373)),
    ],
)
def test_each_method_splits_its_own_way(method, shares):
    assert split_cost(MAST, method, weights=WEIGHTS.get(method)).shares_vnd == shares


@pytest.mark.parametrize("weights", [None, (1, 2), (1, 2, -1), (0, 0, 0), (1, 2, float("nan")), (1, 2, float("inf"))])
def test_weights_that_are_none_are_refused(weights):
    with pytest.raises(BadWeights):
        split_cost(MAST, Method.HEIGHT, weights=weights)


def test_who_pays_more_than_alone_is_named_worst_first():
    game = named([0, 100, 300, 350, 300, 350, 320, 420])

    split = split_cost(game, Method.EQUAL)

    assert split.shares_vnd == (140, 140, 140)
    assert split.complaints == (Complaint(("a",), 140, 100),)
    assert split.complaints[0].excess_vnd == 40
    assert not split.stable


def test_a_pair_that_would_leave_is_named():
    assert complaints(named([0, 100, 100, 110, 100, 200, 200, 200]), (60, 60, 80)) == (Complaint(("a", "b"), 120, 110),)


def test_a_split_that_does_not_pay_all_is_not_in_the_core():
    assert in_core(MAST, (252, 287, 362))
    assert not in_core(MAST, (252, 287, 361))


@drawn(25)
@given(st.lists(st.integers(1, 50), min_size=2, max_size=6))
def test_shapley_of_a_runway_stays_in_the_core_when_rounded(needs):
    assert split_cost(named(by_max(needs)), Method.SHAPLEY).stable


def test_the_odd_dong_is_given_to_whom_it_does_not_drive_away():
    game = named([0, 33, 40, 80, 40, 80, 80, 100])

    split = split_cost(game, Method.EQUAL)

    assert split.shares_vnd == (33, 34, 33)
    assert split.stable


def test_nine_operators_are_sampled_and_say_so():
    needs = by_max(range(10, 100, 10))
    game = named(needs)

    split = split_cost(game, Method.SHAPLEY, samples=500, seed=1)

    assert split.total_vnd == 90
    assert len(split.standard_error_vnd) == 9
    assert split.every_group_checked


def test_fourteen_operators_are_checked_by_pairs():
    game = Game(tuple("abcdefghijklmn"), lambda masks: np.bitwise_count(masks).astype(np.int64) * 10)

    split = split_cost(game, Method.LOAD, weights=[2, *[1] * 13])

    assert not split.every_group_checked
    assert split.complaints[0].members == ("a",)
    assert [it.method for it in all_splits(game)] == [Method.EQUAL, Method.ALONE, Method.SHAPLEY]
