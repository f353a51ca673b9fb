"""The order of the rows changes nothing."""

import numpy as np

from phoihop.cores.towerplan.model import Masts, Needs
from phoihop.cores.towerplan.planning import plan
from phoihop.cores.towerplan.tests.planning.conftest import told


def _picked(rows, order):
    fields = (getattr(rows, name) for name in rows.__dataclass_fields__)
    return type(rows)(*(field[order] for field in fields))


def test_shuffled_rows_give_the_same_plan(small, planned):
    rng = np.random.default_rng(3)
    mast_order, need_order = rng.permutation(len(small.masts)), rng.permutation(len(small.needs))
    masts, needs = _picked(small.masts, mast_order), _picked(small.needs, need_order)

    found = plan(masts, needs, small.rules, small.costs)

    assert isinstance(masts, Masts)
    assert isinstance(needs, Needs)
    assert found.cost_units == planned.cost_units
    assert found.choice.tolist() == planned.choice[need_order].tolist()
    rented = found.choice == 0
    assert mast_order[found.target[rented]].tolist() == planned.target[need_order][rented].tolist()
    members = {tuple(sorted(need_order[list(group)].tolist())) for group in found.new.members}
    assert members == set(planned.new.members)


def test_the_same_rows_give_the_same_plan_again(small, planned):
    found = small.plan()

    assert told(found) == told(planned)


def test_a_seed_changes_no_cost(small, planned):
    found = small.plan(seed=9)

    assert (found.cost_units, found.unserved, found.seed) == (planned.cost_units, planned.unserved, 9)
