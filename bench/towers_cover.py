"""The k sites that newly serve most people, against the whole model in HiGHS and in CP-SAT.

The region is invented: square cells of 500 m; one town for 400 cells, whose sizes follow a power law and whose people
thin out over 1.5 km; half of the country cells are inhabited. Existing masts stand where people are, and serve 0.9 to
2.2 km around: about nine in ten people. Points for new sites are drawn among the cells without service, by people; a
site reaches 1.4 to 2.2 km.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from bench.peers import LONG, PEER_SECONDS, cp_sat, highs
from bench.table import Row
from phoihop.cores.towerplan.coverage import Lists, cover_most, covered_by, reach_within
from phoihop.cores.towerplan.mip import Limits, Model, ModelBuilder
from phoihop.cores.towerplan.points import Points

CELL_M, SEED = 500.0, 1


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the table."""

    cells: int
    points: int
    sites: int
    seconds: float
    """The goal."""
    gap: float


SHORT = (Case(12_000, 1000, 30, 0.2, 0.0),)
MORE = (Case(12_000, 1000, 50, 0.2, 0.0), Case(42_000, 2000, 100, 30.0, 0.01), Case(42_000, 2000, 200, 30.0, 0.01))


def run() -> list[Row]:
    """Solve each case, then give it to the peers."""
    return [_row(case) for case in (*SHORT, *(MORE if LONG else ()))]


def region(cells: int, points: int) -> tuple[Any, Lists, Any]:
    """People of each cell, what each point reaches, and the cells that are served already."""
    rng = np.random.default_rng(SEED)
    side = int(np.ceil(np.sqrt(cells)))
    xy = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1).reshape(-1, 2)[:cells] * CELL_M
    towns = max(8, cells // 400)
    middle, size = rng.uniform(0, side * CELL_M, (towns, 2)), rng.pareto(1.2, towns) + 0.2
    apart = np.linalg.norm(xy[:, None] - middle[None], axis=2)
    country = np.where(rng.random(cells) < 0.5, rng.gamma(1.0, 30.0, cells), 0.0)
    people = rng.poisson((size * np.exp(-apart / 1500.0)).sum(axis=1) * 400 + country)
    masts = _near(rng, xy, people + 2.0, round(cells * 0.06))
    covered = covered_by(
        reach_within(Points(masts), Points(xy), rng.choice((900.0, 1400.0, 2200.0), len(masts))), cells
    )
    sites = _near(rng, xy, np.where(covered, 0.0, people + 1.0), points)
    return people, reach_within(Points(sites), Points(xy), rng.choice((1400.0, 1800.0, 2200.0), points)), covered


def _near(rng: np.random.Generator, xy: Any, weight: Any, count: int) -> Any:
    drawn = rng.choice(len(xy), count, p=weight / weight.sum())
    return xy[drawn] + rng.uniform(-CELL_M / 2, CELL_M / 2, (count, 2))


def _row(case: Case) -> Row:
    people, reach, covered = region(case.cells, case.points)
    limits = Limits(seconds=max(case.seconds, 30.0))
    cover = cover_most(people, reach, case.sites, covered=covered, limits=limits)
    model = _whole(people, reach, covered, case.sites)
    peers = [peer(model, sign=-1) for peer in (highs, cp_sat)]
    for peer in peers:
        if peer.value > cover.bound + 0.5:
            raise RuntimeError(f"{peer.name} serves more than the bound allows")
    goal = "optimal" if case.gap == 0 else f"gap ≤ {case.gap:.0%}"
    state = "optimal" if cover.proven else f"gap {cover.gap:.2%}"
    return Row(
        f"coverage: {case.sites} sites, {case.cells:,} cells × {case.points:,} points",
        f"{cover.served:,} people, {state} in {cover.seconds:.2f} s",
        f"{'; '.join(map(str, peers))} (limit {PEER_SECONDS:.0f} s)",
        f"{goal} in {case.seconds:g} s",
        cover.gap <= case.gap and cover.seconds <= case.seconds,
    )


def _whole(people: Any, reach: Lists, covered: Any, sites: int) -> Model:
    """Each cell without service counts where a site that reaches it is built."""
    open_ = np.flatnonzero(~covered & (people > 0))
    place = np.full(len(people), -1)
    place[open_] = np.arange(len(open_))
    entries = place[reach.items] >= 0
    builder = ModelBuilder()
    built = builder.columns(np.zeros(len(reach)))
    served = builder.columns(-people[open_].astype(float))
    builder.rows(
        len(open_),
        np.concatenate([place[reach.items[entries]], np.arange(len(open_))]),
        np.concatenate([built[reach.rows[entries]], served]),
        np.concatenate([-np.ones(int(entries.sum())), np.ones(len(open_))]),
        upper=0.0,
    )
    builder.rows(1, np.zeros(len(built), dtype=np.int64), built, 1.0, upper=float(sites))
    return builder.build()
