"""Who stands on a mast once a plan is carried out, and what that leaves for one more need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from phoihop.cores.towerplan.explain._verdicts import Obstacle
from phoihop.cores.towerplan.ground import class_named
from phoihop.cores.towerplan.model import Choice, Costs, Masts, Needs, Plan, Rules
from phoihop.cores.towerplan.points import Points
from phoihop.cores.towerplan.room import bands_of, cheapest_height, has_places, tall_enough, too_heavy


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """The input, and the plan against which a need is explained; without one, nobody else moves."""

    masts: Masts
    needs: Needs
    rules: Rules
    costs: Costs
    plan: Plan | None

    def _places(self, free: Sequence[int], needs: Sequence[int]) -> bool:
        return has_places(free, bands_of(self.needs, needs, self.rules))

    def renting(self, mast: int, but: int) -> list[int]:
        """The needs that the plan puts on an existing mast."""
        if self.plan is None:
            return []
        there = (self.plan.choice == Choice.RENT) & (self.plan.target == mast)
        return [need for need in np.flatnonzero(there).tolist() if need != but]

    def being_built(self, need: int) -> tuple[list[str], Points]:
        """The masts that will stand beside the need's own: their first needs, and places."""
        if self.plan is not None:
            new = self.plan.new
            rows = [at for at, members in enumerate(new.members) if members != (need,)]
            return [str(self.needs.ids[new.members[at][0]]) for at in rows], self._placed(new.points.xy[rows])
        mine = str(self.needs.ids[need])
        agreed = [(min(it.needs), it.xy) for it in self.rules.fixed if it.xy is not None and mine not in it.needs]
        return [name for name, _ in agreed], self._placed([xy for _, xy in agreed])

    def _placed(self, xy: ArrayLike) -> Points:
        return Points(np.asarray(xy, dtype=np.float64).reshape(-1, 2), self.needs.points.geographic)

    def on_existing(self, need: int, mast: int) -> tuple[Obstacle, ...]:
        """All that rules an existing mast out for a need."""
        masts, rules, others = self.masts, self.rules, self.renting(mast, need)
        operator, owner = int(self.needs.operator[need]), int(masts.owner[mast])
        pair = str(self.needs.ids[need]), str(masts.ids[mast])
        free = masts.free[mast].tolist()
        standing = [at for at in range(len(rules.operators)) if int(masts.tenants[mast]) >> at & 1]
        standing += [int(self.needs.operator[it]) for it in others]
        found = {
            Obstacle.TOO_LOW: float(masts.height_m[mast]) < float(self.needs.height_m[need]),
            Obstacle.NO_SLOT: not self._places(free, [need]),
            Obstacle.TAKEN: self._places(free, [need]) and not self._places(free, [need, *others]),
            Obstacle.WIND: too_heavy(self.needs, [need, *others], float(masts.wind_left_m2[mast])),
            Obstacle.ALREADY_THERE: operator in standing,
            Obstacle.FULL: len({*standing, operator}) > rules.max_operators,
            Obstacle.VETO: (owner, operator) in rules.vetoes.owner_tenant,
            Obstacle.DECLINED: pair in rules.vetoes.need_mast,
        }
        return tuple(it for it, holds in found.items() if holds)

    def on_new(self, need: int, at: int, plan: Plan) -> tuple[Obstacle, ...]:
        """All that keeps a need off a mast that the plan builds, even if it were built taller."""
        others = [it for it in plan.new.members[at] if it != need]
        operator = int(self.needs.operator[need])
        standing = {int(self.needs.operator[it]) for it in others}
        apart = {tuple(sorted((operator, it))) for it in standing} & self.rules.vetoes.operators
        mine = str(self.needs.ids[need])
        pairs = {tuple(sorted((mine, str(self.needs.ids[it])))) for it in others} & self.rules.vetoes.need_need
        ids = {str(self.needs.ids[it]) for it in others}
        agreed = any(fixed.mast is None and ids & set(fixed.needs) for fixed in self.rules.fixed)
        low, weak = self._beyond(str(plan.new.class_code[at]), [need, *others])
        found = {
            Obstacle.TOO_LOW: low,
            Obstacle.WIND: weak,
            Obstacle.ALREADY_THERE: operator in standing,
            Obstacle.FULL: len(standing | {operator}) > self.rules.max_operators,
            Obstacle.VETO: bool(apart),
            Obstacle.DECLINED: bool(pairs),
            Obstacle.AGREED: agreed,
        }
        return tuple(it for it, holds in found.items() if holds)

    def _beyond(self, class_code: str, needs: Sequence[int]) -> tuple[bool, bool]:
        """Whether the class is nowhere tall enough for all of them, and else whether nowhere strong enough."""
        built = class_named(self.costs, class_code)
        if built is None or not tall_enough(built, self.needs, needs, self.rules):
            return True, False
        return False, cheapest_height(built, self.needs, needs, self.rules) is None

    def fits_class(self, need: int, class_code: str) -> bool:
        """Whether the class is built tall and strong enough for the need alone."""
        return self._beyond(class_code, [need]) == (False, False)
