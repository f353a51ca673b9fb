"""What was chosen, told in the order of the input."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.model import Choice, NewMasts, Plan, Reason
from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.near import Lists
from phoihop.cores.towerplan.planning.placing import Crew
from phoihop.cores.towerplan.planning.rents import Rents
from phoihop.cores.towerplan.planning.settling import Settling
from phoihop.cores.towerplan.planning.sites import Sites
from phoihop.cores.towerplan.points import IntArray, Points


def outcome(
    ground: Ground, sites: Sites, settling: Settling, *, seed: int, seconds: Mapping[str, float], peak_bytes: int
) -> Plan:
    """The plan of what the settled blocks chose.

    :raises BadInput: an agreement cannot be kept
    """
    count, blocks = len(ground.needs), settling.blocks
    choice, target = np.full(count, Choice.NONE, dtype=np.int64), np.full(count, -1, dtype=np.int64)
    rent = np.zeros(count, dtype=np.int64)
    rents = blocks.columns.rents
    rows = np.flatnonzero(blocks.chosen[: blocks.rents])
    at = ground.need_order[rents.need[rows]]
    choice[at], target[at], rent[at] = Choice.RENT, ground.mast_order[rents.mast[rows]], rents.cost[rows]
    new = _new_masts(ground, settling)
    for number, members in enumerate(new.members):
        choice[list(members)] = Choice.JOIN if len(members) > 1 else Choice.ALONE
        target[list(members)] = number
    fixed = ground.need_order[ground.fixed_mast >= 0]
    if (choice[fixed] == Choice.NONE).any():
        raise BadInput("fixed.no_room", sorted(fixed[choice[fixed] == Choice.NONE].tolist()))
    agreed_needs = sum(len(members) for members, _, _ in ground.fixed_new)
    lost = count - agreed_needs - int(blocks.size.sum())
    complete = bool((blocks.unserved == blocks.unserved_bound).all())
    built = int(new.cost_units.sum())
    agreed = built - int(blocks.columns.cost[settling.standing.columns].sum())
    alive = np.unique(blocks.block_of)
    return Plan(
        choice=choice, target=target, rent_units=rent, reason=_reasons(ground, sites, choice, rents), new=new,
        cost_units=built + int(rent.sum()), bound_units=agreed + int(blocks.bound.sum()) if complete else -1,
        unserved_bound=lost + int(blocks.unserved_bound.sum()), unit_vnd=ground.costs.unit_vnd,
        components=len(alive), largest=int(blocks.size.max(initial=0)),
        open_components=int(np.count_nonzero((blocks.bound < blocks.cost) | (blocks.unserved_bound < blocks.unserved))),
        seconds=dict(seconds), peak_bytes=peak_bytes, seed=seed,
    )  # fmt: skip


def _new_masts(ground: Ground, settling: Settling) -> NewMasts:
    """Chosen and agreed ones, sorted by their first members in the input."""
    columns, standing = settling.blocks.columns, settling.standing
    crew = Crew.of(columns, standing.columns)
    agreed = _agreed(ground)
    members = Lists(
        np.concatenate([crew.members.starts, crew.members.starts[-1] + agreed.members.starts[1:]]),
        np.concatenate([crew.members.items, agreed.members.items]),
    )
    numbers = np.concatenate([crew.class_number, agreed.class_number])
    offers = ground.prices.offers(numbers, members, ground.band, ground.needs.height_m, ground.load)
    xy = np.concatenate([standing.xy, np.array([place for _, place, _ in ground.fixed_new]).reshape(-1, 2)])
    costs = ground.prices.build[offers] + ground.prices.extra[numbers] * (members.counts - 1)
    places, starts = ground.need_order[members.items].tolist(), members.starts.tolist()
    told = [tuple(sorted(places[a:b])) for a, b in pairwise(starts)]
    order = np.array(sorted(range(len(told)), key=told.__getitem__), dtype=np.int64)
    codes = np.array([entry.code for entry in ground.costs.classes], dtype=np.str_)
    return NewMasts(
        Points(xy[order], ground.frame.geographic), codes[numbers[order]], ground.prices.height_m[offers[order]],
        tuple(told[row] for row in order.tolist()), costs[order],
    )  # fmt: skip


def _agreed(ground: Ground) -> Crew:
    """Agreed new masts, each of the class agreed or else of the cheapest.

    :raises BadInput: no class holds the members
    """
    numbers = []
    for members, _, wanted in ground.fixed_new:
        rows = np.array(members)
        bands, heights = ground.band[rows].tolist(), ground.needs.height_m[rows].tolist()
        prices: list[tuple[int, int]] = []
        for number, entry in enumerate(ground.costs.classes):
            offer = ground.prices.offer(number, bands, heights, ground.load[rows].tolist())
            if wanted in ("", entry.code) and offer >= 0:
                prices.append((ground.prices.units(number, offer, len(rows)), number))
        if not prices:
            raise BadInput("fixed.no_class", sorted(ground.need_order[rows].tolist()))
        numbers.append(min(prices)[1])
    starts = np.concatenate([[0], np.cumsum([len(members) for members, _, _ in ground.fixed_new])]).astype(np.int64)
    items = np.array([need for members, _, _ in ground.fixed_new for need in members], dtype=np.int32)
    return Crew(Lists(starts, items), np.array(numbers, dtype=np.int64))


def _reasons(ground: Ground, sites: Sites, choice: IntArray, rents: Rents) -> tuple[Reason, ...]:
    reasons = [Reason.SERVED] * len(choice)
    lost = np.flatnonzero(choice[ground.need_order] == Choice.NONE)
    if len(lost):
        by_need = sites.covers.turned(len(choice))
        renting = np.bincount(rents.need, minlength=len(choice)) > 0
        for row in lost.tolist():
            alone = Reason.CROWDED if renting[row] else _reason(ground, sites, row, by_need[row].astype(np.int64))
            reasons[int(ground.need_order[row])] = alone
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
