"""A plan that keeps every rule passes; each rule broken in it, and that rule alone, is told."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from phoihop.cores.towerplan.checker import WORDS, Rule, check
from phoihop.cores.towerplan.model import Choice, Fixed, Reason, Vetoes, Zone, ZoneKind
from phoihop.cores.towerplan.tests.plans import plan_by_hand
from phoihop.cores.towerplan.tests.worlds import A1B, A2B, M, N, world

MASTS = (
    M("m0", 0, 0, owner=0, free=(0, 0, 0, 1, 1, 0, 0, 0), wind=5.0),
    M("m1", 3000, 0, owner=1, tenants=0b010, rent=70),
)
NEEDS = (
    N("n0", 1, 200, 0, load=2.0),
    N("n1", 2, -200, 0, load=3.0, height=12),
    N("n2", 0, 6000, 0),
    N("n3", 1, 6200, 0),
    N("n4", 2, 9000, 0, height=15),
)
BASE = world(MASTS, NEEDS, spacing_m={("*", "*"): 400.0}, max_operators=3)
RENTS = {0: 0, 1: 0}
JOINT = (6100, 0, "A2b", 12.0, (2, 3))
LONE = (9000, 100, "A2b", 18.0, (4,))


def zone(code, kind, x, y, size=150):
    return Zone(code, kind, shapely.box(x - size, y - size, x + size, y + size))


def with_mast(at, **changes):
    rows = list(MASTS)
    rows[at] = replace(rows[at], **changes)
    return replace(BASE, masts=world(rows, NEEDS).masts)


def with_need(at, **changes):
    rows = list(NEEDS)
    rows[at] = replace(rows[at], **changes)
    return replace(BASE, needs=world(MASTS, rows).needs)


def told(world_, plan):
    return [it.rule for it in check(*world_.all, plan)]


GOOD = plan_by_hand(BASE, rents=RENTS, built=(JOINT, LONE))
SPLIT = BASE.ruled(vetoes=Vetoes(owner_tenant=frozenset({(0, 1)})))

WORLDS = {
    Rule.RING: with_need(0, radius=199.0),
    Rule.HEIGHT: with_mast(0, height=10.0),
    Rule.SLOTS: with_mast(0, free=(0, 0, 0, 2, 0, 0, 0, 0)),
    Rule.WIND: with_mast(0, wind=4.5),
    Rule.TENANCY: with_mast(0, tenants=0b100),
    Rule.OPERATORS: BASE.ruled(max_operators=1),
    Rule.OWNER_VETO: SPLIT,
    Rule.OPERATOR_VETO: BASE.ruled(vetoes=Vetoes(operators=frozenset({(0, 1)}))),
    Rule.MAST_DECLINED: BASE.ruled(vetoes=Vetoes(need_mast=frozenset({("n0", "m0")}))),
    Rule.NEED_DECLINED: BASE.ruled(vetoes=Vetoes(need_need=frozenset({("n2", "n3")}))),
    Rule.CLASS: replace(BASE, costs=replace(BASE.costs, classes=(replace(A2B, heights_m=(12.0, 19.0, 24.0)), A1B))),
    Rule.FORBIDDEN: BASE.ruled(zones=(zone("fort", ZoneKind.FORBIDDEN, 9000, 0),)),
    Rule.AESTHETIC: BASE.ruled(zones=(zone("lake", ZoneKind.AESTHETIC, 9000, 0),)),
    Rule.SPACING_EXISTING: with_mast(1, x=9000, y=490),
    Rule.SPACING_NEW: BASE.ruled(spacing_m={("*", "*"): 2902.0}),
    Rule.AGREEMENT: BASE.ruled(fixed=(Fixed(("n0",), mast="m1"),)),
    Rule.RENT: with_mast(0, rent=99.0),
    Rule.BUILD: replace(BASE, costs=replace(BASE.costs, classes=(replace(A2B, extra_tenant_vnd=21), A1B))),
}


def test_a_plan_that_keeps_every_rule_passes():
    assert check(*BASE.all, GOOD) == ()


@pytest.mark.parametrize("rule", WORLDS)
def test_each_rule_broken_is_told(rule):
    found = set(told(WORLDS[rule], GOOD))

    assert found - {Rule.RENT} == {rule} - {Rule.RENT}
    assert rule in found


def at(column, position, value):
    changed = np.array(column)
    changed[position] = value
    return changed


def raised(units):
    return replace(GOOD.new, cost_units=at(GOOD.new.cost_units, 0, units))


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"choice": GOOD.choice[:-1]}, Rule.SHAPE),
        ({"reason": GOOD.reason[:-1]}, Rule.SHAPE),
        ({"new": replace(GOOD.new, height_m=GOOD.new.height_m[:1])}, Rule.SHAPE),
        ({"unit_vnd": 2}, Rule.SHAPE),
        ({"choice": at(GOOD.choice, 0, 9)}, Rule.CHOICE),
        ({"choice": at(GOOD.choice, 2, Choice.ALONE)}, Rule.CHOICE),
        ({"target": at(GOOD.target, 0, 2)}, Rule.TARGET),
        ({"target": at(GOOD.target, 0, -1)}, Rule.TARGET),
        ({"target": at(GOOD.target, 4, 2)}, Rule.TARGET),
        ({"choice": at(GOOD.choice, 4, Choice.NONE)}, Rule.TARGET),
        ({"new": replace(GOOD.new, members=((2,), (4,)))}, Rule.MEMBERS),
        ({"new": replace(GOOD.new, members=((2, 3), (4, 7)))}, Rule.MEMBERS),
        ({"rent_units": at(GOOD.rent_units, 2, 1), "cost_units": GOOD.cost_units + 1}, Rule.RENT),
        ({"new": raised(519), "cost_units": GOOD.cost_units - 1}, Rule.BUILD),
        ({"cost_units": GOOD.cost_units + 1}, Rule.TOTAL),
        ({"cost_units": GOOD.cost_units - 1, "bound_units": 0}, Rule.TOTAL),
        ({"bound_units": GOOD.cost_units + 1}, Rule.BOUND),
        ({"unserved_bound": 1}, Rule.UNSERVED_BOUND),
        ({"reason": (Reason.CROWDED, *GOOD.reason[1:])}, Rule.REASON),
    ],
)
def test_a_plan_that_misstates_itself_is_told(changes, rule):
    assert rule in told(BASE, replace(GOOD, **changes))


def test_an_unserved_need_without_a_reason_is_told():
    plan = plan_by_hand(BASE, rents=RENTS, built=(JOINT,), unserved_bound=1)

    assert told(BASE, plan) == []
    assert told(BASE, replace(plan, reason=(Reason.SERVED,) * 5)) == [Rule.REASON]


def test_two_of_one_operator_on_a_new_mast_are_told():
    assert told(with_need(3, operator=0), GOOD) == [Rule.TENANCY]


def test_a_new_mast_has_one_place_in_each_band():
    crowded = with_need(2, height=12.0)
    crowded = replace(crowded, needs=replace(crowded.needs, height_m=at(crowded.needs.height_m, 3, 12.0)))

    assert told(crowded, GOOD) == [Rule.SLOTS]


def test_a_new_mast_that_is_too_weak_is_told():
    weak = (replace(A2B, wind_m2=(1.0, 2.0, 3.0)), A1B)
    loaded = with_need(4, load=2.5)

    assert told(replace(loaded, costs=replace(BASE.costs, classes=weak)), GOOD) == [Rule.WIND]


def test_a_concealed_mast_may_stand_in_an_aesthetic_zone():
    ruled = WORLDS[Rule.AESTHETIC]

    assert told(ruled, plan_by_hand(ruled, rents=RENTS, built=(JOINT, (9000, 100, "A1b", 18.0, (4,))))) == []


def test_the_boundary_of_a_zone_belongs_to_it():
    ruled = BASE.ruled(zones=(Zone("fort", ZoneKind.FORBIDDEN, shapely.box(8900, -100, 9100, 100)),))

    assert told(ruled, GOOD) == [Rule.FORBIDDEN]


def test_the_spacing_of_a_town_holds_in_the_town():
    near = with_mast(1, x=9000, y=250)
    town = (zone("town", ZoneKind.SPACING, 9000, 100),)

    assert told(near, GOOD) == [Rule.SPACING_EXISTING]
    assert told(near.ruled(zones=town, spacing_m={("*", "town"): 100.0, ("*", "elsewhere"): 400.0}), GOOD) == []


@pytest.mark.parametrize(
    ("fixed", "kept"),
    [
        (Fixed(("n0", "n1"), mast="m0"), True),
        (Fixed(("n2", "n3"), xy=(6100, 0), class_code="A2b"), True),
        (Fixed(("n2",), xy=(6100, 0), class_code="A2b"), False),
        (Fixed(("n2", "n3"), xy=(6101, 0), class_code="A2b"), False),
        (Fixed(("n2", "n3"), xy=(6100, 0), class_code="A1b"), False),
        (Fixed(("n3", "n4"), xy=(6100, 0), class_code="A2b"), False),
        (Fixed(("n0", "gone"), mast="m0"), False),
    ],
)
def test_an_agreement_is_kept_to_the_letter(fixed, kept):
    assert told(BASE.ruled(fixed=(fixed,)), GOOD) == ([] if kept else [Rule.AGREEMENT])


def test_what_was_agreed_is_not_measured_again():
    agreed = (Fixed(("n0",), mast="m0"), Fixed(("n4",), xy=(9000, 100), class_code="A2b"))
    ruled = WORLDS[Rule.FORBIDDEN].ruled(fixed=agreed, vetoes=SPLIT.rules.vetoes)

    assert told(ruled, GOOD) == []


def test_room_is_asked_of_agreements_too():
    assert told(WORLDS[Rule.SLOTS].ruled(fixed=(Fixed(("n0", "n1"), mast="m0"),)), GOOD) == [Rule.SLOTS]


def test_every_rule_has_words():
    assert set(WORDS) == set(Rule)


def test_the_words_name_the_rows():
    (found,) = check(*WORLDS[Rule.RING].all, GOOD)

    assert str(found) == "Need n0: mast m0 stands 200 m from the centre of its ring; 199 m are allowed."


@pytest.mark.parametrize("rule", WORLDS)
def test_the_sentence_of_each_rule_has_no_blank_left(rule):
    assert all("{" not in str(found) for found in check(*WORLDS[rule].all, GOOD))
