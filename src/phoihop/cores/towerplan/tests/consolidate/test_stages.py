import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.cores.towerplan.consolidate import consolidate, stages
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.model import Rules
from phoihop.cores.towerplan.tests.consolidate.trials import area, faults, tenancies
from phoihop.cores.towerplan.tests.worlds import M, masts

BIG = 10**6


def replayed(world, steps):
    """Where everybody stands after all moves; fails where one finds no room or a mast goes with somebody on it."""
    _, people, _ = world
    at = people.mast.copy()
    standing = np.ones(len(world[0]), dtype=bool)
    for stage in steps:
        for number, move in enumerate(stage.moves):
            assert standing[move.end]
            at[move.tenancy] = move.end
            following = stage.moves[number + 1 : number + 2]
            if not (move.together and following and following[0].together):
                assert faults(world, at, BIG) == []
        for mast in stage.removed:
            assert not (at == mast).any()
            standing[mast] = False
    return at, standing


@given(st.integers(0, 10**6), st.integers(2, 12), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_everybody_has_a_home_at_every_move(seed, count, most):
    world = area(seed, count)
    plan = consolidate(*world, 300.0)

    steps = stages(*world, plan, most=most)

    at, standing = replayed(world, steps)
    assert at.tolist() == plan.target.tolist()
    assert standing.tolist() == plan.keep.tolist()
    assert all(len(stage.removed) <= most for stage in steps)


def test_who_stands_in_the_way_goes_first():
    # c goes to b, whose tenant has to make room by going to a.
    full, one = (0,) * 8, (0, 0, 0, 1, 0, 0, 0, 0)
    world = (
        masts(M("a", 0, free=one), M("b", 100, free=full), M("c", 200, free=full)),
        tenancies((0, 2, 10.0), (1, 1, 10.0), (2, 0, 10.0)),
        Rules(("x", "y", "z")),
    )
    plan = consolidate(*world, 100.0, removable=np.array([False, False, True]))

    (stage,) = stages(*world, plan)

    assert plan.keep.tolist() == [True, True, False]
    assert [(move.tenancy, move.start, move.end, move.together) for move in stage.moves] == [
        (1, 1, 0, False),
        (2, 2, 1, False),
    ]
    assert stage.removed == (2,)


def test_a_stage_without_removals_is_refused():
    world = area(1, 3)

    with pytest.raises(BadInput):
        stages(*world, consolidate(*world, 100.0), most=0)


def test_a_plan_of_other_rows_is_refused():
    world = area(1, 3)

    with pytest.raises(BadInput):
        stages(*area(2, 5), consolidate(*world, 100.0))
