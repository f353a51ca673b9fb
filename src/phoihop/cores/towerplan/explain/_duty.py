"""Whether the local spacing rule makes sharing compulsory at a place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from phoihop.cores.towerplan.explain._plane import Plane
from phoihop.cores.towerplan.explain._verdicts import Duty
from phoihop.cores.towerplan.ground import metres, near, slack_m, spacing_at, zones_at
from phoihop.cores.towerplan.model import ELSEWHERE, MastClass, Masts, Rules, ZoneKind
from phoihop.cores.towerplan.points import Points


def sharing_duty(masts: Masts, place: Points, radius_m: float, rules: Rules, classes: Sequence[MastClass]) -> Duty:
    """Whether who wants a mast at a place must share an existing one, and whether moving within the ring helps.

    :param place: a single place, in the coordinates of the masts
    :param radius_m: of the search ring around it, above zero
    :param classes: the classes of mast it may build, at least one
    Source: Hải Dương decision 26/2018: nearer than the spacing to an existing mast, the operators share it.
    """
    x, y = (float(value) for value in place.xy[0])
    least = min(spacing_at(rules, built.code, x, y) for built in classes)
    widest = max((float(value) for value in rules.spacing_m.values()), default=0.0)
    _, close = near(place, masts.points, np.array([radius_m + max(widest, least)]))
    others = masts.points[close] if len(close) else Points(np.empty((0, 2)), place.geographic)
    apart = metres(others, place[[0] * len(others)]) if len(others) else np.empty(0)
    within = [
        (str(masts.ids[at]), away)
        for at, away in zip(close.tolist(), apart.tolist(), strict=True)
        if away < least - slack_m(least)
    ]
    plane = Plane.around(place, radius_m, rules, others)
    left = max((plane.left_for(built, rules) for built in classes), key=lambda it: it.free_share)
    zone = next((it.code for it in zones_at(rules, x, y) if it.kind is ZoneKind.SPACING), ELSEWHERE)
    near_ones = tuple(sorted(within, key=lambda it: (it[1], it[0])))
    return Duty(bool(within), zone, least, near_ones, left.free_share, left.place)
