"""What pooled figures may be shown to rivals, and an attacker that audits it.

The attacker is a rival who knows its own figures, two rivals who put theirs together, or an outsider. All know what is
published now and was before, who contributed where, and others' figures roughly (``Rules.prior_percent``)::

    problem = build(contributions, [Variable("district", regions)], [["district"]], earlier)
    kept = protect(problem, rules)                        # which cells to hide, and how much less could have been
    report = audit(problem, kept.publication, rules)      # passed, or who learns what
    own_shares(problem, kept.publication)                 # what each may be told of its own part

    rounded = controlled_rounding(problem, base=50.0)     # the alternative, audited in the same way
    derive(problem, kept.publication, rules, ["B"])       # all intervals that B can derive

Tables that share totals over time are one problem with the period as a variable. Breakdowns that were reported side by
side are brought together by ``crossed``. Figures that were corrected after a publication need the edition as a
variable, so that the earlier figure is a sum of its own.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from phoihop.cores.disclosure.auditing import Audit, Finding, Interval, audit, derive
    from phoihop.cores.disclosure.errors import BadInput, CannotRound, DisclosureError, SolverFailed
    from phoihop.cores.disclosure.primary import Reason, reasons
    from phoihop.cores.disclosure.problem import Problem, build
    from phoihop.cores.disclosure.publication import Publication, suppressed
    from phoihop.cores.disclosure.records import TOTAL, Contribution, Earlier, Variable, crossed
    from phoihop.cores.disclosure.rounding import Rounding, controlled_rounding
    from phoihop.cores.disclosure.rules import Rules
    from phoihop.cores.disclosure.shares import own_shares
    from phoihop.cores.disclosure.suppress import Protection, Weighing, protect, weights_of

# Loaded when asked for: the solver is large.
_HOMES: dict[str, tuple[str, ...]] = {
    "auditing": ("Audit", "Finding", "Interval", "audit", "derive"),
    "errors": ("BadInput", "CannotRound", "DisclosureError", "SolverFailed"),
    "primary": ("Reason", "reasons"),
    "problem": ("Problem", "build"),
    "publication": ("Publication", "suppressed"),
    "records": ("TOTAL", "Contribution", "Earlier", "Variable", "crossed"),
    "rounding": ("Rounding", "controlled_rounding"),
    "rules": ("Rules",),
    "shares": ("own_shares",),
    "suppress": ("Protection", "Weighing", "protect", "weights_of"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "TOTAL",
    "Audit",
    "BadInput",
    "CannotRound",
    "Contribution",
    "DisclosureError",
    "Earlier",
    "Finding",
    "Interval",
    "Problem",
    "Protection",
    "Publication",
    "Reason",
    "Rounding",
    "Rules",
    "SolverFailed",
    "Variable",
    "Weighing",
    "audit",
    "build",
    "controlled_rounding",
    "crossed",
    "derive",
    "own_shares",
    "protect",
    "reasons",
    "suppressed",
    "weights_of",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME_OF[name]}"), name)
