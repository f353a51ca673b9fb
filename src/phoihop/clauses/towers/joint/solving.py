"""One scenario from its case to what people compare: the plan, checked; other ways beside it; the rules' prices."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from phoihop.clauses.towers.joint.results import Case, Results, results_of, sums_by_party
from phoihop.cores.towerplan import model
from phoihop.cores.towerplan.checker import check
from phoihop.cores.towerplan.greedy import greedy
from phoihop.cores.towerplan.model import Choice
from phoihop.cores.towerplan.planning import plan as best_plan
from phoihop.cores.towerplan.whatif import Price, price_rules

Tell = Callable[[int], None]  # percent done; may raise to stop
PLANNED, CHECKED, COMPARED, PRICED = 60, 65, 70, 100
PRICED_NEEDS = 5_000  # beyond, each rule would cost as long as the plan itself


@dataclass(frozen=True, slots=True)
class Solved:
    """What a run gave.

    :param violations: codes of the rules that the plan breaks; nothing else is kept where there are any
    """

    violations: tuple[str, ...]
    results: Results | None = None
    summary: Mapping[str, Any] | None = None


def solve(case: Case, party_of: Mapping[str, str], method: str, tell: Tell) -> Solved:
    """Plan, check, and compare.

    :param party_of: need id → party id
    :param method: the way to split by which operators are compared
    """
    started = time.perf_counter()

    def progress(state: model.Progress) -> None:
        tell(min(PLANNED - 1, int(PLANNED * state.done)))

    plan = best_plan(case.masts, case.needs, case.rules, case.costs, seed=0, progress=progress)
    tell(PLANNED)
    violations = check(case.masts, case.needs, case.rules, case.costs, plan)
    if violations:
        return Solved(tuple(sorted({str(one.rule) for one in violations})))
    tell(CHECKED)
    results = results_of(case, plan)
    summary = _summary(plan, results, case, party_of, method) | _by_hand(case)
    summary["seconds"] = round(time.perf_counter() - started, 2)
    tell(COMPARED)
    summary["prices"] = _prices(case, plan, tell)
    tell(PRICED)
    return Solved((), results, summary)


def _summary(
    plan: model.Plan, results: Results, case: Case, party_of: Mapping[str, str], method: str
) -> dict[str, Any]:
    sums = sums_by_party(results, party_of, method)
    alone = sum(one.alone_vnd for one in sums.values())
    count = {choice: int((plan.choice == choice).sum()) for choice in Choice}
    return {
        "needs": len(plan.choice), "operators": len(sums), "rent": count[Choice.RENT], "join": count[Choice.JOIN],
        "alone": count[Choice.ALONE], "none": count[Choice.NONE], "new_masts": len(plan.new),
        "joint_masts": sum(site.kind == "build" for site in results.sites), "cost_vnd": plan.cost_vnd,
        "bound_vnd": plan.bound_vnd, "gap": plan.gap, "alone_vnd": alone, "saves_vnd": alone - plan.cost_vnd,
        "components": plan.components, "largest": plan.largest,
        "unstable": sum(method in site.unstable for site in results.sites),
        "parties": {party: asdict(one) | {"saves_vnd": one.saves_vnd} for party, one in sums.items()},
    }  # fmt: skip


def _by_hand(case: Case) -> dict[str, int]:
    """The plan that people make without a planner: each need in turn takes the nearest mast."""
    plan = greedy(case.masts, case.needs, case.rules, case.costs)
    return {"greedy_vnd": plan.cost_vnd, "greedy_none": plan.unserved}


def _prices(case: Case, plan: model.Plan, tell: Tell) -> list[dict[str, Any]]:
    """What each rule costs, where the case is small enough to be solved again and again."""
    if len(case.needs) > PRICED_NEEDS:
        return []
    found = price_rules(
        case.masts, case.needs, case.rules, case.costs, solve=best_plan, base=plan,
        told=lambda done: tell(min(PRICED - 1, COMPARED + int((PRICED - COMPARED) * done))),
    )  # fmt: skip
    return [_price(one, plan.unit_vnd) for one in found]


def _price(price: Price, unit_vnd: int) -> dict[str, Any]:
    facts = {name: value for name, value in price.facts.items() if isinstance(value, str | int | float)}
    return {
        "change": price.change.value, "facts": facts, "served_more": price.served_more,
        "saved_vnd": price.saved_units * unit_vnd, "proven": price.proven,
    }  # fmt: skip
