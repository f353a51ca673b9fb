"""The planner's word for why a need is not served is the one that the explanation gives, which knows no planner."""

import numpy as np
from hypothesis import given

from phoihop.cores.towerplan.explain import explain
from phoihop.cores.towerplan.model import Choice
from phoihop.cores.towerplan.planning.planner import plan
from phoihop.cores.towerplan.tests.drawing import RULES, worlds
from phoihop.cores.towerplan.tests.examples import drawn


@drawn(40)
@given(worlds(RULES))
def test_both_give_the_same_reason(world):
    found = plan(*world.all)

    for need in np.flatnonzero(found.choice == Choice.NONE).tolist():
        assert explain(*world.all, need).reason == found.reason[need]
