"""The game of a mast that a plan builds."""

import pytest

from phoihop.cores.towerplan.errors import NoSuchClass
from phoihop.cores.towerplan.split import BadGame, Method, TooManyOperators, mast_game, mast_weights, split_cost
from phoihop.cores.towerplan.tests.worlds import N, world


def game_of(*rows, class_code="A2b", members=None):
    _, needs, rules, costs = world((), rows, operators=tuple("abcdefghijklm")).all
    return mast_game(needs, rules, costs, members or range(len(rows)), class_code)


def test_each_group_pays_for_the_height_it_needs():
    game = game_of(N("x", 0, height=12), N("y", 1, height=12), N("z", 2, height=21))

    # 12 m holds one at 12 m; the second antenna there needs 15 m, so 18; with the third it is 24 anyway.
    assert game.operators == ("a", "b", "c")
    assert game.table().tolist() == [0, 500, 500, 620, 720, 740, 740, 760]


def test_a_group_builds_two_where_one_is_dearer():
    _, needs, rules, costs = world((), [N(f"n{at}", at, height=24) for at in range(3)]).all
    dear = costs.classes[0].__class__("dear", (24.0, 27.0, 30.0), (100, 900, 950))
    costs = costs.__class__((dear,), 0, 1)

    assert mast_game(needs, rules, costs, range(3), "dear").table().tolist() == [0, 100, 100, 200, 100, 200, 200, 950]


def test_members_keep_their_order():
    game = game_of(N("x", 0), N("y", 1, height=21), members=[1, 0])

    assert game.operators == ("b", "a")
    assert game.alone_vnd().tolist() == [720, 500]


def test_shapley_of_a_mast_leaves_nobody_better_off_alone():
    split = split_cost(game_of(N("x", 0, height=9), N("y", 1, height=12), N("z", 2, height=21)), Method.SHAPLEY)

    assert split.total_vnd == 760
    assert split.stable
    assert sorted(split.shares_vnd) == list(split.shares_vnd)


def test_weights_are_heights_and_loads_where_known():
    _, needs, _, _ = world((), [N("x", 0, height=9, load=1.5), N("y", 1, height=12), N("z", 2)]).all

    assert mast_weights(needs, [0, 1]) == {Method.HEIGHT: (9.0, 12.0), Method.LOAD: (1.5, 0.0)}
    assert mast_weights(needs, [1, 2]) == {Method.HEIGHT: (12.0, 9.0)}


@pytest.mark.parametrize(
    ("rows", "class_code", "error"),
    [
        ([N("x", 0), N("y", 0)], "A2b", BadGame),
        ([N("x", 0, height=30)], "A2b", BadGame),
        ([N("x", 0)], "Z9", NoSuchClass),
        ([N(f"n{at}", at) for at in range(13)], "A2b", TooManyOperators),
    ],
)
def test_what_is_no_shared_mast_is_refused(rows, class_code, error):
    with pytest.raises(error):
        game_of(*rows, class_code=class_code)
