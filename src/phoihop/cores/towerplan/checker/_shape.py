"""Whether the plan is a plan at all: lengths, positions, and members that are where the plan sends them."""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.checker._case import Case
from phoihop.cores.towerplan.checker._violations import Rule
from phoihop.cores.towerplan.model import Choice


def check_shape(case: Case) -> None:
    """Lengths and positions; where these are wrong nothing else can be checked."""
    plan, needs = case.plan, len(case.needs)
    for part, size in {
        "choice": len(plan.choice),
        "target": len(plan.target),
        "rent_units": len(plan.rent_units),
        "reason": len(plan.reason),
    }.items():
        if size != needs:
            case.wrong(Rule.SHAPE, part=part, found=size, expected=needs)
    new = plan.new
    for part, size in {
        "new.points": len(new.points),
        "new.class_code": len(new.class_code),
        "new.height_m": len(new.height_m),
        "new.cost_units": len(new.cost_units),
    }.items():
        if size != len(new.members):
            case.wrong(Rule.SHAPE, part=part, found=size, expected=len(new.members))
    if not case.found:
        _check_targets(case)
    if not case.found:
        _check_members(case)


def _check_targets(case: Case) -> None:
    masts, new = range(len(case.masts)), range(len(case.plan.new))
    # Plain numbers: the members of an enumeration are slow to look up a hundred thousand times.
    sizes = {int(Choice.RENT): masts, int(Choice.JOIN): new, int(Choice.ALONE): new, int(Choice.NONE): range(-1, 0)}
    for need, (choice, target) in enumerate(zip(case.plan.choice.tolist(), case.plan.target.tolist(), strict=True)):
        if choice not in sizes:
            case.wrong(Rule.CHOICE, need=case.need(need), found=choice, expected="0–3")
        elif target not in sizes[choice]:
            case.wrong(Rule.TARGET, need=case.need(need), found=target)


def _check_members(case: Case) -> None:
    sent: list[list[int]] = [[] for _ in range(len(case.plan.new))]
    on_new = (case.plan.choice == Choice.JOIN) | (case.plan.choice == Choice.ALONE)
    for need in np.flatnonzero(on_new).tolist():
        sent[int(case.plan.target[need])].append(need)
    for at, (members, expected) in enumerate(zip(case.plan.new.members, sent, strict=True)):
        if list(members) != expected or not expected:
            named = tuple(case.need(need) if 0 <= need < len(case.needs) else str(need) for need in members)
            case.wrong(Rule.MEMBERS, mast=str(at + 1), found=named, expected=case.need_ids(expected))
        right = Choice.JOIN if len(expected) > 1 else Choice.ALONE
        for need in expected:
            if case.plan.choice[need] != right:
                word = Choice(int(case.plan.choice[need])).name
                case.wrong(Rule.CHOICE, need=case.need(need), found=word, expected=right.name)
