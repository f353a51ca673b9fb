"""The price of each rule: how much less the best plan would cost, and how many more needs it would serve, without it.

Every variant is solved again; what is told is a difference of optima, and an interval where a proof is missing.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from phoihop.cores.towerplan.errors import Cancelled
from phoihop.cores.towerplan.model import Costs, Masts, Needs, Plan, Rules, Vetoes, ZoneKind

WIDER = (1.25, 1.5)


class Change(enum.StrEnum):
    """What a variant changes."""

    NO_SPACING = "no_spacing"
    """New masts may stand as near others as they like."""
    OWNER_VETO = "owner_veto"
    """One owner lets its masts to one operator after all."""
    OPERATOR_VETO = "operator_veto"
    """Two operators build together after all."""
    DECLINED = "declined"
    """Every pairing of a need with a mast, or with another need, that was declined is open again."""
    NO_FORBIDDEN = "no_forbidden"
    """Masts may be built in forbidden zones."""
    NO_AESTHETIC = "no_aesthetic"
    """Masts of every class may be built in aesthetic zones."""
    WIDER_RINGS = "wider_rings"
    """Every search ring is larger by a factor."""
    ONE_MORE = "one_more"
    """One operator more may share a mast."""
    NO_SHARING = "no_sharing"
    """Every mast keeps one operator: nobody joins, and only one's own masts are rented."""


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """The same needs under one other rule.

    :param facts: names of operators, or the factor
    """

    change: Change
    facts: Mapping[str, object]
    needs: Needs
    rules: Rules


@dataclass(frozen=True, slots=True)
class Price:
    """What a change would save: positive where the plan gets cheaper.

    :param served_more: needs that the variant serves beyond those of the plan
    :param saved_units: difference of the costs; where ``served_more`` is not 0, costs of different service
    :param least_units: what is proven to be saved at least, where both serve the same number; otherwise the saving
    :param most_units: what can be saved at most, likewise
    """

    change: Change
    facts: Mapping[str, object]
    served_more: int
    saved_units: int
    least_units: int
    most_units: int

    @property
    def proven(self) -> bool:
        """Whether the saving is exact."""
        return self.least_units == self.most_units


class Solver(Protocol):
    """``plan`` of this core, or it with an executor and a deadline."""

    def __call__(self, masts: Masts, needs: Needs, rules: Rules, costs: Costs, /) -> Plan: ...


def variants(needs: Needs, rules: Rules, *, wider: Sequence[float] = WIDER) -> Iterator[Variant]:
    """Each rule that binds anybody left out in turn, each ring factor, one operator more on a mast, and no sharing."""
    if any(value > 0 for value in rules.spacing_m.values()):
        yield Variant(Change.NO_SPACING, {}, needs, replace(rules, spacing_m={}))
    yield from _without_vetoes(needs, rules)
    for change, kind in ((Change.NO_FORBIDDEN, ZoneKind.FORBIDDEN), (Change.NO_AESTHETIC, ZoneKind.AESTHETIC)):
        zones = tuple(zone for zone in rules.zones if zone.kind is not kind)
        if len(zones) < len(rules.zones):
            yield Variant(change, {}, needs, replace(rules, zones=zones))
    for factor in wider:
        larger = replace(needs, radius_m=needs.radius_m * factor)
        yield Variant(Change.WIDER_RINGS, {"factor": factor}, larger, rules)
    if rules.max_operators < len(rules.operators):
        more = replace(rules, max_operators=rules.max_operators + 1)
        yield Variant(Change.ONE_MORE, {"operators": more.max_operators}, needs, more)
    if not rules.fixed:
        yield Variant(Change.NO_SHARING, {}, needs, _unshared(rules))


def price_rules(
    masts: Masts,
    needs: Needs,
    rules: Rules,
    costs: Costs,
    *,
    solve: Solver,
    base: Plan | None = None,
    changes: Sequence[Variant] | None = None,
    told: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Price, ...]:
    """The price of each rule, in the order of the variants.

    :param solve: ``plan``
    :param base: the plan under all rules, where it is known already
    :param changes: the variants to solve; all of ``variants`` where none are given
    :param told: the share that is done, 0 to 1
    :param cancelled: asked before each run
    :raises Cancelled: ``cancelled`` said so
    """
    wanted = list(variants(needs, rules) if changes is None else changes)
    base = solve(masts, needs, rules, costs) if base is None else base
    prices = []
    for number, variant in enumerate(wanted):
        if cancelled is not None and cancelled():
            raise Cancelled("whatif")
        prices.append(_price(variant, base, solve(masts, variant.needs, variant.rules, costs)))
        if told is not None:
            told((number + 1) / len(wanted))
    return tuple(prices)


def _price(variant: Variant, base: Plan, other: Plan) -> Price:
    saved, served = base.cost_units - other.cost_units, base.unserved - other.unserved
    least = most = saved
    if served == 0 and min(base.bound_units, other.bound_units) >= 0:
        least, most = base.bound_units - other.cost_units, base.cost_units - other.bound_units
    return Price(variant.change, variant.facts, served, saved, least, most)


def _without_vetoes(needs: Needs, rules: Rules) -> Iterator[Variant]:
    vetoes, names = rules.vetoes, rules.operators
    for owner, operator in sorted(vetoes.owner_tenant):
        left = replace(vetoes, owner_tenant=vetoes.owner_tenant - {(owner, operator)})
        facts = {"owner": names[owner] if owner >= 0 else "", "operator": names[operator]}
        yield Variant(Change.OWNER_VETO, facts, needs, replace(rules, vetoes=left))
    for first, second in sorted(vetoes.operators):
        left = replace(vetoes, operators=vetoes.operators - {(first, second)})
        facts = {"first": names[first], "second": names[second]}
        yield Variant(Change.OPERATOR_VETO, facts, needs, replace(rules, vetoes=left))
    if vetoes.need_mast or vetoes.need_need:
        left = replace(vetoes, need_mast=frozenset(), need_need=frozenset())
        count = len(vetoes.need_mast) + len(vetoes.need_need)
        yield Variant(Change.DECLINED, {"count": count}, needs, replace(rules, vetoes=left))


def _unshared(rules: Rules) -> Rules:
    everyone = np.arange(len(rules.operators)).tolist()
    lets = {(owner, operator) for owner in (-1, *everyone) for operator in everyone if owner != operator}
    pairs = {(first, second) for first in everyone for second in everyone if first < second}
    both = Vetoes(frozenset(lets), frozenset(pairs), rules.vetoes.need_mast, rules.vetoes.need_need)
    return replace(rules, vetoes=both)
