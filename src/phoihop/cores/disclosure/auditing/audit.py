"""The audit of a publication."""

from __future__ import annotations

import numpy as np

from phoihop.cores.disclosure.attack import Attack, Failure
from phoihop.cores.disclosure.attackers import REST
from phoihop.cores.disclosure.auditing.derive import Deriver
from phoihop.cores.disclosure.auditing.report import Audit, Finding, Interval, fingerprint
from phoihop.cores.disclosure.problem import Problem
from phoihop.cores.disclosure.publication import Publication, suppressed
from phoihop.cores.disclosure.rules import Rules

MOST_FINDINGS = 200
"""That are told; a publication with so many is no near miss."""


def audit(problem: Problem, publication: Publication, rules: Rules) -> Audit:
    """Let every attacker try every target, whatever way the publication was made.

    For each attacker (an outsider, each contributor with its own figures, pairs that collude where the rules say so)
    and each contribution of another, to each figure: there must be an alternative world, which the attacker cannot tell
    from the true one by what is published, was known before, and its own figures, where that contribution is ``p``
    percent larger; and one where it is as much smaller. The same holds for all others together where a figure has too
    few contributors or too large ones.
    """
    attack = Attack(problem, rules)
    failures = attack.failures(publication)[:MOST_FINDINGS]
    before = set()
    if failures and np.isfinite(problem.low).any():
        nothing = suppressed(problem, np.ones(len(problem), bool))
        before = {it.target for it in attack.failures(nothing)}
    deriver = Deriver(problem, rules, publication, attack.inside)
    findings = tuple(_finding(problem, attack, deriver, it, it in before) for it in _targets(failures))
    hidden = tuple(
        deriver.interval(0, REST, cell) for cell in np.flatnonzero(problem.shown & ~publication.exact).tolist()
    )
    return Audit(
        rules, findings, hidden, attack.considered, len(attack.targets), attack.solved,
        fingerprint(problem, publication),
    )  # fmt: skip


def _targets(failures: list[Failure]) -> list[int]:
    return list(dict.fromkeys(it.target for it in failures))


def _finding(problem: Problem, attack: Attack, deriver: Deriver, target: int, known: bool) -> Finding:
    targets = attack.targets
    found: Interval = deriver.interval(
        int(targets.attacker[target]), int(targets.contributor[target]), int(targets.cell[target])
    )
    need = float(targets.need[target])
    return Finding(found, found.truth - need, found.truth + need, known)
