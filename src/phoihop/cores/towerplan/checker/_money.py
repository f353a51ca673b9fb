"""Costs worked out anew, the bounds, and reasons."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np

from phoihop.cores.towerplan.checker._case import Case
from phoihop.cores.towerplan.checker._violations import Rule
from phoihop.cores.towerplan.ground import class_named, is_rounded, rent_dong
from phoihop.cores.towerplan.model import Choice, Reason


def check_money(case: Case) -> None:
    """Each rent, each new mast, and the sum of all, in whole units."""
    plan, unit = case.plan, case.costs.unit_vnd
    if plan.unit_vnd != unit:
        case.wrong(Rule.SHAPE, part="unit_vnd", found=plan.unit_vnd, expected=unit)
        return
    paying = (plan.choice == Choice.RENT) | (plan.rent_units != 0)
    for need in np.flatnonzero(paying).tolist():
        expected, units = _rent(case, need), int(plan.rent_units[need])
        if not is_rounded(units, expected, unit):
            case.wrong(Rule.RENT, need=case.need(need), found=units, expected=round(expected / unit))
    for at in range(len(plan.new)):
        cost, units = _build(case, at), int(plan.new.cost_units[at])
        if cost is not None and units != cost:
            case.wrong(Rule.BUILD, mast=case.new(at), found=units, expected=cost)
    total = sum(plan.rent_units.tolist()) + sum(plan.new.cost_units.tolist())
    if plan.cost_units != total:
        case.wrong(Rule.TOTAL, found=plan.cost_units, expected=total)


def check_bounds(case: Case) -> None:
    """No bound promises more than the plan itself refutes, and what is not served has a reason."""
    plan = case.plan
    unserved = sum(int(choice) == Choice.NONE for choice in plan.choice)
    if unserved < plan.unserved_bound:
        case.wrong(Rule.UNSERVED_BOUND, found=unserved, limit=plan.unserved_bound)
    elif unserved == plan.unserved_bound and plan.bound_units > plan.cost_units:
        case.wrong(Rule.BOUND, found=plan.bound_units, limit=plan.cost_units)
    for need, (choice, reason) in enumerate(zip(plan.choice.tolist(), plan.reason, strict=True)):
        if (choice == Choice.NONE) != (reason != Reason.SERVED):
            case.wrong(Rule.REASON, need=case.need(need), found=str(reason) or "–")


def _rent(case: Case, need: int) -> Fraction:
    if case.plan.choice[need] != Choice.RENT:
        return Fraction(0)
    mast = int(case.plan.target[need])
    if int(case.masts.owner[mast]) == case.operator_of(need):
        return Fraction(0)
    own = float(case.masts.rent_vnd[mast])
    return rent_dong(case.costs.rent_vnd if math.isnan(own) else own, case.rules)


def _build(case: Case, at: int) -> int | None:
    built = class_named(case.costs, str(case.plan.new.class_code[at]))
    height = float(case.plan.new.height_m[at])
    if built is None or height not in built.heights_m:
        return None
    unit = case.costs.unit_vnd
    more = round(Fraction(built.extra_tenant_vnd, unit)) * (len(case.plan.new.members[at]) - 1)
    return round(Fraction(built.build_vnd[built.heights_m.index(height)], unit)) + more
