"""Where an operator that finds no mast puts one of its own: at the centre of its ring, else as near as rules allow."""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.explain import Plane
from phoihop.cores.towerplan.greedy._ledger import Built, Ledger, build_units
from phoihop.cores.towerplan.ground import SLACK_M, metres, spacing_at, zones_at
from phoihop.cores.towerplan.model import MastClass, ZoneKind
from phoihop.cores.towerplan.points import FloatArray, Points


def own_mast(ledger: Ledger, need: int, around: Points, least_m: list[float]) -> Built | None:
    """The cheapest mast that a need can have for itself; none where no class may stand in its ring.

    :param around: every mast that stands or is being built near the ring
    :param least_m: what each of those keeps on its own account
    """
    fitting = [built for built in ledger.costs.classes if ledger.height(built.code, [need]) is not None]
    fitting.sort(key=lambda built: build_units(ledger.needs, ledger.rules, ledger.costs, built.code, [need])[1])
    plane: Plane | None = None
    least = np.array(least_m, dtype=np.float64)
    centre, radius = ledger.needs.points[[need]], float(ledger.needs.radius_m[need])
    for built in fitting:
        xy: tuple[float, float] | None = (float(centre.xy[0, 0]), float(centre.xy[0, 1]))
        if not _free(ledger, built, centre, around, least):
            plane = plane or Plane.around(centre, radius, ledger.rules, around, least)
            xy = plane.nearest_place(built, ledger.rules)
        if xy is not None:
            return Built(xy, built.code, [need], spacing_at(ledger.rules, built.code, *xy))
    return None


def _free(ledger: Ledger, built: MastClass, place: Points, around: Points, least: FloatArray) -> bool:
    x, y = (float(value) for value in place.xy[0])
    kinds = {zone.kind for zone in zones_at(ledger.rules, x, y)}
    if ZoneKind.FORBIDDEN in kinds or (ZoneKind.AESTHETIC in kinds and not built.concealed):
        return False
    if not len(around):
        return True
    wanted = np.maximum(least, spacing_at(ledger.rules, built.code, x, y))
    return bool((metres(around, place[[0] * len(around)]) >= wanted - SLACK_M / 2).all())
