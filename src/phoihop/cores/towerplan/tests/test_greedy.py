"""The plan that people know: nearest mast first, by every rule."""

import pytest
import shapely
from hypothesis import given

from phoihop.cores.towerplan.checker import check
from phoihop.cores.towerplan.greedy import alone_units, greedy
from phoihop.cores.towerplan.model import Choice, Fixed, Reason, Zone, ZoneKind
from phoihop.cores.towerplan.points import Points
from phoihop.cores.towerplan.tests.drawing import RULES, worlds
from phoihop.cores.towerplan.tests.examples import drawn
from phoihop.cores.towerplan.tests.worlds import M, N, world

SPACED = {"spacing_m": {("*", "*"): 400.0}}


@drawn(60)
@given(worlds(RULES))
def test_it_keeps_every_rule(drawn_world):
    assert check(*drawn_world.all, greedy(*drawn_world.all)) == ()


def test_the_nearest_mast_with_room_is_taken():
    given_world = world(
        [M("far", 200, 0, rent=1), M("near", 100, 0), M("full", 50, 0, free=(0,) * 8)], [N("n", 1, 0, 0)]
    )

    plan = greedy(*given_world.all)

    assert (plan.choice[0], plan.target[0], plan.cost_units) == (Choice.RENT, 1, 100)


def test_who_finds_none_builds_at_the_centre():
    plan = greedy(*world((), [N("n", 0, 10, 20)]).all)

    assert plan.choice.tolist() == [Choice.ALONE]
    assert plan.new.points.xy.tolist() == [[10, 20]]
    assert plan.cost_units == 500


def test_the_next_one_joins_what_was_just_built_and_it_grows():
    plan = greedy(*world((), [N("a", 0, 0, 0, height=12), N("b", 1, 100, 0, height=12)]).all)

    assert plan.choice.tolist() == [Choice.JOIN, Choice.JOIN]
    assert plan.new.height_m.tolist() == [18]
    assert plan.cost_units == 620


def test_too_near_a_mast_it_moves_as_little_as_the_ring_needs():
    given_world = world([M("m", 0, 0, free=(0,) * 8)], [N("n", 1, 300, 0)], **SPACED)

    plan = greedy(*given_world.all)

    assert plan.new.points.xy[0] == pytest.approx([400.01, 0], abs=1e-6)
    assert check(*given_world.all, plan) == ()


def test_a_zone_is_left_by_the_shortest_way():
    fort = Zone("fort", ZoneKind.FORBIDDEN, shapely.box(-50, -500, 500, 500))

    plan = greedy(*world((), [N("n", 1, 0, 0)], zones=(fort,)).all)

    assert plan.new.points.xy[0] == pytest.approx([-50, 0], abs=0.5)


@pytest.mark.parametrize(
    ("need", "rules", "reason"),
    [
        (N("n", 1, 0, 0, 100), {"zones": (Zone("x", ZoneKind.FORBIDDEN, shapely.box(-150, -150, 150, 150)),)}, "zone"),
        (N("n", 1, 0, 0, 100), SPACED, "spacing"),
        (N("n", 1, 5000, 0, height=40), SPACED, "height"),
    ],
)
def test_what_is_left_unserved_says_why(need, rules, reason):
    plan = greedy(*world([M("m", 0, 0, free=(0,) * 8)], [need], **rules).all)

    assert plan.reason == (reason,)


def test_who_came_too_late_was_crowded_out():
    given_world = world((), [N("a", 0, 0, 0, 100), N("b", 0, 90, 0, 100)], **SPACED)

    assert greedy(*given_world.all).reason == (Reason.SERVED, Reason.CROWDED)


def test_agreements_come_first():
    agreed = (Fixed(("z",), mast="m"),)
    given_world = world([M("m", free=(0, 0, 0, 1, 0, 0, 0, 0))], [N("a", 1), N("z", 2)], fixed=agreed)

    plan = greedy(*given_world.all)

    assert plan.choice.tolist() == [Choice.ALONE, Choice.RENT]


def test_it_works_in_degrees():
    flat = world([M("m", 106.3, 20.9, free=(0,) * 8)], [N("n", 1, 106.302, 20.9)], **SPACED)
    masts, needs, rules, costs = flat.all
    object.__setattr__(masts, "points", Points(masts.points.xy, geographic=True))
    object.__setattr__(needs, "points", Points(needs.points.xy, geographic=True))

    plan = greedy(masts, needs, rules, costs)

    assert plan.new.points.xy[0] == pytest.approx([106.303845, 20.9], abs=1e-6)
    assert check(masts, needs, rules, costs, plan) == ()


def test_alone_costs_a_mast_for_each():
    _, needs, rules, costs = world((), [N("a"), N("b", 1, height=15), N("c", 2, height=90)]).all

    assert alone_units(needs, rules, costs) == 500 + 600
