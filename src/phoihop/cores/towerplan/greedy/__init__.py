"""The plan that people know: each need, in turn, takes the nearest mast with room, else builds as near as it may.

It keeps every rule, so that the checker passes it; it proves nothing. With it the joint plan is compared, and with what
everybody would pay who builds alone.
"""

from __future__ import annotations

import time
from collections import defaultdict

import numpy as np

from phoihop.cores.towerplan.greedy._ledger import Built, Ledger, build_units
from phoihop.cores.towerplan.greedy._nearby import Nearby
from phoihop.cores.towerplan.greedy._siting import Ring
from phoihop.cores.towerplan.ground import metres, near
from phoihop.cores.towerplan.model import Choice, Costs, Masts, Needs, NewMasts, Plan, Reason, Rules
from phoihop.cores.towerplan.points import Points
from phoihop.cores.towerplan.room import cheapest_height

__all__ = ["alone_units", "greedy"]


def greedy(masts: Masts, needs: Needs, rules: Rules, costs: Costs) -> Plan:
    """Nearest mast first, needs in the order of their ids, agreements before all others.

    A mast that the plan builds for one need is as good as an existing one for the next. The plan's bounds are empty.

    :raises NoSuchClass: an agreement names a class that the table does not know
    """
    started = time.perf_counter()
    run = _Run(Ledger(masts, needs, rules, costs))
    for need in np.argsort(needs.ids, kind="stable").tolist():
        if need not in run.done:
            run.serve(need)
    return run.plan(time.perf_counter() - started)


def alone_units(needs: Needs, rules: Rules, costs: Costs) -> int:
    """What it would cost, in whole units, if every need built the cheapest mast for itself, sharing none.

    Needs that no class holds are left out; so are zones and spacing, under which building alone may be forbidden.
    """
    total = 0
    for need in range(len(needs)):
        offers = [
            build_units(needs, rules, costs, built.code, [need])[1]
            for built in costs.classes
            if cheapest_height(built, needs, [need], rules) is not None
        ]
        total += min(offers, default=0)
    return total


class _Run:
    """One run, need by need."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        needs, masts = ledger.needs, ledger.masts
        widest = max((float(value) for value in ledger.rules.spacing_m.values()), default=0.0)
        reach = needs.radius_m + widest
        self.near_masts: dict[int, list[int]] = defaultdict(list)
        for need, mast in zip(*(it.tolist() for it in near(needs.points, masts.points, reach)), strict=True):
            self.near_masts[need].append(mast)
        self.nearby = Nearby(needs.points, float(reach.max(initial=0.0)))
        self.done: set[int] = set()
        self.reasons: dict[int, Reason] = {}
        self._agree()

    def _agree(self) -> None:
        needs = {str(name): at for at, name in enumerate(self.ledger.needs.ids)}
        masts = {str(name): at for at, name in enumerate(self.ledger.masts.ids)}
        for fixed in self.ledger.rules.fixed:
            rows = sorted(needs[name] for name in fixed.needs)
            self.done.update(rows)
            if fixed.mast is not None:
                self.ledger.renting.setdefault(masts[fixed.mast], []).extend(rows)
            elif fixed.xy is not None:
                self._add(Built(fixed.xy, fixed.class_code or self._cheapest(rows), rows, 0.0, closed=True))

    def _cheapest(self, rows: list[int]) -> str:
        """The cheapest class for an agreement that names none; "" where no class holds it."""
        ledger = self.ledger
        fitting = [built.code for built in ledger.costs.classes if ledger.height(built.code, rows) is not None]
        offers = [ledger.units(code, rows)[1] for code in fitting]
        return min(zip(offers, range(len(fitting)), fitting, strict=True), default=(0, 0, ""))[2]

    def _add(self, built: Built) -> None:
        self.nearby.add(len(self.ledger.new), *built.xy)
        self.ledger.new.append(built)

    def serve(self, need: int) -> None:
        """Rent, join or build, in the order of distance; or leave the need without."""
        ledger = self.ledger
        centre, limit = ledger.needs.points[[need]], float(ledger.needs.radius_m[need])
        existing, built = self.near_masts[need], self.nearby.around(*centre.xy[0].tolist())
        places = self._places(existing, built)
        apart = metres(places, centre[[0] * len(places)]) if len(places) else np.empty(0)
        for row in np.argsort(apart, kind="stable").tolist():
            if apart[row] > limit:
                break
            if row < len(existing):
                if ledger.may_rent(need, existing[row]):
                    ledger.renting.setdefault(existing[row], []).append(need)
                    return
            elif ledger.may_join(need, built[row - len(existing)]):
                ledger.new[built[row - len(existing)]].members.append(need)
                return
        least = np.array([0.0] * len(existing) + [ledger.new[at].spacing_m for at in built])
        if own := Ring.of(ledger, need, places, least).own_mast():
            self._add(own)
        else:
            self.reasons[need] = self._reason(need, existing)

    def _places(self, existing: list[int], built: list[int]) -> Points:
        """Existing masts, then new ones."""
        standing = self.ledger.masts.points.xy[existing]
        new = np.array([self.ledger.new[at].xy for at in built], dtype=np.float64).reshape(-1, 2)
        return Points(np.concatenate([standing, new]), self.ledger.needs.points.geographic)

    def _reason(self, need: int, existing: list[int]) -> Reason:
        """Why the need is not served, had it nobody beside it but what stands and what is agreed."""
        ledger = self.ledger
        centre, limit = ledger.needs.points[[need]], float(ledger.needs.radius_m[need])
        agreed = [at for at in self.nearby.around(*centre.xy[0].tolist()) if ledger.new[at].closed]
        places = self._places(existing, agreed)
        apart = metres(places, centre[[0] * len(places)])[: len(existing)] if len(places) else ()
        within = [mast for mast, away in zip(existing, apart, strict=True) if away <= limit]
        if any(ledger.could_rent(need, mast) for mast in within):
            return Reason.CROWDED
        return Ring.of(ledger, need, places, np.zeros(len(places))).reason()

    def plan(self, seconds: float) -> Plan:
        """The ledger as a plan; what it leaves unserved is explained."""
        ledger = self.ledger
        order = sorted(range(len(ledger.new)), key=lambda at: min(ledger.new[at].members))
        heights_costs = [ledger.units(ledger.new[at].class_code, ledger.new[at].members) for at in order]
        new = NewMasts(
            Points(np.array([ledger.new[at].xy for at in order]).reshape(-1, 2), ledger.needs.points.geographic),
            np.array([ledger.new[at].class_code for at in order], dtype=np.str_),
            np.array([height for height, _ in heights_costs], dtype=np.float64),
            tuple(tuple(sorted(ledger.new[at].members)) for at in order),
            np.array([units for _, units in heights_costs], dtype=np.int64),
        )
        return _assembled(ledger, new, self.reasons, seconds)


def _assembled(ledger: Ledger, new: NewMasts, reasons: dict[int, Reason], seconds: float) -> Plan:
    size = len(ledger.needs)
    choice, target = np.full(size, int(Choice.NONE), dtype=np.int64), np.full(size, -1, dtype=np.int64)
    rent = np.zeros(size, dtype=np.int64)
    for mast, rows in ledger.renting.items():
        choice[rows], target[rows] = int(Choice.RENT), mast
        rent[rows] = [ledger.rent_units(need, mast) for need in rows]
    for at, members in enumerate(new.members):
        choice[list(members)] = int(Choice.JOIN if len(members) > 1 else Choice.ALONE)
        target[list(members)] = at
    return Plan(
        choice=choice,
        target=target,
        rent_units=rent,
        reason=tuple(reasons.get(need, Reason.SERVED) for need in range(size)),
        new=new,
        cost_units=int(rent.sum() + new.cost_units.sum()),
        bound_units=0,
        unserved_bound=0,
        unit_vnd=ledger.costs.unit_vnd,
        components=1,
        largest=size,
        open_components=1,
        seconds={"total": seconds},
        peak_bytes=0,
        seed=0,
    )
