"""The game of a shared mast."""

import numpy as np
import pytest
from hypothesis import given

from phoihop.cores.towerplan.split import BadGame, Game, TooManyOperators, cheapest_apart
from phoihop.cores.towerplan.tests.examples import drawn
from phoihop.cores.towerplan.tests.split.games import named, tables


@pytest.mark.parametrize(
    ("operators", "costs"),
    [
        (["a", "b"], [0, 1, 2]),
        (["a"], [1, 2]),
        (["a"], [0, -1]),
        (["a"], [0, 2.5]),
        (["a"], [0, 10**13 + 1]),
        (["a", "a"], [0, 1, 1, 2]),
        ([], [0]),
    ],
)
def test_a_table_that_is_none_is_refused(operators, costs):
    with pytest.raises(BadGame):
        Game.from_table(operators, costs)


def test_no_table_is_made_of_thousands_of_groups():
    game = Game(tuple("abcdefghijklm"), lambda masks: masks)

    with pytest.raises(TooManyOperators):
        game.table()


def test_a_game_knows_its_total_and_who_is_alone():
    game = named([0, 5, 7, 9])

    assert game.total_vnd == 9
    assert game.alone_vnd().tolist() == [5, 7]
    assert game.names(0b10) == ("b",)


def test_a_group_parts_where_that_is_cheaper():
    costs = np.array([0, 4, 4, 9, 4, 9, 9, 30])

    assert cheapest_apart(costs).tolist() == [0, 4, 4, 8, 4, 8, 8, 30]


def test_a_group_may_part_in_three():
    costs = np.full(16, 20)
    costs[[0, 1, 2, 4, 8]] = [0, 1, 1, 1, 1]

    assert cheapest_apart(costs)[0b0111] == 3


@drawn(60)
@given(tables(low=2))
def test_no_two_groups_together_pay_more_than_apart(costs):
    best = cheapest_apart(costs)

    whole = len(costs) - 1
    pairs = [(a, b) for a in range(1, whole) for b in range(1, whole) if not a & b and a | b != whole]
    assert all(best[a | b] <= best[a] + best[b] for a, b in pairs)
    assert (best <= costs).all()
