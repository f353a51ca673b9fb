"""The result of an audit, which can be kept."""

from __future__ import annotations

import hashlib
import math
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from phoihop.cores.disclosure.problem import Key, Problem
from phoihop.cores.disclosure.publication import Publication
from phoihop.cores.disclosure.rules import Rules

FORMAT = "phoihop.disclosure.audit/1"


@dataclass(frozen=True, slots=True)
class Interval:
    """What an attacker knows of one figure.

    :ivar cell: the coordinates of the figure, one a variable
    :ivar attackers: who put their own figures together; nobody for an outsider
    :ivar contributor: whose contribution; None for the whole figure
    """

    cell: Key
    attackers: tuple[str, ...]
    contributor: str | None
    low: float
    high: float
    truth: float

    @property
    def width(self) -> float:
        """``high - low``."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure that an attacker comes too near to.

    :ivar interval: what the attacker knows; the contributor is None where all others together are meant
    :ivar low, high: what would have to remain possible
    :ivar known_before: so it would be if nothing were published now
    """

    interval: Interval
    low: float
    high: float
    known_before: bool


@dataclass(frozen=True, slots=True)
class Audit:
    """Whether a publication may go out.

    :ivar findings: what it gives away; empty where it may go out
    :ivar hidden: what an outsider knows of each figure that is not told exactly
    :ivar considered: pairs of an attacker and a target
    :ivar examined: those that a publication could give away at all
    :ivar solved: linear programmes that were needed; the other pairs were settled by alternatives found before
    :ivar fingerprint: SHA-256 of contributions and publication, by which a kept audit is held to what was audited
    """

    rules: Rules
    findings: tuple[Finding, ...]
    hidden: tuple[Interval, ...]
    considered: int
    examined: int
    solved: int
    fingerprint: str

    @property
    def passed(self) -> bool:
        """Nobody learns what they must not."""
        return not self.findings

    @property
    def nothing_new(self) -> bool:
        """Whatever is given away, earlier publications gave away."""
        return all(it.known_before for it in self.findings)

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for JSON; intervals without an end have None there."""
        found = {"format": FORMAT, "passed": self.passed, "nothing_new": self.nothing_new, **asdict(self)}
        return {name: _plain(value) for name, value in found.items()}


def fingerprint(problem: Problem, publication: Publication) -> str:
    """SHA-256 of what contributors reported, what was known and what is published."""
    digest = hashlib.sha256(repr((problem.contributors, problem.variables, problem.keys)).encode())
    arrays = (problem.members, problem.amounts, problem.low, problem.high, publication.low, publication.high)
    for array in arrays:
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(it) for name, it in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(it) for it in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
