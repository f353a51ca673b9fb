"""What was chosen, told in the order of the input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.model import Choice, NewMasts, Plan, Reason
from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.settling import Settling
from phoihop.cores.towerplan.planning.sites import Sites
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points


@dataclass(frozen=True, slots=True, eq=False)
class _Built:
    """One new mast, its members by position in the input."""

    members: tuple[int, ...]
    xy: FloatArray
    class_code: str
    height_m: float
    cost: int


def outcome(
    ground: Ground, sites: Sites, settling: Settling, *, seed: int, seconds: Mapping[str, float], peak_bytes: int
) -> Plan:
    """The plan of what the settled blocks chose.

    :raises BadInput: an agreement cannot be kept
    """
    count = len(ground.needs)
    choice, target = np.full(count, Choice.NONE, dtype=np.int64), np.full(count, -1, dtype=np.int64)
    rent = np.zeros(count, dtype=np.int64)
    blocks = settling.blocks.by_number.values()
    chosen = np.concatenate([np.zeros(0, dtype=np.int64), *(block.chosen for block in blocks)])
    rents = settling.blocks.columns.rents
    rows = chosen[chosen < len(rents)]
    at = ground.need_order[rents.need[rows]]
    choice[at], target[at], rent[at] = Choice.RENT, ground.mast_order[rents.mast[rows]], rents.cost[rows]
    built = sorted([*_chosen(ground, settling), *_agreed(ground)], key=lambda mast: mast.members)
    for number, mast in enumerate(built):
        members = list(mast.members)
        choice[members] = Choice.JOIN if len(members) > 1 else Choice.ALONE
        target[members] = number
    fixed = ground.need_order[ground.fixed_mast >= 0]
    if (choice[fixed] == Choice.NONE).any():
        raise BadInput("fixed.no_room", sorted(fixed[choice[fixed] == Choice.NONE].tolist()))
    agreed = sum(mast.cost for mast in _agreed(ground))
    lost = count - len(agreed_needs(ground)) - sum(len(block.needs) for block in blocks)
    complete = all(block.unserved_bound == block.unserved for block in blocks)
    return Plan(
        choice=choice, target=target, rent_units=rent, reason=_reasons(ground, sites, choice),
        new=_new_masts(built, ground.frame.geographic),
        cost_units=agreed + sum(block.cost for block in blocks),
        bound_units=agreed + sum(block.bound for block in blocks) if complete else -1,
        unserved_bound=lost + sum(block.unserved_bound for block in blocks), unit_vnd=ground.costs.unit_vnd,
        components=len(blocks), largest=max((len(block.needs) for block in blocks), default=0),
        open_components=sum(block.bound < block.cost or block.unserved_bound < block.unserved for block in blocks),
        seconds=dict(seconds), peak_bytes=peak_bytes, seed=seed,
    )  # fmt: skip


def agreed_needs(ground: Ground) -> list[int]:
    """Members of agreed new masts."""
    return [need for members, _, _ in ground.fixed_new for need in members]


def _chosen(ground: Ground, settling: Settling) -> list[_Built]:
    built = []
    columns, standing = settling.blocks.columns, settling.standing
    for row, column in enumerate(standing.columns.tolist()):
        members = columns.members[column]
        number = int(columns.groups.class_number[column - len(columns.rents)])
        offer = ground.prices.offer(
            number, ground.band[members].tolist(), ground.needs.height_m[members].tolist(),
            ground.load[members].tolist(),
        )  # fmt: skip
        code, height = ground.costs.classes[number].code, float(ground.prices.height_m[offer])
        places = tuple(sorted(ground.need_order[members].tolist()))
        built.append(_Built(places, standing.xy[row], code, height, int(columns.cost[column])))
    return built


def _agreed(ground: Ground) -> list[_Built]:
    built = []
    for members, xy, wanted in ground.fixed_new:
        rows = np.array(members)
        offers = []
        for number, entry in enumerate(ground.costs.classes):
            if wanted in ("", entry.code):
                bands, heights = ground.band[rows].tolist(), ground.needs.height_m[rows].tolist()
                offer = ground.prices.offer(number, bands, heights, ground.load[rows].tolist())
                if offer >= 0:
                    offers.append((ground.prices.units(number, offer, len(rows)), number, offer))
        places = tuple(sorted(ground.need_order[rows].tolist()))
        if not offers:
            raise BadInput("fixed.no_class", places)
        cost, number, offer = min(offers)
        height = float(ground.prices.height_m[offer])
        built.append(_Built(places, np.array(xy), ground.costs.classes[number].code, height, cost))
    return built


def _new_masts(built: list[_Built], geographic: bool) -> NewMasts:
    return NewMasts(
        Points(np.array([mast.xy for mast in built], dtype=np.float64).reshape(-1, 2), geographic),
        np.array([mast.class_code for mast in built], dtype=np.str_),
        np.array([mast.height_m for mast in built], dtype=np.float64),
        tuple(mast.members for mast in built),
        np.array([mast.cost for mast in built], dtype=np.int64),
    )


def _reasons(ground: Ground, sites: Sites, choice: IntArray) -> tuple[Reason, ...]:
    reasons = [Reason.SERVED] * len(choice)
    lost = np.flatnonzero(choice[ground.need_order] == Choice.NONE)
    if len(lost):
        by_need = sites.covers.turned(len(choice))
        for row in lost.tolist():
            reasons[int(ground.need_order[row])] = _reason(ground, sites, row, by_need[row].astype(np.int64))
    return tuple(reasons)


def _reason(ground: Ground, sites: Sites, need: int, points: IntArray) -> Reason:
    if not sites.zoned[points].any():
        return Reason.ZONE
    if not sites.allowed[points].any():
        return Reason.SPACING
    band, height, load = int(ground.band[need]), float(ground.needs.height_m[need]), int(ground.load[need])
    for row in range(len(ground.costs.classes)):
        if sites.allowed[points, row].any() and ground.prices.offer(row, [band], [height], [load]) >= 0:
            return Reason.CROWDED
    return Reason.HEIGHT
