"""Where new masts stand: classes, zones, and the spacing to existing masts and to each other."""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.checker._case import Case
from phoihop.cores.towerplan.checker._violations import Rule
from phoihop.cores.towerplan.ground import class_named, metres, near, slack_m, spacing_in, zones_of
from phoihop.cores.towerplan.model import Zone, ZoneKind
from phoihop.cores.towerplan.points import FloatArray


def check_building(case: Case, agreed: frozenset[int]) -> None:
    """Every new mast.

    :param agreed: positions of new masts that stand in an agreement: class and costs are checked, the place is not
    """
    new = case.plan.new
    least = np.zeros(len(new))
    for at, zones in enumerate(zones_of(case.rules, new.points)):
        code = str(new.class_code[at])
        built = class_named(case.costs, code)
        if built is None or float(new.height_m[at]) not in built.heights_m:
            case.wrong(Rule.CLASS, mast=case.new(at), found=code, height=float(new.height_m[at]))
        elif at not in agreed:
            _check_zones(case, at, zones, concealed=built.concealed)
        if at not in agreed:
            least[at] = spacing_in(case.rules, code, zones)
    _check_existing(case, least)
    _check_each_other(case, least)


def _check_zones(case: Case, at: int, zones: list[Zone], *, concealed: bool) -> None:
    for zone in zones:
        if zone.kind is ZoneKind.FORBIDDEN:
            case.wrong(Rule.FORBIDDEN, mast=case.new(at), zone=zone.code)
        elif zone.kind is ZoneKind.AESTHETIC and not concealed:
            code = str(case.plan.new.class_code[at])
            case.wrong(Rule.AESTHETIC, mast=case.new(at), zone=zone.code, found=code)


def _check_existing(case: Case, least: FloatArray) -> None:
    ours, theirs = near(case.plan.new.points, case.masts.points, least)
    if not len(ours):
        return
    apart = metres(case.plan.new.points[ours], case.masts.points[theirs])
    for at, mast, away in zip(ours.tolist(), theirs.tolist(), apart.tolist(), strict=True):
        limit = float(least[at])
        if away < limit - slack_m(limit):
            facts = {"mast": case.new(at), "other": case.mast(mast), "found": away, "limit": limit}
            case.wrong(Rule.SPACING_EXISTING, **facts)


def _check_each_other(case: Case, least: FloatArray) -> None:
    points = case.plan.new.points
    ours, theirs = near(points, points, least)
    if not len(ours):
        return
    apart = metres(points[ours], points[theirs])
    seen: set[tuple[int, int]] = set()
    for at, other, away in zip(ours.tolist(), theirs.tolist(), apart.tolist(), strict=True):
        pair = (min(at, other), max(at, other))
        limit = float(max(least[at], least[other]))
        if at != other and pair not in seen and away < limit - slack_m(limit):
            seen.add(pair)
            facts = {"mast": case.new(pair[0]), "other": case.new(pair[1]), "found": away, "limit": limit}
            case.wrong(Rule.SPACING_NEW, **facts)
