"""The joint plan as one compact model, as one would write it for a solver: what the peers of the planner are given.

A site is a largest set of needs that some point serves, several times over: an operator may want more than one mast of
it, and one more helps to part its needs. A site is built at one of the heights on offer, and each need rents a mast or
joins a site. Heights are nested rows. The spacing of new masts from each other is left out, which makes it easier.
"""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.mip import Model, ModelBuilder
from phoihop.cores.towerplan.model import Costs, Masts, Needs, Rules
from phoihop.cores.towerplan.planning.ground import Ground, prepare
from phoihop.cores.towerplan.planning.rents import limits_of, possible_rents
from phoihop.cores.towerplan.planning.sites import enough_sites


def whole_model(masts: Masts, needs: Needs, rules: Rules, costs: Costs) -> Model:
    """Least cost with every need served; infeasible where one cannot be."""
    ground = prepare(masts, needs, rules, costs)
    rents, builder = possible_rents(ground), ModelBuilder()
    tenancy = builder.columns(rents.cost)
    limits = limits_of(ground, rents)
    if len(limits):
        builder.rows(len(limits), limits.lists.rows, limits.lists.items, limits.weights, upper=limits.capacity)
    served = [(rents.need, tenancy)]
    for members, number in sites_of(ground):
        wanted = int(np.bincount(operators_of(ground, members)).max()) + 1
        for _ in range(min(wanted, len(members))):
            served.append((members, _site(builder, ground, members, number)))
    need = np.concatenate([rows for rows, _ in served])
    builder.rows(len(needs), need, np.concatenate([columns for _, columns in served]), 1.0, lower=1.0, upper=1.0)
    return builder.build()


def operators_of(ground: Ground, members: np.ndarray) -> np.ndarray:
    """The operators of some needs."""
    return ground.needs.operator[members]


def sites_of(ground: Ground) -> list[tuple[np.ndarray, int]]:
    """Largest sets of needs that a point serves, with a class that may stand there."""
    sites = enough_sites(ground)
    found: dict[tuple[int, frozenset[int]], None] = {}
    for row in range(len(sites)):
        members = frozenset(sites.covers[row].tolist())
        for number in np.flatnonzero(sites.allowed[row]).tolist():
            found[number, members] = None
    holding: dict[tuple[int, int], list[frozenset[int]]] = {}
    for number, members in found:
        for need in members:
            holding.setdefault((number, need), []).append(members)
    largest = []
    for number, members in found:
        if not any(members < other for other in holding[number, next(iter(members))]):
            largest.append((np.array(sorted(members)), number))
    return largest


def _site(builder: ModelBuilder, ground: Ground, members: np.ndarray, number: int) -> np.ndarray:
    """One site: the columns of its members."""
    prices, extra = ground.prices, int(ground.prices.extra[number])
    offers = np.arange(prices.starts[number], prices.starts[number + 1])
    built = builder.columns(prices.build[offers] - extra)
    joins = builder.columns(np.full(len(members), extra))
    ones, here, zeros = np.zeros(len(offers), np.int64), np.arange(len(members)), np.zeros(len(members), np.int64)
    builder.rows(1, ones, built, 1.0, upper=1.0)
    tall = prices.height_m[offers][None, :] >= ground.needs.height_m[members][:, None] - 1e-9
    row, offer = np.nonzero(tall)
    builder.rows(
        len(members), np.concatenate([here, row]), np.concatenate([joins, built[offer]]),
        np.concatenate([np.ones(len(members)), -np.ones(len(row))]), upper=0.0,
    )  # fmt: skip
    band = ground.band[members]
    for floor in np.unique(band):
        above = np.flatnonzero(band >= floor)
        room = np.maximum(prices.band[offers] - floor + 1, 0)
        builder.rows(
            1, np.concatenate([zeros[above], ones]), np.concatenate([joins[above], built]),
            np.concatenate([np.ones(len(above)), -room]), upper=0.0,
        )  # fmt: skip
    operator = operators_of(ground, members)
    for twice in np.flatnonzero(np.bincount(operator) > 1):
        same = joins[operator == twice]
        builder.rows(1, np.zeros(len(same), np.int64), same, 1.0, upper=1.0)
    if len(members) > ground.rules.max_operators:
        builder.rows(1, zeros, joins, 1.0, upper=ground.rules.max_operators)
    return joins
