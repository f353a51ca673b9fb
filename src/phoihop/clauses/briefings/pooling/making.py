"""Making the pooled table of a round, group by group."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Sequence

import numpy as np

from phoihop.clauses.briefings.checking import Breakdown, FormShape
from phoihop.clauses.briefings.pooling.families import (
    families_of,
    loose_breakdowns,
)
from phoihop.clauses.briefings.pooling.figures import Place, Pool, PooledFigure, Sheet, Told
from phoihop.clauses.briefings.pooling.layers import Entangled, layers_of
from phoihop.clauses.briefings.pooling.linking import Group, groups_of
from phoihop.clauses.briefings.pooling.problems import Reader, problem_of, reader_of, usable_families
from phoihop.cores.disclosure import (
    BadInput,
    Contribution,
    Earlier,
    Problem,
    Rules,
    Variable,
    audit,
    build,
    own_shares,
    protect,
    suppressed,
    weights_of,
)

Step = Callable[[int, str], None]
UNREAD = 1e-3
"""What hiding a figure costs that nobody reads anyway."""


def make_pool(
    shape: FormShape,
    additive: Sequence[str],
    sheet: Sheet,
    told: Sequence[Told],
    rules: Rules,
    *,
    seconds: float = 20.0,
    step: Step | None = None,
) -> Pool:
    """What of a round's totals may be shown.

    :param additive: indicators whose figures add up between parties; averages and percentages do not
    :param told: earlier publications, the oldest first
    :param seconds: most for one group; what is not proved least by then hides more, never less
    :param step: told after each group how many are done
    """
    pool = Pool()
    groups, tied = groups_of(shape, additive)
    pool.figures += [PooledFigure((code, None), None, "linked") for code in sorted(tied & set(additive))]
    for done, group in enumerate(groups, start=1):
        _pool_group(pool, group, shape, sheet, told, rules, seconds)
        if step is not None:
            step(done, shape.by_code[group.total].name)
    return pool


def _pool_group(
    pool: Pool, group: Group, shape: FormShape, sheet: Sheet, told: Sequence[Told], rules: Rules, seconds: float
) -> None:
    """The total with its parts and breakdowns, then each breakdown that does not add up on its own."""
    families = families_of(group, shape)
    places = frozenset({(group.total, None)}.union(*(family.places.values() for family in families)))
    try:
        asked = frozenset((cell.indicator, cell.code) for one in shape.indicators for cell in one.cells)
        layers = layers_of(sheet, told, places, asked)
        usable, uneven = usable_families(group, families, layers)
        if any(place in cells for _, cells in layers.known for family in uneven for place in family.places.values()):
            raise Entangled
        problem = problem_of(group, usable, layers)
    except (Entangled, BadInput):
        pool.figures += [PooledFigure(place, None, "before") for place in sorted(places, key=str)]
    else:
        if problem is not None:
            _decide(pool, group.total, problem, reader_of(group, usable, layers), rules, seconds)
        pool.figures += [PooledFigure(place, None, "uneven") for one in uneven for place in one.places.values()]
    for indicator, breakdown in loose_breakdowns(group, shape):
        _pool_loose(pool, indicator, breakdown, sheet, told, rules, seconds)


def _pool_loose(
    pool: Pool, indicator: str, breakdown: Breakdown, sheet: Sheet, told: Sequence[Told], rules: Rules, seconds: float
) -> None:
    """Values that overlap, such as technologies on one mast: each is a total of its own."""
    places = {member.code: (indicator, member.code) for member in breakdown.members}
    wanted = frozenset(places.values())
    own = {party: {at: row[at] for at in wanted if at in row} for party, row in sheet.items()}
    for one in told:
        theirs = {party: {at: row[at] for at in wanted if at in row} for party, row in one.sheet.items()}
        if any(at in one.cells for at in wanted) and (one.relation != "same" or theirs != own):
            pool.figures += [PooledFigure(place, None, "before") for place in places.values()]
            return
    rows = [
        Contribution(party, {breakdown.code: at[1] or ""}, value)
        for party, row in own.items()
        for at, value in row.items()
    ]
    if not rows:
        return
    known = [
        Earlier({breakdown.code: at[1] or ""}, value) for one in told for at, value in one.cells.items() if at in wanted
    ]
    problem = build(rows, [Variable(breakdown.code, {}, None)], [[breakdown.code]], known)

    def read(problem: Problem, key: Sequence[str]) -> Place | None:
        return places.get(key[0])

    _decide(pool, f"{indicator}/{breakdown.code}", problem, read, rules, seconds)


def _decide(pool: Pool, name: str, problem: Problem, read: Reader, rules: Rules, seconds: float) -> None:
    """Hide, audit, and read the result back; where earlier words already tell too much nothing is added."""
    if bool((problem.amounts < 0).any()):
        rules = dataclasses.replace(rules, signed=True)
    places = [next((found for key in keys if (found := read(problem, key))), None) for keys in problem.keys]
    real = np.array([place is not None for place in places], bool) & problem.shown
    weights = np.where(real, weights_of(problem), np.where(problem.shown, UNREAD, 0.0))
    kept = protect(problem, rules, weights=weights, seconds=seconds)
    report = audit(problem, kept.publication, rules)
    silent = not report.passed
    if silent:  # earlier words tell too much already: nothing is added to them
        report = audit(problem, suppressed(problem, problem.shown), rules)
    shares = own_shares(problem, kept.publication)
    for at, place in enumerate(places):
        if place is None or not real[at]:
            continue
        told = bool(kept.publication.exact[at]) and not silent
        why = "" if told else "before" if silent else str(kept.why[at] or "around")
        pool.figures.append(PooledFigure(place, float(problem.values[at]) if told else None, why))
        if told:
            own = zip(problem.contributors, shares[at], strict=True)
            pool.shares |= {(party, place): float(part) for party, part in own if not math.isnan(part)}
    hidden = real if silent else real & ~kept.publication.exact
    pool.lost += float(weights[hidden].sum())
    pool.whole += float(weights[real].sum())
    sound = report.passed or (silent and report.nothing_new)
    pool.audits.append({**report.as_dict(), "group": name, "passed": sound, "silent": silent})
