"""The price of each rule, as a difference of optima."""

from dataclasses import replace

import pytest
import shapely
from hypothesis import given

from phoihop.cores.towerplan.errors import Cancelled
from phoihop.cores.towerplan.greedy import greedy
from phoihop.cores.towerplan.model import Fixed, Vetoes, Zone, ZoneKind
from phoihop.cores.towerplan.planning.planner import plan
from phoihop.cores.towerplan.tests.drawing import worlds
from phoihop.cores.towerplan.tests.examples import drawn
from phoihop.cores.towerplan.tests.worlds import M, N, world
from phoihop.cores.towerplan.whatif import Change, Variant, price_rules, variants

FULL = (0,) * 8


def prices(given_world, **options):
    found = price_rules(*given_world.all, solve=plan, **options)
    return {it.change: it for it in found if it.change is not Change.WIDER_RINGS}


def test_spacing_costs_who_cannot_be_served():
    spaced = world([M("m", 0, 0, free=FULL)], [N("n", 1, radius=200)], spacing_m={("*", "*"): 400.0})

    price = prices(spaced)[Change.NO_SPACING]

    assert (price.served_more, price.saved_units) == (1, -500)


def test_a_veto_costs_the_rent_against_a_mast():
    vetoes = Vetoes(owner_tenant=frozenset({(0, 1), (0, 2)}))

    found = price_rules(*world([M("m", 0, 0)], [N("n", 1)], vetoes=vetoes).all, solve=plan)

    priced = {tuple(it.facts.values()): it.saved_units for it in found if it.change is Change.OWNER_VETO}
    assert priced == {("red", "green"): 400, ("red", "blue"): 0}


def test_two_who_do_not_build_together_pay_for_a_second_mast():
    apart = world((), [N("a", 0), N("b", 1)], vetoes=Vetoes(operators=frozenset({(0, 1)})))

    price = prices(apart)[Change.OPERATOR_VETO]

    assert price.facts == {"first": "red", "second": "green"}
    assert (price.saved_units, price.proven) == (480, True)


def test_what_was_declined_is_priced_together():
    vetoes = Vetoes(need_mast=frozenset({("a", "m")}), need_need=frozenset({("a", "b")}))

    price = prices(world([M("m", 0, 0)], [N("a", 1), N("b", 2, 900, 0)], vetoes=vetoes))[Change.DECLINED]

    assert (price.facts, price.saved_units) == ({"count": 2}, 400)


def test_zones_are_priced_by_kind():
    lake = Zone("lake", ZoneKind.AESTHETIC, shapely.box(-400, -400, 400, 400))
    fort = Zone("fort", ZoneKind.FORBIDDEN, shapely.box(4600, -400, 5400, 400))

    found = prices(world((), [N("a"), N("b", 0, 5000, 0)], zones=(lake, fort)))

    assert found[Change.NO_AESTHETIC].saved_units == 300
    assert found[Change.NO_FORBIDDEN].served_more == 1


def test_wider_rings_meet():
    found = price_rules(*world((), [N("a", 0), N("b", 1, 700, 0)]).all, solve=plan)

    assert [it.saved_units for it in found if it.change is Change.WIDER_RINGS] == [480, 480]
    assert [it.facts["factor"] for it in found if it.change is Change.WIDER_RINGS] == [1.25, 1.5]


def test_one_operator_more_saves_a_mast():
    crowd = world((), [N("a", 0), N("b", 1), N("c", 2)], max_operators=2)

    price = prices(crowd)[Change.ONE_MORE]

    assert (price.facts, price.saved_units) == ({"operators": 3}, 380)


def test_sharing_nothing_costs_a_mast_each():
    price = prices(world([M("m", 0, 0)], [N("a", 0), N("b", 1), N("c", 1, 5000, 0), N("d", 2, 5000, 0)]))[
        Change.NO_SHARING
    ]

    # The owner's own mast still costs it nothing; b pays 500 for 100 of rent, c and d 1000 for 520 together.
    assert price.saved_units == -(400 + 480)


def test_rules_that_bind_nobody_have_no_price():
    bare = world((), [N("a", 0)])

    assert [it.change for it in variants(bare.needs, bare.rules)] == [
        Change.WIDER_RINGS,
        Change.WIDER_RINGS,
        Change.NO_SHARING,
    ]


def test_agreements_to_share_are_not_undone():
    agreed = world((), [N("a", 0), N("b", 1)], fixed=(Fixed(("a", "b"), xy=(0, 0), class_code="A2b"),))

    assert Change.NO_SHARING not in prices(agreed)


def test_a_known_plan_is_not_solved_again_and_variants_can_be_chosen():
    given_world, seen = world((), [N("a", 0)]), []

    def counted(*rows):
        seen.append(rows)
        return plan(*rows)

    chosen = [Variant(Change.ONE_MORE, {}, given_world.needs, given_world.rules)]
    base = plan(*given_world.all)
    found = price_rules(*given_world.all, solve=counted, base=base, changes=chosen, told=seen.append)

    assert len(found) == 1
    assert seen[1:] == [1.0]


def test_a_plan_without_a_proof_gives_an_interval():
    spaced = world((), [N("a", 0), N("b", 1)])
    loose = replace(greedy(*spaced.all), bound_units=100)

    price = price_rules(*spaced.all, solve=plan, base=loose, changes=[next(variants(spaced.needs, spaced.rules))])[0]

    assert (price.least_units, price.saved_units, price.most_units) == (100 - 520, 0, 0)
    assert not price.proven


def test_it_stops_where_it_is_told_to():
    with pytest.raises(Cancelled):
        price_rules(*world((), [N("a")]).all, solve=plan, cancelled=lambda: True)


@drawn(8)
@given(worlds(("vetoes", "zones", "most", "tenants")))
def test_no_rule_left_out_makes_a_plan_worse(drawn_world):
    for price in price_rules(*drawn_world.all, solve=plan):
        assert price.change is Change.NO_SHARING or (price.served_more, price.saved_units) >= (0, 0)
        assert price.proven
