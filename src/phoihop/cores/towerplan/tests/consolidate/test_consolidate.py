from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from phoihop.cores.towerplan.consolidate import Tenancies, consolidate, tenancies_of
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.invented import invent
from phoihop.cores.towerplan.mip import Limits
from phoihop.cores.towerplan.model import Rules, Vetoes
from phoihop.cores.towerplan.tests.consolidate.trials import area, faults, fewest, tenancies
from phoihop.cores.towerplan.tests.orlib import THOROUGH
from phoihop.cores.towerplan.tests.worlds import M, masts

EXAMPLES = 1000 if THOROUGH else 40
FULL, SPACE = (0,) * 8, (1,) * 8
RULES = Rules(operators=("a", "b", "c"))
VETOED = Rules(operators=("a", "b"), vetoes=Vetoes(owner_tenant=frozenset({(0, 1), (1, 0)})))


@given(
    st.integers(0, 10**6),
    st.integers(1, 5),
    st.sampled_from([0.0, 120.0, 250.0]),
    st.sampled_from([0.0, 6.0]),
    st.booleans(),
)
@settings(max_examples=EXAMPLES, deadline=None)
def test_small_areas_match_trying_everything(seed, count, move_m, lower_m, vetoes):
    world = area(seed, count, vetoes=vetoes)
    assume(len(world[1]) <= 7)

    plan = consolidate(*world, move_m, lower_m=lower_m)

    assert faults(world, plan.target, move_m, lower_m) == []
    assert plan.keep[plan.target].all()
    assert plan.kept == fewest(world, move_m, lower_m)
    assert plan.bound == plan.kept
    assert plan.open_components == 0


def two(first=SPACE, second=SPACE, **second_more):
    return masts(M("m0", 0, 0, owner=0, free=first), M("m1", 100, 0, owner=1, free=second, **second_more))


ONE_EACH = tenancies((0, 0, 10.0), (1, 1, 10.0))


def test_two_masts_become_one_where_there_is_room():
    plan = consolidate(two(), ONE_EACH, RULES, 100.0)

    assert plan.kept == 1
    assert plan.moves == 1
    assert plan.moved_m.max() == pytest.approx(100.0)


@pytest.mark.parametrize(
    ("given_masts", "people", "rules", "move_m"),
    [
        pytest.param(two(), ONE_EACH, RULES, 99.0, id="too far"),
        pytest.param(two(FULL, FULL), ONE_EACH, RULES, 100.0, id="no slot"),
        pytest.param(two(), tenancies((0, 0, 10.0), (1, 0, 10.0)), RULES, 100.0, id="the same operator"),
        pytest.param(two(), ONE_EACH, Rules(("a", "b"), max_operators=1), 100.0, id="one operator a mast"),
        pytest.param(
            two(), ONE_EACH, VETOED, 100.0, id="veto"
        ),
        pytest.param(
            masts(M("m0", free=SPACE, wind=1.0), M("m1", 50, free=SPACE, wind=1.0)),
            tenancies((0, 0, 10.0, 2.0), (1, 1, 10.0, 2.0)), RULES, 100.0, id="too heavy",
        ),
        pytest.param(
            two((1, 1, 1, 0, 0, 0, 0, 0), (1, 1, 1, 0, 0, 0, 0, 0)), ONE_EACH, RULES, 100.0, id="free slots too low"
        ),
    ],
)  # fmt: skip
def test_both_masts_stay_where_nobody_can_move(given_masts, people, rules, move_m):
    plan = consolidate(given_masts, people, rules, move_m)

    assert plan.kept == plan.bound == 2
    assert plan.moves == 0


def test_antennas_may_come_down_where_that_is_allowed():
    low = (1, 1, 1, 0, 0, 0, 0, 0)

    assert consolidate(two(low, low), ONE_EACH, RULES, 100.0, lower_m=3.0).kept == 1


def test_masts_that_may_not_go_stay_and_take_tenants():
    plan = consolidate(two(), ONE_EACH, RULES, 100.0, removable=np.array([True, False]))

    assert plan.keep.tolist() == [False, True]
    assert plan.target.tolist() == [1, 1]


def test_a_mast_without_tenants_goes():
    given_masts = masts(M("m0"), M("m1", 10_000))

    assert consolidate(given_masts, tenancies((0, 0, 10.0)), RULES, 50.0).keep.tolist() == [True, False]


def test_nothing_and_nobody_are_answered():
    nobody = Tenancies(*(np.zeros(0, int),) * 2, *(np.zeros(0),) * 2)

    nothing = consolidate(masts(), nobody, RULES, 100.0)
    empty = consolidate(two(), nobody, RULES, 100.0)

    assert (nothing.kept, nothing.bound, nothing.components) == (0, 0, 0)
    assert (empty.kept, empty.bound) == (0, 0)


@pytest.fixture(scope="module")
def town():
    """200 masts on a quarter of the area that the network would have."""
    network = invent(200, 0, seed=4)
    xy = network.masts.points.xy / 6
    crowded = type(network.masts.points)(xy)
    given_masts = masts(*(M(f"m{i:03}", *xy[i]) for i in range(200)))
    given_masts = type(given_masts)(
        **{name: getattr(network.masts, name) for name in given_masts.__slots__ if name != "points"}, points=crowded
    )
    return given_masts, Rules(network.operators)


def test_a_town_is_solved_and_its_plan_keeps_every_rule(town):
    given_masts, rules = town
    people = tenancies_of(given_masts, 3.0)

    plan = consolidate(given_masts, people, rules, 200.0)

    assert faults((given_masts, people, rules), plan.target, 200.0) == []
    assert plan.bound == plan.kept < 200
    assert plan.largest > 5


def test_other_processes_give_the_same_plan(town):
    given_masts, rules = town
    people = tenancies_of(given_masts, 3.0)

    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        apart = consolidate(given_masts, people, rules, 200.0, executor=pool, stop=lambda: False)

    assert apart.target.tolist() == consolidate(given_masts, people, rules, 200.0).target.tolist()


def test_it_stops_when_told_to(town):
    given_masts, rules = town
    people = tenancies_of(given_masts, 3.0)

    stopped = consolidate(given_masts, people, rules, 200.0, stop=lambda: True)

    assert stopped.bound < stopped.kept
    assert stopped.open_components > 0


def test_progress_is_told(town):
    given_masts, rules = town
    heard = []

    plan = consolidate(given_masts, tenancies_of(given_masts, 3.0), rules, 200.0, on_progress=heard.append)

    assert heard[-1].objective == plan.kept
    assert heard[-1].bound == plan.bound
    assert all(found.bound <= plan.kept <= found.objective for found in heard)


def test_shuffled_rows_give_the_same_plan(town):
    given_masts, rules = town
    people = tenancies_of(given_masts, 3.0)
    first = consolidate(given_masts, people, rules, 200.0)
    turn = np.random.default_rng(3).permutation(200)
    place = np.argsort(turn)
    row = np.random.default_rng(5).permutation(len(people))
    shuffled = type(given_masts)(
        **{name: getattr(given_masts, name)[turn] for name in given_masts.__slots__ if name != "points"},
        points=given_masts.points[turn],
    )
    again = consolidate(
        shuffled,
        Tenancies(place[people.mast[row]], people.operator[row], people.height_m[row], people.load_m2[row]),
        rules,
        200.0,
    )

    assert set(given_masts.ids[first.keep]) == set(shuffled.ids[again.keep])
    assert given_masts.ids[first.target[row]].tolist() == shuffled.ids[again.target].tolist()


def test_without_time_a_plan_without_proof_keeps_every_rule(town):
    given_masts, rules = town
    people = tenancies_of(given_masts, 3.0)
    best = consolidate(given_masts, people, rules, 200.0)

    hurried = consolidate(given_masts, people, rules, 200.0, limits=Limits(seconds=0.0))

    assert faults((given_masts, people, rules), hurried.target, 200.0) == []
    assert hurried.bound <= best.kept <= hurried.kept < 200
    assert hurried.open_components > 0


@pytest.mark.parametrize(
    ("people", "problem"),
    [
        (tenancies((7, 0, 10.0)), "tenancy.no_such_mast"),
        (tenancies((0, 0, 10.0), (0, 0, 13.0)), "tenancy.twice"),
        (tenancies((0, 0, -1.0)), "tenancy.out_of_range"),
        (tenancies((0, -1, 10.0)), "tenancy.out_of_range"),
    ],
)
def test_what_cannot_be_is_refused(people, problem):
    with pytest.raises(BadInput, match=problem):
        consolidate(two(), people, RULES, 100.0)


def test_a_negative_distance_is_refused():
    with pytest.raises(BadInput):
        consolidate(two(), ONE_EACH, RULES, -1.0)
