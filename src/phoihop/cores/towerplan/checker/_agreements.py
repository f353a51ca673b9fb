"""What was agreed before and stays."""

from __future__ import annotations

from phoihop.cores.towerplan.checker._case import Case
from phoihop.cores.towerplan.checker._violations import Rule
from phoihop.cores.towerplan.ground import SLACK_M, metres
from phoihop.cores.towerplan.model import Choice, Fixed
from phoihop.cores.towerplan.points import Points


def check_agreements(case: Case) -> tuple[frozenset[int], frozenset[int]]:
    """Report each agreement that the plan does not keep; return the needs and the new masts of those that it keeps."""
    rows = {case.need(at): at for at in range(len(case.needs))}
    needs: set[int] = set()
    new: set[int] = set()
    for fixed in case.rules.fixed:
        members = sorted(rows[it] for it in fixed.needs if it in rows)
        kept = _kept_on(case, fixed, members)
        if kept is None or len(members) != len(fixed.needs):
            case.wrong(Rule.AGREEMENT, needs=fixed.needs)
            continue
        needs.update(members)
        if fixed.mast is None:
            new.add(kept)
    return frozenset(needs), frozenset(new)


def _kept_on(case: Case, fixed: Fixed, members: list[int]) -> int | None:
    """The mast that all of them stand on, as agreed; none where it is another."""
    if not members:
        return None
    choices = {int(case.plan.choice[need]) for need in members}
    targets = {int(case.plan.target[need]) for need in members}
    if len(targets) != 1:
        return None
    (target,) = targets
    if fixed.mast is not None:
        return target if choices == {Choice.RENT} and case.mast(target) == fixed.mast else None
    if not choices <= {Choice.JOIN, Choice.ALONE} or list(case.plan.new.members[target]) != members:
        return None
    if fixed.class_code and str(case.plan.new.class_code[target]) != fixed.class_code:
        return None
    return target if _stands_at(case, target, fixed.xy) else None


def _stands_at(case: Case, target: int, xy: tuple[float, float] | None) -> bool:
    if xy is None:
        return True
    place = case.plan.new.points[target]
    return bool(metres(place, Points(place.xy * 0 + xy, place.geographic))[0] <= SLACK_M)
