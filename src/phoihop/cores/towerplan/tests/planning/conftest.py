"""One invented province, planned once."""

from dataclasses import dataclass

import numpy as np
import pytest

from phoihop.cores.towerplan.invented import invent
from phoihop.cores.towerplan.model import Costs, MastClass, Masts, Needs, Rules
from phoihop.cores.towerplan.planning import plan

MILLION = 1_000_000
COSTS = Costs(
    classes=(
        MastClass(
            "A2b", (18.0, 24.0, 30.0, 36.0, 42.0), tuple(m * MILLION for m in (500, 650, 800, 1000, 1200)),
            extra_tenant_vnd=60 * MILLION,
        ),
        MastClass("A1b", (12.0, 18.0, 24.0), (500 * MILLION, 800 * MILLION, 1100 * MILLION), concealed=True),
    ),
    rent_vnd=48 * MILLION,
)  # fmt: skip


@dataclass
class Province:
    masts: Masts
    needs: Needs
    rules: Rules
    costs: Costs

    def plan(self, **options):
        return plan(self.masts, self.needs, self.rules, self.costs, **options)


def province(needs, spacing_m=100.0, seed=5):
    network = invent(2 * needs, needs, seed=seed)
    rules = Rules(operators=network.operators, spacing_m={("*", "*"): spacing_m})
    return Province(network.masts, network.needs, rules, COSTS)


def told(found):
    """All that a plan decides."""
    new = found.new
    arrays = (found.choice, found.target, found.rent_units, new.class_code, new.height_m, new.cost_units)
    return [array.tolist() for array in arrays], np.round(new.points.xy, 6).tolist(), new.members, found.reason


@pytest.fixture(scope="module")
def small():
    return province(150)


@pytest.fixture(scope="module")
def planned(small):
    return small.plan()
