"""What must not be learnt, and by whom."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

from phoihop.cores.disclosure.errors import BadInput

MOST_COLLUDING = 2


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules of protection.

    :param minimum: fewest contributors of a figure that may be shown
    :param dominance: pairs (n, k): a figure is not shown whose n largest contributors make more than k percent of it
    :param p_percent: nobody may place another's contribution within p percent of the truth, above or below
    :param prior_percent: how well a rival is taken to know another's contribution beforehand, in percent of it (the q
        of the pq-rule); 100 means: between nothing and twice the truth
    :param colluding: how many contributors put their figures together, 0 to 2
    :param signed: contributions may be negative

    Source: Hundepool et al., Statistical Disclosure Control (Wiley 2012), chapter 4: threshold, (n,k)- and pq-rule.
    """

    minimum: int = 3
    dominance: tuple[tuple[int, float], ...] = ()
    p_percent: float = 10.0
    prior_percent: float = 100.0
    colluding: int = 1
    signed: bool = False

    def __post_init__(self) -> None:
        """:raises BadInput: a number out of its range"""
        if self.minimum < 1:
            raise BadInput("rules.minimum", str(self.minimum))
        if not 0 < self.p_percent <= self.room_percent or self.prior_percent == math.inf:
            raise BadInput("rules.p_over_prior", f"{self.p_percent}, {self.prior_percent}")
        if self.colluding not in range(MOST_COLLUDING + 1):
            raise BadInput("rules.colluding", str(self.colluding))
        if any(n < 1 or not 0 < k <= 100 for n, k in self.dominance):
            raise BadInput("rules.dominance", str(self.dominance))

    @property
    def room_percent(self) -> float:
        """How far a contribution may move either way, in percent: below nothing only where values have signs."""
        return self.prior_percent if self.signed else min(self.prior_percent, 100.0)

    @property
    def p(self) -> float:
        """``p_percent`` as a fraction."""
        return self.p_percent / 100

    def as_dict(self) -> dict[str, Any]:
        """For a kept audit."""
        return asdict(self)
