"""Says why a need cannot be served: mast by mast, and class by class of new mast. Knows the rules, not the planner."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from phoihop.cores.towerplan.explain._duty import sharing_duty
from phoihop.cores.towerplan.explain._plane import Left, Plane
from phoihop.cores.towerplan.explain._standing import Situation
from phoihop.cores.towerplan.explain._verdicts import ClassVerdict, Duty, Explanation, MastVerdict, Obstacle
from phoihop.cores.towerplan.explain._words import WORDS, sentences
from phoihop.cores.towerplan.ground import metres, near, slack_m
from phoihop.cores.towerplan.model import Costs, Masts, Needs, Plan, Rules
from phoihop.cores.towerplan.points import Points

__all__ = [
    "WORDS",
    "ClassVerdict",
    "Duty",
    "Explanation",
    "MastVerdict",
    "Obstacle",
    "Plane",
    "explain",
    "sentences",
    "sharing_duty",
]


def explain(
    masts: Masts, needs: Needs, rules: Rules, costs: Costs, need: int, *, plan: Plan | None = None
) -> Explanation:
    """For each mast in a need's ring the rules that rule it out, and why no new mast can stand there.

    :param need: its position
    :param plan: explain against this plan, in which others have their places; none: as if the need were alone, but for
        the new masts that are agreed
    """
    now = Situation(masts, needs, rules, costs, plan)
    centre, radius = needs.points[[need]], float(needs.radius_m[need])
    verdicts = [
        MastVerdict(str(masts.ids[at]), away, now.on_existing(need, at))
        for at, away in _within(centre, masts.points, radius)
    ]
    names, built = now.being_built(need)
    if plan is not None:
        rows = [at for at, members in enumerate(plan.new.members) if members != (need,)]
        for at, away in _within(centre, built, radius):
            verdicts.append(MastVerdict(names[at], away, now.on_new(need, rows[at], plan), new=True))
    standing = Points(np.concatenate([masts.points.xy, built.xy]), needs.points.geographic)
    return Explanation(
        str(needs.ids[need]),
        tuple(sorted(verdicts, key=lambda it: (it.distance_m, it.mast))),
        _classes(now, need, standing, lambda at: str(masts.ids[at]) if at < len(masts) else names[at - len(masts)]),
    )


def _within(centre: Points, places: Points, radius_m: float) -> list[tuple[int, float]]:
    _, found = near(centre, places, np.array([radius_m]))
    if not len(found):
        return []
    apart = metres(places[found], centre[[0] * len(found)])
    pairs = zip(found.tolist(), apart.tolist(), strict=True)
    return [(at, away) for at, away in pairs if away <= radius_m + slack_m(radius_m)]


def _classes(now: Situation, need: int, standing: Points, name: Callable[[int], str]) -> tuple[ClassVerdict, ...]:
    centre, radius = now.needs.points[[need]], float(now.needs.radius_m[need])
    widest = max((float(value) for value in now.rules.spacing_m.values()), default=0.0)
    _, close = near(centre, standing, np.array([radius + widest]))
    plane = Plane.around(centre, radius, now.rules, standing[close] if len(close) else Points(np.empty((0, 2))))
    verdicts, known = [], dict[object, Left]()
    for built in now.costs.classes:
        kind = plane.like(built, now.rules)
        left = known[kind] = known.get(kind) or plane.left_for(built, now.rules)
        blocking = tuple(name(int(close[at])) for at in left.masts)
        fits = now.fits_class(need, built.code)
        shares = left.forbidden_share, left.spaced_share
        verdicts.append(ClassVerdict(built.code, fits, left.zones, blocking, *shares, left.place))
    return tuple(verdicts)
