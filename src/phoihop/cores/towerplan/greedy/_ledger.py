"""Who stands where so far, and what that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from phoihop.cores.towerplan.ground import class_named
from phoihop.cores.towerplan.model import Costs, MastClass, Masts, Needs, Rules
from phoihop.cores.towerplan.room import bands_of, cheapest_height, has_places, too_heavy


@dataclass(slots=True)
class Built:
    """A mast that the plan builds."""

    xy: tuple[float, float]
    class_code: str
    members: list[int]
    spacing_m: float
    """What it keeps on its own account; 0 for an agreed one, whose place is not asked again."""
    closed: bool = False
    """Agreed, and takes nobody else."""


@dataclass(slots=True)
class Ledger:
    """The places given so far."""

    masts: Masts
    needs: Needs
    rules: Rules
    costs: Costs
    renting: dict[int, list[int]] = field(default_factory=dict)
    """Existing mast → the needs put there."""
    new: list[Built] = field(default_factory=list)
    known: dict[tuple[float, float], list[MastClass]] = field(default_factory=dict)

    def may_rent(self, need: int, mast: int) -> bool:
        """Whether an existing mast within the ring takes the need too."""
        masts, rules = self.masts, self.rules
        operator, owner = int(self.needs.operator[need]), int(masts.owner[mast])
        if float(masts.height_m[mast]) < float(self.needs.height_m[need]):
            return False
        if (owner, operator) in rules.vetoes.owner_tenant:
            return False
        if (str(self.needs.ids[need]), str(masts.ids[mast])) in rules.vetoes.need_mast:
            return False
        rows = [*self.renting.get(mast, ()), need]
        standing = [at for at in range(len(rules.operators)) if int(masts.tenants[mast]) >> at & 1]
        standing += [int(self.needs.operator[it]) for it in rows[:-1]]
        return (
            operator not in standing
            and len(standing) < rules.max_operators
            and has_places(masts.free[mast].tolist(), bands_of(self.needs, rows, rules))
            and not too_heavy(self.needs, rows, float(masts.wind_left_m2[mast]))
        )

    def may_join(self, need: int, at: int) -> bool:
        """Whether a new mast within the ring, built taller if it must be, takes the need too."""
        built = self.new[at]
        rows = [*built.members, need]
        return (
            not built.closed
            and len(rows) <= self.rules.max_operators
            and all(self._get_along(need, other) for other in built.members)
            and self.height(built.class_code, rows) is not None
        )

    def offers(self, need: int) -> list[MastClass]:
        """The classes that hold the need alone, cheapest first."""
        key = float(self.needs.height_m[need]), float(self.needs.load_m2[need])
        if key not in self.known:
            fitting = [built for built in self.costs.classes if self.height(built.code, [need]) is not None]
            self.known[key] = sorted(fitting, key=lambda built: self.units(built.code, [need])[1])
        return self.known[key]

    def could_rent(self, need: int, mast: int) -> bool:
        """Whether an existing mast within the ring would take the need, if nobody else moved."""
        return Ledger(self.masts, self.needs, self.rules, self.costs).may_rent(need, mast)

    def units(self, code: str, rows: Sequence[int]) -> tuple[float, int]:
        """Height and cost, in whole units, of a mast of a class for these needs."""
        return build_units(self.needs, self.rules, self.costs, code, rows)

    def height(self, class_code: str, rows: Sequence[int]) -> int | None:
        """Position of the height at which a class holds these needs."""
        found = class_named(self.costs, class_code)
        return None if found is None else cheapest_height(found, self.needs, rows, self.rules)

    def rent_units(self, need: int, mast: int) -> int:
        """All years' rent, discounted; nothing on one's own mast."""
        if int(self.masts.owner[mast]) == int(self.needs.operator[need]):
            return 0
        own = float(self.masts.rent_vnd[mast])
        return self.costs.units((self.costs.rent_vnd if np.isnan(own) else own) * self.rules.annuity)

    def _get_along(self, need: int, other: int) -> bool:
        operators = sorted((int(self.needs.operator[need]), int(self.needs.operator[other])))
        pair = sorted((str(self.needs.ids[need]), str(self.needs.ids[other])))
        vetoes = self.rules.vetoes
        apart = operators[0] == operators[1] or (operators[0], operators[1]) in vetoes.operators
        return not apart and (pair[0], pair[1]) not in vetoes.need_need


def build_units(needs: Needs, rules: Rules, costs: Costs, code: str, rows: Sequence[int]) -> tuple[float, int]:
    """Height and cost, in whole units, of a mast of a class for these needs; the class holds them.

    :raises NoSuchClass: the table has no such class
    """
    entry = costs.mast_class(code)
    at = cheapest_height(entry, needs, rows, rules)
    at = len(entry.heights_m) - 1 if at is None else at
    more = costs.units(entry.extra_tenant_vnd) * (len(rows) - 1)
    return float(entry.heights_m[at]), costs.units(entry.build_vnd[at]) + more
