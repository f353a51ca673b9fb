"""Pooled tables protected and audited, against τ-Argus (``pytauargus``, optimal suppression by HiGHS).

Invented figures: sizes of enterprises follow a power law; the five largest are in most districts, the others in a
quarter of them. Both hide what the p%-rule (10 %, a rival who knows its own figure) and the minimum of three
contributors ask for, weighing hidden figures by their size. τ-Argus looks at cells, not at contributors: it does not
ask what a rival derives who subtracts its own figures from several cells. So our audit has the last word on both.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bench.table import Row
from phoihop.cores.disclosure import (
    Contribution,
    Problem,
    Rules,
    Variable,
    audit,
    build,
    protect,
    suppressed,
    weights_of,
)

ENTERPRISES, DISTRICTS, GROUP = 30, 12, 4
OF_HOLDINGS = "P(0,0)|P(0,0)|P(10,1)|P(0,0)|FREQ(0,0)|FREQ(3,10)"
"""For τ-Argus: rows of one enterprise count as one contributor, which it calls a holding."""
RULES = Rules(minimum=3, p_percent=10.0)
PLACE = Variable("place", {f"d{at:02}": f"g{at // GROUP}" for at in range(DISTRICTS)}, "Total")
KIND = Variable("kind", {}, "Total")
PERIOD = Variable("period", {f"h{at}": f"y{at // 2}" for at in range(8)}, None)


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the table: so many tables of one shape."""

    what: str
    tables: int
    seconds: float
    """The goal."""
    variables: tuple[Variable, ...]
    codes: int
    """Of the second variable."""
    peer: bool = True


CASES = (
    Case("districts and their groups", 320, 10.0, (PLACE,), 1),
    Case("districts × 4 technologies", 8, 10.0, (PLACE, KIND), 4),
    Case("districts × 8 half-years with their years", 40, 20.0, (PLACE, PERIOD), 8, peer=False),
)


def run() -> list[Row]:
    """Protect each case, then give it to τ-Argus."""
    return [_row(case) for case in CASES]


def contributions(case: Case, seed: int) -> list[Contribution]:
    """What enterprises reported of one indicator."""
    rng = np.random.default_rng(seed)
    size = rng.pareto(1.5, ENTERPRISES) + 0.3
    order = np.argsort(-size)
    found = []
    for rank, who in enumerate(order.tolist()):
        here = rng.random(DISTRICTS) < (0.8 if rank < 5 else 0.25)
        for place in np.flatnonzero(here).tolist():
            base = 100 * size[who] * rng.lognormal(0, 0.7)
            for code in range(case.codes):
                value = float(max(1, round(base * rng.lognormal(0, 0.1 if case.variables[-1] is PERIOD else 0.5))))
                codes = {"place": f"d{place:02}", "kind": f"k{code}", "period": f"h{code}"}
                found.append(Contribution(f"E{who:02}", codes, value))
    return found


def _row(case: Case) -> Row:
    names = [it.name for it in case.variables]
    rows = [contributions(case, seed) for seed in range(case.tables)]
    lost, gap, passed, began = 0.0, 0.0, True, time.perf_counter()
    problems = []
    for own in rows:
        problem = build(own, case.variables, [names])
        kept = protect(problem, RULES, seconds=20.0)
        passed &= audit(problem, kept.publication, RULES).passed
        lost, gap = lost + kept.lost, max(gap, kept.gap)
        problems.append(problem)
    seconds = time.perf_counter() - began
    state = "each proven least" if gap <= 1e-6 else f"largest gap {gap:.2%}"
    what = f"pooled tables: {case.tables} of {ENTERPRISES} enterprises by {case.what}, protected and audited"
    ours = (
        f"{lost / case.tables / 10:.2f} % lost, {state}, {seconds:.2f} s, all audits {'passed' if passed else 'FAILED'}"
    )
    peer = _peer(case, names, rows, problems) if case.peer else "τ-Argus knows no table without a grand total"
    return Row(what, ours, peer, f"{case.seconds:g} s, audits pass", passed and seconds <= case.seconds)


def _peer(case: Case, names: Sequence[str], rows: Sequence[list[Contribution]], problems: Sequence[Problem]) -> str:
    if importlib.util.find_spec("pytauargus") is None:
        return "τ-Argus is not installed (requirements/bench.txt)"
    lost, leaks, seconds = 0.0, 0, 0.0
    for own, problem in zip(rows, problems, strict=True):
        with _elsewhere() as folder:
            began = time.perf_counter()
            table = _tau_argus(own, names, folder)
            seconds += time.perf_counter() - began
            hidden = _hidden(table, names, problem)
        lost += float(weights_of(problem)[hidden].sum())
        leaks += not audit(problem, suppressed(problem, hidden), RULES).passed
    return f"τ-Argus: {lost / case.tables / 10:.2f} % lost, {seconds:.2f} s, {leaks} of {case.tables} fail the audit"


def _tau_argus(own: Sequence[Contribution], names: Sequence[str], folder: str) -> Any:
    import pytauargus  # noqa: PLC0415 - a peer

    own = sorted(own, key=lambda it: it.contributor)
    micro: dict[str, list[Any]] = {name: [it.codes[name] for it in own] for name in names}
    micro["area"] = [PLACE.parents[it.codes["place"]] for it in own]
    micro["holding"] = [it.contributor for it in own]
    micro["amount"] = [it.value for it in own]
    done = pytauargus.protect(
        micro, [list(names)], response="amount", safety_rules=OF_HOLDINGS, suppress="OPT(1)",
        hrc={"place": "place > area"}, holding_var="holding", workdir=folder,
    )  # fmt: skip
    return done.tables[0]


def _hidden(table: Any, names: Sequence[str], problem: Problem) -> Any:
    """Our cells that τ-Argus hides."""
    places = {key: cell for cell, keys in enumerate(problem.keys) for key in keys}
    found = np.zeros(len(problem), bool)
    frame = table.dataframe()
    for key, status in zip(zip(*(frame[name] for name in names), strict=True), table.status(), strict=True):
        if status in ("U", "M") and tuple(map(str, key)) in places:
            found[places[tuple(map(str, key))]] = True
    return found


@contextlib.contextmanager
def _elsewhere() -> Iterator[str]:
    """A folder for what τ-Argus writes; its engine prints, which is kept off the table."""
    here = os.getcwd()  # noqa: PTH109
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "w") as nowhere:  # noqa: PTH123
        os.chdir(folder)
        try:
            with contextlib.redirect_stdout(nowhere):
                yield folder
        finally:
            os.chdir(here)
