"""One table out of many: protected, or rounded, and audited."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from phoihop.base.pooling.rules_file import Layout
from phoihop.cores.disclosure import (
    Audit,
    Contribution,
    Earlier,
    Problem,
    Publication,
    Reason,
    audit,
    build,
    controlled_rounding,
    protect,
    reasons,
    weights_of,
)
from phoihop.cores.disclosure.problem import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Pooled:
    """What is published of one table, and its audit.

    :ivar shown_values: (cells): as readers see them; NaN where they are hidden
    :ivar lost, bound, whole: information lost, the least possible, and all there is
    """

    group: tuple[str, ...]
    problem: Problem
    publication: Publication
    shown_values: FloatArray
    why: tuple[Reason | None, ...]
    report: Audit
    lost: float
    bound: float
    whole: float


def hide(
    group: tuple[str, ...],
    rows: Sequence[Contribution],
    layout: Layout,
    earlier: Sequence[Earlier] = (),
    seconds: float = math.inf,
) -> Pooled:
    """Hide what must be hidden, and audit the rest."""
    problem = build(rows, layout.breakdowns, layout.tables, earlier)
    weights = weights_of(problem, layout.weighing)
    kept = protect(problem, layout.rules, weights=weights, seconds=seconds)
    seen = kept.publication.low.copy()
    seen[~kept.publication.exact] = math.nan
    report = audit(problem, kept.publication, layout.rules)
    whole = float(weights.sum())
    return Pooled(group, problem, kept.publication, seen, kept.why, report, kept.lost, kept.bound, whole)


def round_off(
    group: tuple[str, ...],
    rows: Sequence[Contribution],
    layout: Layout,
    base: float,
    earlier: Sequence[Earlier] = (),
    seconds: float = math.inf,
) -> Pooled:
    """Round all figures to a base, and audit that."""
    problem = build(rows, layout.breakdowns, layout.tables, earlier)
    weights = weights_of(problem, layout.weighing)
    found = controlled_rounding(problem, base, weights=weights, seconds=seconds)
    report = audit(problem, found.publication, layout.rules)
    return Pooled(
        group, problem, found.publication, found.values, reasons(problem, layout.rules), report, found.moved,
        found.bound, float(weights.sum()),
    )  # fmt: skip
