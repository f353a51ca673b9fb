"""Checks a plan against its input and the rules, knowing nothing of how it was made.

Everything is worked out anew: distances by the geodesic, places by counting slots from the top, costs in fractions.
"""

from __future__ import annotations

from phoihop.cores.towerplan.checker._agreements import check_agreements
from phoihop.cores.towerplan.checker._building import check_building
from phoihop.cores.towerplan.checker._case import Case
from phoihop.cores.towerplan.checker._money import check_bounds, check_money
from phoihop.cores.towerplan.checker._shape import check_shape
from phoihop.cores.towerplan.checker._sharing import check_existing, check_new
from phoihop.cores.towerplan.checker._violations import WORDS, Rule, Violation
from phoihop.cores.towerplan.model import Costs, Masts, Needs, Plan, Rules

__all__ = ["WORDS", "Rule", "Violation", "check"]


def check(masts: Masts, needs: Needs, rules: Rules, costs: Costs, plan: Plan) -> tuple[Violation, ...]:
    """Everything that is wrong with a plan; empty where nothing is.

    What is agreed (``Rules.fixed``) is kept as it is: its ring, vetoes, zones and spacing are not asked again, but that
    there is room for it is. Where the plan's arrays do not even fit together, only that is reported.
    """
    case = Case(masts, needs, rules, costs, plan)
    check_shape(case)
    if case.found:
        return tuple(case.found)
    agreed_needs, agreed_new = check_agreements(case)
    check_existing(case, agreed_needs)
    check_new(case, agreed_needs)
    check_building(case, agreed_new)
    check_money(case)
    check_bounds(case)
    return tuple(case.found)
