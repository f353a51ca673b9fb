"""The planner against trying everything, on tiny worlds, with every rule in turn and all together.

A few hundred worlds by default; thousands where PHOIHOP_THOROUGH=1 is set.
"""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.towerplan.checker import check
from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.planning.planner import plan
from phoihop.cores.towerplan.planning.sites import candidates
from phoihop.cores.towerplan.tests.drawing import CRAMPED, CROWDED, RULES, worlds
from phoihop.cores.towerplan.tests.examples import drawn
from phoihop.cores.towerplan.tests.oracle import Oracle

MEETING = (
    ("spacing", "zones"),
    ("bands", "wind", "most"),
    ("vetoes", "fixed", "tenants"),
    ("spacing", "bands", "most"),
    ("spacing", CROWDED),
    ("spacing", CRAMPED),
    ("spacing", "zones", CRAMPED),
    ("spacing", "zones", "most", CROWDED),
    ("spacing", "bands", "wind", "vetoes", "fixed", CROWDED),
)


def solved(world):
    """The planner's answer, checked: (unserved, units). Compiled and plain loops give the same plan."""
    found = plan(*world.all)
    assert [str(it) for it in check(*world.all, found)] == []
    assert found.unserved_bound == found.unserved
    assert found.bound_units == found.cost_units
    if kernel.ready():
        with patch.object(kernel, "ready", lambda: False):
            assert told(plan(*world.all)) == told(found)
    return found.unserved, found.cost_units


def told(found):
    """All that a plan decides."""
    new = found.new
    columns = (found.choice, found.target, found.rent_units, new.class_code, new.height_m, new.cost_units)
    return [it.tolist() for it in columns], new.points.xy.tolist(), new.members, found.reason, found.bound_units


def best(world):
    """The best over the planner's own points, by trying everything."""
    return Oracle(world, candidates(*world.all).points.xy).optimum()


@drawn(10)
@given(st.data())
@pytest.mark.parametrize("rule", RULES)
def test_each_rule_in_turn(rule, data):
    world = data.draw(worlds((rule,)))

    assert solved(world) == best(world)


@drawn(12)
@given(st.data())
@pytest.mark.parametrize("rules", MEETING, ids="-".join)
def test_rules_that_meet(rules, data):
    world = data.draw(worlds(rules))

    assert solved(world) == best(world)


@drawn(60)
@given(worlds(RULES))
def test_all_rules_together(world):
    assert solved(world) == best(world)


@drawn(15)
@given(worlds(()))
def test_no_rule_at_all(world):
    assert solved(world) == best(world)
