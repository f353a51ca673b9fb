"""Rings, heights, slots, wind, tenancies, the number of operators, and vetoes: who stands on which mast."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from phoihop.cores.towerplan.checker._case import Case
from phoihop.cores.towerplan.checker._violations import Rule
from phoihop.cores.towerplan.ground import WIND_SLACK_M2, band_of, class_named, metres, slack_m
from phoihop.cores.towerplan.model import Choice


def check_existing(case: Case, agreed: frozenset[int]) -> None:
    """Tenants of existing masts.

    :param agreed: needs whose place stands in an agreement; ring and vetoes do not ask them again
    """
    renting = np.flatnonzero(case.plan.choice == Choice.RENT)
    targets = case.plan.target[renting]
    apart = metres(case.needs.points[renting], case.masts.points[targets]) if len(renting) else np.empty(0)
    by_mast: dict[int, list[int]] = {}
    for need, mast, away in zip(renting.tolist(), targets.tolist(), apart.tolist(), strict=True):
        by_mast.setdefault(mast, []).append(need)
        if need not in agreed:
            _check_ring(case, need, case.mast(mast), away)
            _check_owner(case, need, mast)
        if case.masts.height_m[mast] < case.needs.height_m[need]:
            found, limit = float(case.masts.height_m[mast]), float(case.needs.height_m[need])
            case.wrong(Rule.HEIGHT, need=case.need(need), mast=case.mast(mast), found=found, limit=limit)
    for mast, needs in sorted(by_mast.items()):
        _check_slots(case, case.mast(mast), needs, case.masts.free[mast].tolist())
        _check_wind(case, case.mast(mast), needs, float(case.masts.wind_left_m2[mast]))
        already = [at for at in range(len(case.rules.operators)) if int(case.masts.tenants[mast]) >> at & 1]
        _check_operators(case, case.mast(mast), needs, already)


def check_new(case: Case, agreed: frozenset[int]) -> None:
    """Members of new masts."""
    _check_reach(case, agreed)
    for at, members in enumerate(case.plan.new.members):
        mast = case.new(at)
        _check_slots(case, mast, members, [1] * (band_of(float(case.plan.new.height_m[at]), case.rules.band_m) + 1))
        _check_new_wind(case, at)
        _check_operators(case, mast, members, [])
        if len(members) > 1 and not agreed.issuperset(members):
            _check_pairs(case, mast, members)


def _check_reach(case: Case, agreed: frozenset[int]) -> None:
    """Rings and heights of the members of all new masts at once."""
    new, needs = case.plan.new, case.needs
    masts = np.repeat(np.arange(len(new)), [len(members) for members in new.members])
    rows = np.array([need for members in new.members for need in members], dtype=np.int64)
    if not len(rows):
        return
    apart, limit = metres(needs.points[rows], new.points[masts]), needs.radius_m[rows]
    # What is nearly too far is measured against its limit one by one.
    for at in np.flatnonzero(apart > limit).tolist():
        if int(rows[at]) not in agreed:
            _check_ring(case, int(rows[at]), case.new(int(masts[at])), float(apart[at]))
    for at in np.flatnonzero(new.height_m[masts] < needs.height_m[rows]).tolist():
        found, wanted = float(new.height_m[masts[at]]), float(needs.height_m[rows[at]])
        mast = case.new(int(masts[at]))
        case.wrong(Rule.HEIGHT, need=case.need(int(rows[at])), mast=mast, found=found, limit=wanted)


def _check_ring(case: Case, need: int, mast: str, away: float) -> None:
    limit = float(case.needs.radius_m[need])
    if away > limit + slack_m(limit):
        case.wrong(Rule.RING, need=case.need(need), mast=mast, found=away, limit=limit)


def _check_owner(case: Case, need: int, mast: int) -> None:
    owner, operator = int(case.masts.owner[mast]), case.operator_of(need)
    vetoes = case.rules.vetoes
    if (owner, operator) in vetoes.owner_tenant:
        names = {"owner": case.operator(owner), "operator": case.operator(operator)}
        case.wrong(Rule.OWNER_VETO, need=case.need(need), mast=case.mast(mast), **names)
    if (case.need(need), case.mast(mast)) in vetoes.need_mast:
        case.wrong(Rule.MAST_DECLINED, need=case.need(need), mast=case.mast(mast))


def _check_slots(case: Case, mast: str, needs: Sequence[int], free: Sequence[int]) -> None:
    """From every band up there is a place for each tenant that wants to be so high or higher (Hall's condition)."""
    wanted = [band_of(float(case.needs.height_m[need]), case.rules.band_m) for need in needs]
    for band in sorted(set(wanted), reverse=True):
        want, places = sum(it >= band for it in wanted), int(sum(free[band:]))
        if want > places:
            who = tuple(case.need(need) for need, it in zip(needs, wanted, strict=True) if it >= band)
            case.wrong(Rule.SLOTS, mast=mast, band=band, found=want, limit=places, needs=who)
            return


def _check_wind(case: Case, mast: str, needs: Sequence[int], limit: float) -> None:
    load = math.fsum(float(case.needs.load_m2[need]) for need in needs)
    if not math.isnan(limit) and load > max(limit, 0.0) + WIND_SLACK_M2 * len(needs):
        case.wrong(Rule.WIND, mast=mast, found=load, limit=limit, needs=case.need_ids(needs))


def _check_new_wind(case: Case, at: int) -> None:
    built = class_named(case.costs, str(case.plan.new.class_code[at]))
    height = float(case.plan.new.height_m[at])
    if built is not None and built.wind_m2 and height in built.heights_m:
        _check_wind(case, case.new(at), case.plan.new.members[at], built.wind_m2[built.heights_m.index(height)])


def _check_operators(case: Case, mast: str, needs: Sequence[int], already: list[int]) -> None:
    standing = list(already)
    for need in needs:
        operator = case.operator_of(need)
        if operator in standing:
            who = tuple(case.need(it) for it in needs if case.operator_of(it) == operator)
            case.wrong(Rule.TENANCY, mast=mast, operator=case.operator(operator), needs=who)
        standing.append(operator)
    if needs and len(set(standing)) > case.rules.max_operators:
        found, limit = len(set(standing)), case.rules.max_operators
        case.wrong(Rule.OPERATORS, mast=mast, found=found, limit=limit, needs=case.need_ids(needs))


def _check_pairs(case: Case, mast: str, members: Sequence[int]) -> None:
    vetoes = case.rules.vetoes
    for one, other in combinations(members, 2):
        first, second = sorted((case.operator_of(one), case.operator_of(other)))
        if (first, second) in vetoes.operators:
            names = {"first": case.operator(first), "second": case.operator(second)}
            case.wrong(Rule.OPERATOR_VETO, mast=mast, needs=case.need_ids((one, other)), **names)
        low, high = sorted((case.need(one), case.need(other)))
        if (low, high) in vetoes.need_need:
            case.wrong(Rule.NEED_DECLINED, mast=mast, first=low, second=high)
