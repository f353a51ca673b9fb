"""The fewest masts that a city needs, against the same programme as one whole model in HiGHS and in CP-SAT.

The city is invented as dense as São Paulo, where 22,459 stations of four operators at 1.26 a mast stand on 1,521 km²:
12 masts a km², clustered, with heights, tenants and free slots as ``towerplan.invented`` has them. A tenancy moves to a
slot at its height or above.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from shapely import box

from bench.peers import LONG, PEER_SECONDS, cp_sat, highs
from bench.table import Row
from phoihop.cores.towerplan.consolidate import consolidate, stages, tenancies_of
from phoihop.cores.towerplan.consolidate._programme import Part, programme
from phoihop.cores.towerplan.consolidate._ways import ways_of
from phoihop.cores.towerplan.invented import Network, invent
from phoihop.cores.towerplan.mip import Limits, Model
from phoihop.cores.towerplan.model import Rules

MASTS_A_KM2, KM_A_DEGREE, SEED = 12.0, 111.32, 1
WEST, SOUTH = 105.8, 21.0


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the table."""

    masts: int
    move_m: float
    seconds: float
    """The goal."""
    gap: float


SHORT = (Case(2000, 300.0, 5.0, 0.0),)
MORE = (Case(10_000, 150.0, 15.0, 0.0), Case(10_000, 300.0, 60.0, 0.03))


def run() -> list[Row]:
    """Solve each case, then give it to the peers."""
    return [_row(case) for case in (*SHORT, *(MORE if LONG else ()))]


def city(masts: int) -> Network:
    """A square city of so many masts."""
    side = np.sqrt(masts / MASTS_A_KM2) / KM_A_DEGREE
    return invent(masts, 0, seed=SEED, area=box(WEST, SOUTH, WEST + side / np.cos(np.radians(SOUTH)), SOUTH + side))


def _row(case: Case) -> Row:
    network = city(case.masts)
    rules = Rules(network.operators)
    people = tenancies_of(network.masts, rules.band_m)
    plan = consolidate(network.masts, people, rules, case.move_m, limits=Limits(seconds=case.seconds))
    steps = stages(network.masts, people, rules, plan, most=max(1, case.masts // 20))
    if sum(len(step.removed) for step in steps) != case.masts - plan.kept:
        raise RuntimeError("the stages do not take down what the plan does")
    model = _whole(network, case.move_m, rules)
    peers = [peer(model) for peer in (highs, cp_sat)]
    for peer in peers:
        if peer.value < plan.bound - 0.5:
            raise RuntimeError(f"{peer.name} keeps fewer masts than the bound allows")
    state = "proven" if plan.gap == 0 else f"gap {plan.gap:.2%}"
    goal = "proven" if case.gap == 0 else f"gap ≤ {case.gap:.0%}"
    return Row(
        f"consolidation: {case.masts:,} masts, {case.move_m:.0f} m (largest group {plan.largest:,})",
        f"keep {plan.kept:,}, {state} in {plan.seconds:.2f} s",
        f"{'; '.join(map(str, peers))} (limit {PEER_SECONDS:.0f} s)",
        f"{goal} in {case.seconds:g} s",
        plan.gap <= case.gap and plan.seconds <= case.seconds,
    )


def _whole(network: Network, move_m: float, rules: Rules) -> Model:
    ways = ways_of(network.masts, tenancies_of(network.masts, rules.band_m), rules, move_m, 0.0, None)
    everything = Part(np.arange(len(network.masts)), np.arange(len(ways.tenancy)))
    return programme(ways, everything, np.ones(len(network.masts)), np.zeros(len(ways.tenancy)), None)
