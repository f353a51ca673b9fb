"""Why a need is not served, mast by mast and class by class; and whether sharing is compulsory."""

from dataclasses import replace

import pytest
import shapely
from hypothesis import given

from phoihop.cores.towerplan.explain import WORDS, Obstacle, explain, sentences, sharing_duty
from phoihop.cores.towerplan.greedy import greedy
from phoihop.cores.towerplan.model import Choice, Fixed, Vetoes, Zone, ZoneKind
from phoihop.cores.towerplan.points import Points
from phoihop.cores.towerplan.tests.drawing import RULES, worlds
from phoihop.cores.towerplan.tests.examples import drawn
from phoihop.cores.towerplan.tests.plans import plan_by_hand
from phoihop.cores.towerplan.tests.worlds import A1B, A2B, M, N, world

NONE_FREE = (0,) * 8
SPACED = {"spacing_m": {("*", "*"): 400.0}}


def fort(west, south, east, north, kind=ZoneKind.FORBIDDEN):
    return Zone("fort", kind, shapely.box(west, south, east, north))


@pytest.mark.parametrize(
    ("mast", "need", "rules", "obstacle"),
    [
        (M(height=8.0), N("n", 1), {}, Obstacle.TOO_LOW),
        (M(free=(1, 1, 1, 0, 0, 0, 0, 0)), N("n", 1), {}, Obstacle.NO_SLOT),
        (M(wind=1.0), N("n", 1, load=2.0), {}, Obstacle.WIND),
        (M(tenants=0b010), N("n", 1), {}, Obstacle.ALREADY_THERE),
        (M(tenants=0b100), N("n", 1), {"max_operators": 1}, Obstacle.FULL),
        (M(owner=0), N("n", 1), {"vetoes": Vetoes(owner_tenant=frozenset({(0, 1)}))}, Obstacle.VETO),
        (M("m"), N("n", 1), {"vetoes": Vetoes(need_mast=frozenset({("n", "m")}))}, Obstacle.DECLINED),
    ],
)
def test_each_rule_that_rules_a_mast_out_is_told(mast, need, rules, obstacle):
    told = explain(*world([mast], [need], **rules).all, 0)

    assert [it.obstacles for it in told.masts] == [(obstacle,)]


def test_all_rules_that_rule_it_out_are_told():
    told = explain(*world([M(height=8.0, free=NONE_FREE, tenants=0b010)], [N("n", 1)]).all, 0)

    assert told.masts[0].obstacles == (Obstacle.TOO_LOW, Obstacle.NO_SLOT, Obstacle.ALREADY_THERE)


def test_masts_come_nearest_first_and_none_from_outside_the_ring():
    given_world = world([M("far", 250, 0), M("near", 0, 30), M("out", 301, 0)], [N("n", 1)])

    told = explain(*given_world.all, 0)

    assert [(it.mast, it.distance_m) for it in told.masts] == [("near", 30.0), ("far", 250.0)]
    assert told.possible


def test_places_that_the_plan_gave_to_others_are_taken():
    given_world = world([M(free=(0, 0, 0, 1, 0, 0, 0, 0))], [N("a", 1), N("b", 2)])
    plan = plan_by_hand(given_world, rents={0: 0})

    assert explain(*given_world.all, 1, plan=plan).masts[0].obstacles == (Obstacle.TAKEN,)
    assert explain(*given_world.all, 1).masts[0].obstacles == ()
    assert explain(*given_world.all, 0, plan=plan).masts[0].obstacles == ()


@pytest.mark.parametrize(
    ("need", "rules", "obstacle"),
    [
        (N("c", 0), {}, Obstacle.ALREADY_THERE),
        (N("c", 2), {"max_operators": 2}, Obstacle.FULL),
        (N("c", 2), {"vetoes": Vetoes(operators=frozenset({(1, 2)}))}, Obstacle.VETO),
        (N("c", 2), {"vetoes": Vetoes(need_need=frozenset({("a", "c")}))}, Obstacle.DECLINED),
        (N("c", 2), {"fixed": (Fixed(("a", "b"), xy=(0, 0), class_code="A2b"),)}, Obstacle.AGREED),
        (N("c", 2, height=25), {}, Obstacle.TOO_LOW),
    ],
)
def test_each_rule_that_keeps_it_off_a_new_mast_is_told(need, rules, obstacle):
    given_world = world((), [N("a", 0), N("b", 1), need], **rules)
    plan = plan_by_hand(given_world, built=[(0, 0, "A2b", 12.0, (0, 1))])

    told = explain(*given_world.all, 2, plan=plan)

    assert [(it.mast, it.new, it.obstacles) for it in told.masts] == [("a", True, (obstacle,))]


def test_a_new_mast_that_could_grow_is_no_obstacle():
    given_world = world((), [N("a", 0), N("b", 1, height=23)])
    plan = plan_by_hand(given_world, built=[(0, 0, "A2b", 12.0, (0,))])

    assert explain(*given_world.all, 1, plan=plan).masts[0].obstacles == ()


def test_spacing_names_the_masts_and_leaves_nothing():
    given_world = world([M("m", 100, 0, free=NONE_FREE)], [N("n", 1)], **SPACED)

    told = explain(*given_world.all, 0)

    assert [(it.masts, it.place, it.spaced_share) for it in told.classes] == [(("m",), None, pytest.approx(1))] * 2
    assert told.reason == "spacing"
    assert not told.possible


def test_a_gap_between_spacings_is_found():
    masts = [M("west", -390, 0, free=NONE_FREE), M("east", 389, 0, free=NONE_FREE)]

    told = explain(*world(masts, [N("n", 1)], **SPACED).all, 0)

    assert told.classes[0].masts == ("east", "west")
    assert 0 < 1 - told.classes[0].spaced_share < 0.25
    assert abs(told.classes[0].place[1]) > 88


def test_zones_are_told_by_class():
    lake = fort(-400, -400, 400, 400, ZoneKind.AESTHETIC)

    told = explain(*world((), [N("n", 1)], zones=(lake,)).all, 0)

    lattice, hidden = told.classes
    assert (lattice.zones, lattice.forbidden_share, lattice.possible) == (("fort",), 1.0, False)
    assert (hidden.zones, hidden.forbidden_share, hidden.possible) == ((), pytest.approx(0), True)


def test_half_a_ring_in_a_zone_is_half():
    told = explain(*world((), [N("n", 1)], zones=(fort(0, -400, 400, 400),)).all, 0)

    assert told.classes[0].forbidden_share == pytest.approx(0.5)
    assert told.classes[0].place[0] < 0


def test_a_mast_that_is_built_nowhere_so_high_does_not_fit():
    told = explain(*world((), [N("n", 1, height=20)]).all, 0)

    assert [it.fits for it in told.classes] == [True, False]


def test_the_spacing_of_the_plans_masts_counts():
    given_world = world((), [N("a", 0, 100, 0), N("b", 0, 0, 0)], **SPACED)
    plan = plan_by_hand(given_world, built=[(100, 0, "A2b", 12.0, (0,))])

    told = explain(*given_world.all, 1, plan=plan)

    assert told.classes[0].masts == ("a",)
    assert not told.possible


@drawn(30)
@given(worlds(RULES))
def test_what_greedy_gives_is_possible_and_what_it_leaves_is_not(drawn_world):
    plan = greedy(*drawn_world.all)
    agreed = {need for fixed in drawn_world.rules.fixed for need in fixed.needs}

    for need, choice in enumerate(plan.choice.tolist()):
        alone, told = (explain(*drawn_world.all, need, plan=it) for it in (None, plan))
        if choice == Choice.NONE:
            # A mast that later needs joined may be full by now, one that stands has only filled up.
            assert all(it.obstacles for it in told.masts if not it.new)
        elif str(drawn_world.needs.ids[need]) not in agreed:
            assert choice == Choice.JOIN or alone.possible


def test_it_is_said_in_plain_words():
    masts = [M("low", 100, 0, height=8.0, tenants=0b010), M("open", 0, 150)]
    zone = fort(0, -400, 400, 400)

    told = explain(*world(masts, [N("n", 1, height=20)], zones=(zone,), **SPACED).all, 0)

    assert sentences(told) == [
        "Mast low, 100 m away: too low for its antennas; the operator has its one tenancy there.",
        "Mast open, 150 m away: can be had.",
        "A new mast of class A2b: zones take 50% of the ring (fort), spacing takes 50% (from low), nothing is left.",
        "A new mast of class A1b: not built tall or strong enough.",
    ]


def test_an_empty_ring_is_said_too():
    told = explain(*world((), [N("n", 1)]).all, 0)

    assert sentences(told)[:2] == [
        "No mast stands in its ring.",
        "A new mast of class A2b: there is a place for it.",
    ]


def test_many_masts_are_counted():
    crowd = [M(f"m{at}", 350, 60 * at, free=NONE_FREE) for at in range(5)]

    assert "(from m0, m1, m2 and 2 more)" in sentences(explain(*world(crowd, [N("n", 1)], **SPACED).all, 0))[1]


def test_every_obstacle_has_words():
    assert set(WORDS) == set(Obstacle)


def duty(masts, need, **rules):
    given_world = world(masts, [need], **rules)
    return sharing_duty(
        given_world.masts, given_world.needs.points, need.radius, given_world.rules, given_world.costs.classes
    )


def test_sharing_is_compulsory_nearer_than_the_spacing():
    told = duty([M("m", 399, 0), M("n", 0, 100), M("far", 500, 0)], N("n", 1), **SPACED)

    assert told.compulsory
    assert told.near == (("n", 100.0), ("m", 399.0))
    assert (told.zone, told.spacing_m) == ("elsewhere", 400.0)


def test_at_the_spacing_it_is_not():
    told = duty([M("m", 400, 0)], N("n", 1), **SPACED)

    assert not told.compulsory
    assert told.near == ()
    assert 0 < told.free_share < 1


def test_where_moving_does_not_help_nothing_of_the_ring_is_free():
    told = duty([M("m", 0, 0)], N("n", 1, radius=300), **SPACED)

    assert (told.compulsory, told.free_share, told.place) == (True, 0.0, None)


def test_a_town_is_denser():
    town = Zone("town", ZoneKind.SPACING, shapely.box(-50, -50, 50, 50))
    rules = {"zones": (town,), "spacing_m": {("*", "town"): 100.0, ("*", "elsewhere"): 400.0}}

    told = duty([M("m", 101, 0)], N("n", 1), **rules)

    assert not told.compulsory
    assert (told.zone, told.spacing_m) == ("town", 100.0)


def test_the_class_with_the_least_spacing_decides():
    rules = {"spacing_m": {("A2b", "*"): 400.0, ("A1b", "*"): 50.0}}

    assert not duty([M("m", 60, 0)], N("n", 1), **rules).compulsory
    assert duty([M("m", 40, 0)], N("n", 1), **rules).spacing_m == 50.0


def test_it_works_in_degrees():
    flat = world([M("m", 106.3, 20.9)], [N("n", 1, 106.303, 20.9)], **SPACED)
    masts = replace(flat.masts, points=Points(flat.masts.points.xy, geographic=True))

    told = sharing_duty(masts, Points(flat.needs.points.xy, geographic=True), 300.0, flat.rules, (A2B, A1B))

    assert told.near[0][1] == pytest.approx(312.1, abs=0.1)
    assert told.compulsory
    assert told.place[0] > 106.3038
