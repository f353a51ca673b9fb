"""What contributors reported, and the breakdowns it is pooled by."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from phoihop.cores.disclosure.errors import BadInput

TOTAL = "*"
"""The coordinate of a variable that a figure sums over."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A breakdown, such as the district, with its subtotals.

    :param parents: code → the code it is summed into; codes that are not there are summed into the total
    :param total: the code of the total; None where summing over all means nothing, as for a stock over periods

    >>> Variable("district", {"North": "Up", "Up": "Country"}, "all").ancestors("North")
    ('North', 'Up', 'Country', 'all')
    """

    name: str
    parents: Mapping[str, str] = field(default_factory=dict)
    total: str | None = TOTAL

    def ancestors(self, code: str) -> tuple[str, ...]:
        """The code itself and whatever it is summed into, the total last.

        :raises BadInput: the parents go round in a circle
        """
        found = [code]
        while (above := self.parents.get(found[-1])) is not None:
            if above in found:
                raise BadInput("variable.circle", above)
            found.append(above)
        if self.total is not None and self.total not in found:
            found.append(self.total)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one contributor reported for one combination of codes (variable → code)."""

    contributor: str
    codes: Mapping[str, str]
    value: float


@dataclass(frozen=True, slots=True)
class Earlier:
    """A figure that everybody knows already, exactly or within an interval.

    :param codes: variable → code; variables that are not there are summed over
    """

    codes: Mapping[str, str]
    low: float
    high: float = math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Least and greatest value; an exact figure has both alike."""
        return self.low, self.low if math.isnan(self.high) else self.high


def crossed(families: Sequence[Sequence[Contribution]]) -> list[Contribution]:
    """One set of contributions out of several breakdowns that were reported side by side.

    Of a contributor with ``a(d)`` by district and ``b(t)`` by technology, which add up to the same ``s``, the crossing
    is ``a(d)·b(t)/s``. Whoever is kept from learning in the crossed table is kept from it in the true one, because each
    alternative of the crossed table is one of the breakdowns too.

    :raises BadInput: a contributor's breakdowns do not add up to the same, or hold negative values

    >>> by_place = [Contribution("A", {"place": "x"}, 3.0), Contribution("A", {"place": "y"}, 1.0)]
    >>> by_kind = [Contribution("A", {"kind": "u"}, 2.0), Contribution("A", {"kind": "v"}, 2.0)]
    >>> [it.value for it in crossed([by_place, by_kind])]
    [1.5, 1.5, 0.5, 0.5]
    """
    names = dict.fromkeys(it.contributor for family in families for it in family)
    return [it for name in names for it in _crossed_of(name, families)]


def _crossed_of(name: str, families: Sequence[Sequence[Contribution]]) -> list[Contribution]:
    own = [[it for it in family if it.contributor == name] for family in families]
    sums = [math.fsum(it.value for it in family) for family in own]
    if any(it.value < 0 for family in own for it in family):
        raise BadInput("crossed.negative", name)
    if any(not math.isclose(total, sums[0], rel_tol=1e-6, abs_tol=1e-9) for total in sums):
        raise BadInput("crossed.sums_differ", name)
    if sums[0] == 0:
        return []
    found = []
    for parts in itertools.product(*own):
        codes = {variable: code for part in parts for variable, code in part.codes.items()}
        value = math.prod(part.value for part in parts) / sums[0] ** (len(parts) - 1)
        found.append(Contribution(name, codes, value))
    return found
