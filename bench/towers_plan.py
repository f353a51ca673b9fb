"""The joint plan of a year, against the whole model in HiGHS and in CP-SAT on the same rows.

Networks are invented (``cores/towerplan/invented``); new masts keep 100 m from all others. Times are of the core with
code warm, but for the province, which is a new process that invents, plans and ends. PHOIHOP_BENCH_LONG=1 adds what
takes minutes.
"""

from __future__ import annotations

import subprocess
import sys
import time

import numpy as np

from bench.peers import LONG, cp_sat, highs
from bench.table import Row
from bench.towers_command import command
from bench.towers_whole import whole_model
from phoihop.cores.towerplan.invented import invent
from phoihop.cores.towerplan.model import Costs, MastClass, Masts, Needs, Plan, Points, Rules
from phoihop.cores.towerplan.planning import kernel, plan

MILLION, SEED = 1_000_000, 4
SPACING_M = {("*", "*"): 100.0}
COSTS = Costs(
    classes=(
        MastClass(
            "A2b", (18.0, 24.0, 30.0, 36.0, 42.0, 48.0), tuple(m * MILLION for m in (500, 650, 800, 1000, 1200, 1500)),
            extra_tenant_vnd=60 * MILLION,
        ),
        MastClass("A1b", (12.0, 18.0, 24.0), (500 * MILLION, 800 * MILLION, 1100 * MILLION), concealed=True),
    ),
    rent_vnd=48 * MILLION,
)  # fmt: skip
Rows = tuple[Masts, Needs, Rules, Costs]


def run() -> list[Row]:
    """The short rows, and the long ones where they are wanted."""
    small = invented(4_000, 1_000)
    plan(*small)
    rows = [
        province(), command("province, 600 needs", 3_000, 600, 2.0), nation(),
        command("nation, 30,000 needs", 120_000, 30_000, 6.0), against_peers(10_000 if LONG else 2_000),
        dense(60_000), one_component(10_000, 60.0),
    ]  # fmt: skip
    if LONG:
        rows += [dense(90_000), ten_nations(), apart()]
    return rows


def invented(masts: int, needs: int) -> Rows:
    """An invented network with the bench's rules and costs."""
    network = invent(masts, needs, seed=SEED)
    return network.masts, network.needs, Rules(operators=network.operators, spacing_m=SPACING_M), COSTS


def timed(rows: Rows, deadline_s: float | None = None) -> tuple[Plan, float]:
    """A plan and its seconds."""
    began = time.perf_counter()
    found = plan(*rows, deadline_s=deadline_s)
    return found, time.perf_counter() - began


def said(found: Plan, seconds: float) -> str:
    """What a run came to."""
    proof = "gap 0" if found.gap == 0 else f"gap {found.gap:.2%}"
    parts = f"{found.components:,} components, largest {found.largest}"
    return f"{seconds:.2f} s, {proof}, {found.cost_units:,}; {parts}; {found.peak_bytes / 2**30:.2f} GiB"


def province() -> Row:
    """3,000 masts and 600 needs in a process that has never planned."""
    code = (
        "from bench.towers_plan import invented, plan; found = plan(*invented(3000, 600)); "
        "print(found.gap, found.seconds['total'])"
    )
    began = time.perf_counter()
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    seconds = time.perf_counter() - began
    ours = f"{seconds:.2f} s cold, core {float(told[1]):.3f} s, gap {float(told[0]):.0%}"
    return Row("province: 3,000 masts, 600 needs", ours, "–", "cold < 2 s", seconds < 2 and float(told[0]) == 0)


def nation() -> Row:
    """120,000 masts, 30,000 needs, five operators."""
    rows = invented(120_000, 30_000)
    timed(rows)
    found, seconds = timed(rows)
    peers = "–"
    if LONG:
        model = whole_model(*rows)
        peers = f"{highs(model)}; {cp_sat(model)}"
    return Row("nation: 30,000 needs", said(found, seconds), peers, "gap 0 in 1 s", found.gap == 0 and seconds <= 1)


def against_peers(needs: int) -> Row:
    """A model the peers can close, or nearly."""
    rows = invented(4 * needs, needs)
    found, seconds = timed(rows)
    model = whole_model(*rows)
    peers = [highs(model), cp_sat(model)]
    faster = min(peer.seconds for peer in peers) / seconds
    ours = f"{said(found, seconds)}; {faster:.0f} × faster"
    name = f"{needs:,} needs against whole models"
    return Row(name, ours, "; ".join(map(str, peers)), "200 × faster", found.gap == 0 and faster >= 200)


def dense(needs: int) -> Row:
    """More needs on the same area."""
    found, seconds = timed(invented(120_000, needs))
    ours = said(found, seconds)
    return Row(f"dense: {needs:,} needs", ours, "–", "gap 0 in 60 s", found.gap == 0 and seconds <= 60)


def ten_nations() -> Row:
    """1,200,000 masts and 300,000 needs."""
    found, seconds = timed(invented(1_200_000, 300_000))
    met = found.gap == 0 and seconds <= 10 and found.peak_bytes < 2 * 2**30
    return Row("ten nations: 300,000 needs", said(found, seconds), "–", "gap 0 in 10 s, < 2 GiB", met)


def apart() -> Row:
    """The nation where every new mast keeps 400 m, in towns too: a sixth of the needs cannot be served."""
    masts, needs, rules, costs = invented(120_000, 30_000)
    found, seconds = timed((masts, needs, Rules(rules.operators, spacing_m={("*", "*"): 400.0}), costs))
    return Row("nation, 400 m everywhere", said(found, seconds), "–", "gap 0", found.gap == 0)


def one_component(needs: int, seconds: float) -> Row:
    """Rings that overlap sixteen-fold all over."""
    rng = np.random.default_rng(SEED)
    radius = rng.integers(20, 41, needs) * 10.0
    side = float(np.sqrt(needs * np.pi * (radius**2).mean() / 16))
    masts = invent(needs // 10, 10, seed=SEED).masts
    masts = Masts(
        masts.ids, Points(rng.uniform(0, side, (len(masts), 2))), masts.owner, masts.tenants, masts.height_m,
        masts.class_code, masts.free, masts.rent_vnd, masts.wind_left_m2,
    )  # fmt: skip
    wanted = Needs(
        np.array([f"N{number:06}" for number in range(needs)]), rng.integers(0, 5, needs),
        Points(rng.uniform(0, side, (needs, 2))), radius, rng.choice([18.0, 21.0, 24.0, 27.0, 30.0], needs),
        np.full(needs, "5G"), np.full(needs, 2027), np.zeros(needs),
    )  # fmt: skip
    rules = Rules(operators=("A", "B", "C", "D", "E"), spacing_m={})
    found, taken = timed((masts, wanted, rules, COSTS), seconds)
    goal = f"gap ≤ 0.2 % in {seconds:.0f} s"
    met = kernel.ready() and found.gap <= 0.002 and taken <= seconds * 1.1
    return Row(f"one component of {needs:,} needs", said(found, taken), "–", goal, met)
