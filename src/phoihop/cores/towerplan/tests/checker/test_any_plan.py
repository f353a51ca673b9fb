"""Any plan at all, good or bad: the checker finds fault exactly where trying everything would not have allowed it."""

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.towerplan.checker import check
from phoihop.cores.towerplan.planning.planner import plan
from phoihop.cores.towerplan.tests.drawing import PLACES, RULES, worlds
from phoihop.cores.towerplan.tests.examples import drawn
from phoihop.cores.towerplan.tests.oracle import Oracle
from phoihop.cores.towerplan.tests.plans import plan_by_hand

UNBOUND = tuple(rule for rule in RULES if rule != "fixed")


@st.composite
def plans(draw):
    """A world of few rules, and who rents what and builds where in it, about as often against them as not."""
    world = draw(worlds(draw(st.frozensets(st.sampled_from(UNBOUND), max_size=2))))
    masts, needs, _, costs = world.all
    rents, alone = {}, []
    for need in range(len(needs)):
        near = [at for at, xy in enumerate(masts.points.xy) if math.dist(xy, needs.points.xy[need]) < 320]
        choice = draw(st.sampled_from([-2, -1, -1, *near]))
        if choice >= 0:
            rents[need] = choice
        elif choice == -1:
            alone.append(need)
    groups = [alone] if draw(st.booleans()) else [[need] for need in alone]
    built = []
    for members in (group for group in groups if group):
        entry = draw(st.sampled_from(costs.classes))
        own = tuple(map(float, needs.points.xy[members[0]]))
        x, y = draw(st.sampled_from([own, own, draw(PLACES)]))
        built.append((x, y, entry.code, draw(st.sampled_from(entry.heights_m)), tuple(members)))
    return world, rents, built


def allowed(world, rents, built):
    """Whether the rules allow it, by the oracle."""
    oracle = Oracle(world, [row[:2] for row in built])
    oracle.on_mast = {mast: [need for need, it in rents.items() if it == mast] for mast in set(rents.values())}
    if not all(oracle._may_rent(need, mast) for need, mast in rents.items()):
        return False
    if not all(oracle._has_room(mast) for mast in oracle.on_mast):
        return False
    kept = []
    for row, classes in zip(built, oracle.sites, strict=True):
        if not _may_stand(oracle, row, classes):
            return False
        kept.append((row[:2], classes[row[2]]))
    return all(math.dist(a, b) >= max(s, t) for (a, s), (b, t) in combinations(kept, 2))


def _may_stand(oracle, row, classes):
    x, y, code, height, members = row
    needs, rules = oracle.needs, oracle.rules
    entry = next(it for it in oracle.costs.classes if it.code == code)
    at = entry.heights_m.index(height)
    bands = [1] * (math.floor(height / rules.band_m + 1e-9) + 1)
    return (
        code in classes
        and len(members) <= rules.max_operators
        and all(oracle._may_join(one, other) for one, other in combinations(members, 2))
        and all(math.dist(needs.points.xy[need], (x, y)) <= needs.radius_m[need] for need in members)
        and all(height >= needs.height_m[need] for need in members)
        and oracle._seated([oracle._band(need) for need in members], bands)
        and (not entry.wind_m2 or sum(needs.load_m2[need] for need in members) <= entry.wind_m2[at])
    )


@drawn(80)
@given(plans())
def test_the_checker_and_the_oracle_allow_the_same(case):
    world, rents, built = case
    tried = plan_by_hand(world, rents=rents, built=built)

    assert (check(*world.all, tried) == ()) == allowed(world, rents, built)


@drawn(30)
@given(plans())
def test_nothing_that_passes_is_better_than_the_best(case):
    world, rents, built = case
    tried = plan_by_hand(world, rents=rents, built=built)
    if not check(*world.all, tried) and len(built) < 2:
        best = plan(*world.all)

        # Two new masts apart could stand where no candidate does: one alone cannot.
        assert (tried.unserved, tried.cost_units) >= (best.unserved, best.cost_units)
